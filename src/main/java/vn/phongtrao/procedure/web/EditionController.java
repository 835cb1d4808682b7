package vn.phongtrao.procedure.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.io.IOException;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.edition.Editions.Loaded;
import vn.phongtrao.edition.Editions.Own;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.Load;
import vn.phongtrao.edition.LoadAnswer;
import vn.phongtrao.procedure.ProcedureEditions;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Uploaded;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@RequestMapping("/api/editions")
@Tag(name = "editions", description = "Các lần nạp tệp quy trình riêng: bảng quy định, biểu mẫu, sơ đồ, mẫu văn bản. "
        + "Chỉ quản trị viên.")
class EditionController {

    private final ProcedureEditions editions;
    private final Procedures procedures;
    private final Uploaded uploaded;
    private final CurrentOfficer officer;

    EditionController(ProcedureEditions editions, Procedures procedures, Uploaded uploaded, CurrentOfficer officer) {
        this.editions = editions;
        this.procedures = procedures;
        this.uploaded = uploaded;
        this.officer = officer;
    }

    /**
     * @param own the organisation's own files that are in force
     * @param refused what the folder was not loaded for at start
     */
    record State(List<Load> loads, List<Own> own, List<Finding> refused) {
    }

    @GetMapping
    @Operation(summary = "Các lần nạp, lần mới nhất trước; những tệp riêng đang áp dụng")
    State state() {
        officer.administrator();
        return new State(editions.loads(), editions.own(), editions.refused());
    }

    @GetMapping(path = "/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Nội dung một tệp đang áp dụng, có sẵn hoặc riêng",
            description = "own: tệp riêng, cả khi không khớp với phiên bản này nên không được áp dụng.")
    byte[] file(@RequestParam String path, @RequestParam(defaultValue = "false") boolean own) {
        officer.administrator();
        return (own ? editions.ownFile(path) : procedures.files().find(path))
                .orElseThrow(() -> Refusal.notFound("Không có tệp này"));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Nạp tệp riêng; có lỗi thì không thay đổi gì",
            description = "Tên tệp là vị trí của nó, ví dụ review/deadline.dmn; chỉ tên deadline.dmn là đủ khi trong "
            + "các tệp "
                    + "đang áp dụng chỉ có một tệp tên đó. Nhiều tệp có thể gửi trong một tệp ZIP. "
                    + "Bảng quy định có thể gửi dưới dạng tệp Excel như /api/rules/{key}/sheet trả về. check: chỉ kiểm "
                    + "tra, không nạp. seen: lần nạp (edition) đã xem; có lần nạp khác sau đó thì 409.")
    ResponseEntity<Object> load(@RequestParam List<MultipartFile> files,
                                @RequestParam @NotBlank(message = REQUIRED) @NoNumber @Size(max = 500,
                                        message = "dài quá 500 ký tự") String note,
                                @RequestParam(defaultValue = "false") boolean check,
                                @RequestParam(required = false) Integer seen) throws IOException {
        var by = officer.administrator();
        var changes = uploaded.read(files);
        return answer(check ? editions.check(changes) : editions.load(changes, note, by, seen));
    }

    @PostMapping("/folder")
    @Operation(summary = "Nạp những gì đã thay đổi trong thư mục PHONGTRAO_PROCESSES",
            description = "check: chỉ kiểm tra, không nạp.")
    ResponseEntity<Object> loadFolder(@RequestParam(defaultValue = "false") boolean check) {
        var by = officer.administrator();
        return answer(check ? editions.checkFolder() : editions.loadFolder(by));
    }

    @DeleteMapping("/file")
    @Operation(summary = "Bỏ một tệp riêng, trở lại tệp có sẵn; hoặc bỏ cả một thư mục",
            description = "path: review/deadline.dmn, hoặc tên thư mục. check: chỉ kiểm tra, không bỏ.")
    ResponseEntity<Object> remove(@RequestParam String path, @RequestParam @NotBlank(message = REQUIRED) @NoNumber
                                  @Size(max = 500, message = "dài quá 500 ký tự") String note,
                                  @RequestParam(defaultValue = "false") boolean check,
                                  @RequestParam(required = false) Integer seen) {
        var by = officer.administrator();
        var gone = editions.gone(path);
        return answer(check ? editions.check(gone) : editions.load(gone, note, by, seen));
    }

    private static ResponseEntity<Object> answer(Loaded loaded) {
        return LoadAnswer.of(loaded, loaded);
    }
}
