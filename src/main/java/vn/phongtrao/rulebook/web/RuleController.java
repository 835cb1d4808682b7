package vn.phongtrao.rulebook.web;

import java.io.IOException;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
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

import vn.phongtrao.procedure.ProcedureEditions;
import vn.phongtrao.procedure.Uploaded;
import vn.phongtrao.rulebook.Difference;
import vn.phongtrao.rulebook.Difference.Changed;
import vn.phongtrao.rulebook.Rulebook;
import vn.phongtrao.rulebook.Sheet;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;

@RestController
@RequestMapping("/api/rules")
@Tag(name = "rules", description = "Các bảng quy định đang áp dụng, sắp áp dụng và đã hết hiệu lực")
class RuleController {

    private final Rulebook rulebook;
    private final Difference difference;
    private final ProcedureEditions editions;
    private final Uploaded uploaded;
    private final CurrentOfficer officer;

    RuleController(Rulebook rulebook, Difference difference, ProcedureEditions editions, Uploaded uploaded,
                   CurrentOfficer officer) {
        this.rulebook = rulebook;
        this.difference = difference;
        this.editions = editions;
        this.uploaded = uploaded;
        this.officer = officer;
    }

    @GetMapping("/{key}")
    @Operation(summary = "Một bảng quy định, từng dòng bằng lời")
    Sheet one(@PathVariable String key) {
        return rulebook.require(key);
    }

    @GetMapping(path = "/{key}/sheet", produces = SheetFile.XLSX)
    @Operation(summary = "Một bảng quy định dưới dạng tệp Excel, sửa rồi gửi lại được",
            description = "Dòng thứ hai ghi mã bảng và mã các cột, mỗi dòng sau là một dòng của bảng. Gửi lại bằng "
                    + "/api/rules/difference, /api/editions.")
    ResponseEntity<byte[]> sheet(@PathVariable String key) {
        return SheetAnswer.of(key, rulebook.workbook(key));
    }

    @PostMapping(path = "/difference", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Các dòng mà bảng gửi lên sẽ thay đổi và hồ sơ đang xử lý bị ảnh hưởng; chưa nạp gì. "
            + "Chỉ quản trị viên.")
    List<Changed> difference(@RequestParam List<MultipartFile> files) throws IOException {
        officer.administrator();
        return difference.to(editions.preview(uploaded.read(files)));
    }

    @GetMapping("/difference")
    @Operation(summary = "Các dòng sẽ thay đổi và hồ sơ bị ảnh hưởng khi bỏ một tệp riêng; chưa bỏ gì. Chỉ quản trị viên.")
    List<Changed> differenceToBuiltIn(@RequestParam String path) {
        officer.administrator();
        return difference.to(editions.preview(editions.gone(path)));
    }
}
