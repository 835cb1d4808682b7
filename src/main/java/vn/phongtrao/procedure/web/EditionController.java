package vn.phongtrao.procedure.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.procedure.Editions;
import vn.phongtrao.procedure.Editions.Loaded;
import vn.phongtrao.procedure.Editions.Own;
import vn.phongtrao.procedure.Finding;
import vn.phongtrao.procedure.Load;
import vn.phongtrao.procedure.ProcedureFiles;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@RequestMapping("/api/editions")
@Tag(name = "editions", description = "Các lần nạp tệp quy trình riêng: bảng quy định, biểu mẫu, sơ đồ, mẫu văn bản. "
        + "Chỉ quản trị viên.")
class EditionController {

    /** As the files of {@code processes/} are named. */
    private static final Pattern PATH = Pattern.compile("[a-z0-9-]+(/[A-Za-z0-9_.-]+){1,3}");

    private final Editions editions;
    private final Procedures procedures;
    private final CurrentOfficer officer;

    EditionController(Editions editions, Procedures procedures, CurrentOfficer officer) {
        this.editions = editions;
        this.procedures = procedures;
        this.officer = officer;
    }

    /** @param own the organisation's own files that are in force @param refused what the folder was not loaded for at start */
    record State(List<Load> loads, List<Own> own, List<Finding> refused) {
    }

    @GetMapping
    @Operation(summary = "Các lần nạp, lần mới nhất trước; những tệp riêng đang áp dụng")
    State state() {
        administrator();
        return new State(editions.loads(), editions.own(), editions.refusedAtStart());
    }

    @GetMapping(path = "/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Nội dung một tệp đang áp dụng, có sẵn hoặc riêng")
    byte[] file(@RequestParam String path) {
        administrator();
        return procedures.files().find(path).orElseThrow(() -> Refusal.notFound("Không có tệp này"));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Nạp một tệp, hoặc nhiều tệp trong một tệp ZIP; có lỗi thì không thay đổi gì",
            description = "path: vị trí của tệp, ví dụ review/deadline.dmn; bỏ trống khi gửi tệp ZIP. "
                    + "check: chỉ kiểm tra, không nạp.")
    ResponseEntity<Object> load(@RequestParam MultipartFile file, @RequestParam(required = false) String path,
                                @RequestParam @NotBlank @Size(max = 500) String note,
                                @RequestParam(defaultValue = "false") boolean check) throws IOException {
        var by = administrator();
        var files = path == null || path.isBlank() ? unzipped(file.getBytes()) : Map.of(path, file.getBytes());
        files.keySet().forEach(EditionController::requirePath);
        return check ? answer(new Loaded(0, List.copyOf(files.keySet()), editions.check(files)))
                : answer(editions.load(files, note, by));
    }

    @PostMapping("/folder")
    @Operation(summary = "Nạp những gì đã thay đổi trong thư mục PHONGTRAO_PROCESSES")
    ResponseEntity<Object> loadFolder() {
        return answer(editions.loadFolder(administrator()));
    }

    @DeleteMapping("/file")
    @Operation(summary = "Bỏ một tệp riêng, trở lại tệp có sẵn")
    ResponseEntity<Object> remove(@RequestParam String path, @RequestParam @NotBlank @Size(max = 500) String note) {
        var by = administrator();
        requirePath(path);
        Map<String, byte[]> gone = new HashMap<>();
        gone.put(path, null);
        return answer(editions.load(gone, note, by));
    }

    private static ResponseEntity<Object> answer(Loaded loaded) {
        if (loaded.findings().isEmpty()) {
            return ResponseEntity.ok(loaded);
        }
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY,
                "Tệp có %d lỗi, chưa thay đổi gì".formatted(loaded.findings().size()));
        problem.setProperty("findings", loaded.findings());
        return ResponseEntity.of(problem).build();
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        try {
            return ProcedureFiles.zipped(archive).all();
        } catch (ZipException unreadable) {
            throw Refusal.malformed("file", "Không phải tệp ZIP; muốn nạp một tệp thì ghi vị trí của tệp vào path");
        } catch (IllegalArgumentException large) {
            throw Refusal.malformed("file", "Tệp ZIP chứa quá nhiều dữ liệu");
        }
    }

    private static void requirePath(String path) {
        if (!PATH.matcher(path).matches() || path.contains("..")) {
            throw Refusal.malformed("path", "Vị trí tệp phải như review/deadline.dmn");
        }
    }

    /** @return user name @throws Refusal forbidden, for all others */
    private String administrator() {
        var me = officer.get();
        if (!me.administrator()) {
            throw Refusal.forbidden("Chỉ quản trị viên được xem và nạp tệp quy trình");
        }
        return me.id();
    }
}
