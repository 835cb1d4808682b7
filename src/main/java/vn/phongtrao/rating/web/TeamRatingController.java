package vn.phongtrao.rating.web;

import java.io.IOException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.rating.RatingImport;
import vn.phongtrao.rating.TeamRatingRegister;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/team-ratings")
@Tag(name = "team-ratings", description = "Sổ xếp loại hằng năm Tổ bảo vệ an ninh, trật tự và thành viên Tổ")
class TeamRatingController {

    /** What is to be written in a file. */
    private static final String ABOUT = "Cột: year, unit (mã, tên hoặc đường dẫn của xã), team (tên Tổ), name (thành viên; để trống"
            + " khi xếp loại chính Tổ), birthYear, citizenId (không bắt buộc), role (leader, deputy, member; không bắt buộc),"
            + " level (excellent, good, completed, failed), decisionNumber, decidedOn. Chỉ cán bộ Công an tỉnh.";

    private final TeamRatingRegister register;
    private final RatingImport imports;
    private final CurrentOfficer officer;

    TeamRatingController(TeamRatingRegister register, RatingImport imports, CurrentOfficer officer) {
        this.register = register;
        this.imports = imports;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Kết quả xếp loại hằng năm của Tổ và thành viên Tổ thuộc đơn vị và cấp dưới")
    PagedModel<TeamRatingRegister.Entry> list(@RequestParam(required = false) Integer year,
                                              @RequestParam(required = false) String subject,
                                              @RequestParam(required = false) UnitPath unit,
                                              @RequestParam(required = false) String level,
                                              @RequestParam(required = false) String dossierNumber,
                                              @RequestParam(required = false) String q,
                                              @ParameterObject Pageable pageable) {
        var filter = new TeamRatingRegister.Filter(year, subject, unit, level, dossierNumber, q);
        return new PagedModel<>(register.list(filter, officer.get(), pageable));
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập kết quả xếp loại, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(imports.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập kết quả đã quyết định trên giấy từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = ABOUT)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(imports.load(file.getBytes(), officer.get()));
    }
}
