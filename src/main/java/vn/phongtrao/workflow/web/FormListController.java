package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.text.Wording;
import vn.phongtrao.workflow.EarlierDossiers;
import vn.phongtrao.workflow.FormLists;
import vn.phongtrao.workflow.form.ListSheet;

/** What forms can be filled with beside typing: lists from sheets, and earlier dossiers. Nothing of it is kept. */
@RestController
@RequestMapping("/api/forms")
@Tag(name = "forms", description = "Điền biểu mẫu từ bảng tính và từ hồ sơ trước; không lưu gì")
class FormListController {

    private final FormLists lists;
    private final EarlierDossiers earlier;
    private final CurrentOfficer officer;

    FormListController(FormLists lists, EarlierDossiers earlier, CurrentOfficer officer) {
        this.lists = lists;
        this.earlier = earlier;
        this.officer = officer;
    }

    /** @param fields of the start form, by key */
    record Copied(@Schema(types = "object", implementation = Object.class) Map<String, Object> fields) {
    }

    /**
     * @param rows     of the list, as the form has them
     * @param problems by line of the file and column; the rows stand all the same
     */
    record Brought(@Schema(type = "array", implementation = Object.class) List<Map<String, Object>> rows,
                   List<ListSheet.Problem> problems, List<String> notes) {

        static Brought of(ListSheet.Rows read) {
            return new Brought(read.rows(), read.problems(), read.notes());
        }
    }

    @GetMapping(path = "/tasks/{task}/lists/{list}", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) của một danh sách trong biểu mẫu của nhiệm vụ")
    ResponseEntity<byte[]> taskTemplate(@PathVariable String task, @PathVariable String list) {
        return template(lists.ofTask(task, list, officer.get()));
    }

    @PostMapping(path = "/tasks/{task}/lists/{list}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Đọc tệp XLSX, CSV hoặc các dòng dán từ bảng tính thành các dòng của danh sách; không lưu gì")
    Brought ofTask(@PathVariable String task, @PathVariable String list, @RequestParam MultipartFile file)
            throws IOException {
        return Brought.of(lists.ofTask(task, list, officer.get()).read(file.getBytes()));
    }

    @GetMapping(path = "/processes/{process}/lists/{list}", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) của một danh sách trong biểu mẫu lập hồ sơ")
    ResponseEntity<byte[]> startTemplate(@PathVariable String process, @PathVariable String list) {
        return template(lists.ofStart(process, list, officer.get()));
    }

    @PostMapping(path = "/processes/{process}/lists/{list}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Đọc tệp XLSX, CSV hoặc các dòng dán từ bảng tính thành các dòng của danh sách; không lưu gì")
    Brought ofStart(@PathVariable String process, @PathVariable String list, @RequestParam MultipartFile file)
            throws IOException {
        return Brought.of(lists.ofStart(process, list, officer.get()).read(file.getBytes()));
    }

    @GetMapping("/processes/{process}/earlier")
    @Operation(summary = "Các hồ sơ trước của cùng thủ tục mà người gọi được xem, mới nhất trước")
    List<EarlierDossiers.Earlier> earlier(@PathVariable String process, @RequestParam(required = false) String q) {
        return earlier.of(process, q, officer.get());
    }

    @GetMapping("/processes/{process}/earlier/{number}")
    @Operation(summary = "Nội dung hồ sơ trước để điền biểu mẫu lập hồ sơ; không có ngày, mã, số căn cước")
    Copied copied(@PathVariable String process, @PathVariable DossierNumber number) {
        return new Copied(earlier.fields(process, number, officer.get()));
    }

    private static ResponseEntity<byte[]> template(ListSheet sheet) {
        return SheetAnswer.of(Wording.slug(sheet.name()).toLowerCase(Locale.ROOT), sheet.template());
    }
}
