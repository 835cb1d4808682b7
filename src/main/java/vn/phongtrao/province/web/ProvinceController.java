package vn.phongtrao.province.web;

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
import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.Editions.Loaded;
import vn.phongtrao.edition.Editions.Own;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.Load;
import vn.phongtrao.edition.LoadAnswer;
import vn.phongtrao.edition.SentFiles;
import vn.phongtrao.province.ProvinceEditions;
import vn.phongtrao.province.RowsChanged;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@RequestMapping("/api/provinces")
@Tag(name = "provinces", description = "Danh mục của tỉnh: các tệp riêng về đơn vị, khóm ấp, cơ quan, địa danh, vùng "
        + "lương. Chỉ quản trị viên.")
class ProvinceController {

    private final ProvinceEditions editions;
    private final CurrentOfficer officer;

    ProvinceController(ProvinceEditions editions, CurrentOfficer officer) {
        this.editions = editions;
        this.officer = officer;
    }

    /**
     * @param own     the organisation's own files that are in force
     * @param refused what the folder was not loaded for when that was tried last
     */
    record ProvinceState(List<Load> loads, List<Own> own, List<Finding> refused) {
    }

    /**
     * What a load changed, or would change.
     *
     * @param edition in force afterwards
     * @param changed paths of the files
     * @param rows    what rows of them come, change and go
     */
    record ProvinceLoaded(int edition, List<String> changed, List<RowsChanged> rows) {
    }

    @GetMapping
    @Operation(summary = "Các lần nạp, lần mới nhất trước; những tệp riêng đang áp dụng")
    ProvinceState state() {
        officer.administrator();
        return new ProvinceState(editions.loads(), editions.own(), editions.refused());
    }

    @GetMapping(path = "/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Nội dung một tệp đang áp dụng, có sẵn hoặc riêng")
    byte[] file(@RequestParam String path) {
        officer.administrator();
        return editions.files().find(path).orElseThrow(() -> Refusal.notFound("Không có tệp này"));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Nạp tệp riêng; có lỗi thì không thay đổi gì",
            description = "Tên tệp là vị trí của nó, ví dụ ca-mau-2025/units.csv. Nhiều tệp có thể gửi trong một tệp "
                    + "ZIP. check: chỉ kiểm tra và nêu những dòng sẽ thay đổi, không nạp. seen: lần nạp (edition) đã "
                    + "xem; có lần nạp khác sau đó thì 409.")
    ResponseEntity<Object> load(@RequestParam List<MultipartFile> files,
                                @RequestParam @NotBlank(message = REQUIRED) @NoNumber @Size(max = 500,
                                        message = "dài quá 500 ký tự") String note,
                                @RequestParam(defaultValue = "false") boolean check,
                                @RequestParam(required = false) Integer seen) throws IOException {
        var by = officer.administrator();
        var changes = SentFiles.read(files, Area.PROVINCES, editions.files());
        var rows = editions.difference(editions.preview(changes));
        return answer(check ? editions.check(changes) : editions.load(changes, note, by, seen), rows);
    }

    @PostMapping("/folder")
    @Operation(summary = "Nạp những gì đã thay đổi trong thư mục PHONGTRAO_PROVINCES",
            description = "check: chỉ kiểm tra và nêu những dòng sẽ thay đổi, không nạp.")
    ResponseEntity<Object> loadFolder(@RequestParam(defaultValue = "false") boolean check) {
        var by = officer.administrator();
        var rows = editions.difference(editions.previewFolder());
        return answer(check ? editions.checkFolder() : editions.loadFolder(by), rows);
    }

    @DeleteMapping("/file")
    @Operation(summary = "Bỏ một tệp riêng, trở lại tệp có sẵn; hoặc bỏ cả một thư mục",
            description = "path: ca-mau-2025/units.csv, hoặc tên thư mục. check: chỉ kiểm tra và nêu những dòng sẽ thay "
                    + "đổi.")
    ResponseEntity<Object> remove(@RequestParam String path, @RequestParam @NotBlank(message = REQUIRED) @NoNumber
                                  @Size(max = 500, message = "dài quá 500 ký tự") String note,
                                  @RequestParam(defaultValue = "false") boolean check,
                                  @RequestParam(required = false) Integer seen) {
        var by = officer.administrator();
        var gone = editions.gone(path);
        var rows = editions.difference(editions.preview(gone));
        return answer(check ? editions.check(gone) : editions.load(gone, note, by, seen), rows);
    }

    private static ResponseEntity<Object> answer(Loaded loaded, List<RowsChanged> rows) {
        return LoadAnswer.of(loaded, new ProvinceLoaded(loaded.edition(), loaded.changed(), rows));
    }
}
