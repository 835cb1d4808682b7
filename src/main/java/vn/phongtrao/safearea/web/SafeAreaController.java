package vn.phongtrao.safearea.web;

import java.io.IOException;
import java.time.LocalDate;

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

import vn.phongtrao.safearea.SafeAreaImport;
import vn.phongtrao.safearea.SafeAreaRegister;
import vn.phongtrao.safearea.SafeAreaShares;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/safe-areas")
@Tag(name = "safe-areas", description = "Sổ công nhận đạt tiêu chuẩn An toàn về an ninh, trật tự")
class SafeAreaController {

    /** What is to be written in a file. */
    private static final String ABOUT =
            "Cột: year, subject (hamlet, commune, agency, enterprise, school), unit (mã, tên hoặc đường dẫn của xã), hamlet, body (mã hoặc tên), result (passed,"
            + " failed), decisionNumber, decidedOn, reason. Chỉ cán bộ Công an tỉnh.";

    private final SafeAreaRegister register;
    private final SafeAreaShares shares;
    private final SafeAreaImport imports;
    private final CurrentOfficer officer;

    SafeAreaController(SafeAreaRegister register, SafeAreaShares shares, SafeAreaImport imports,
                       CurrentOfficer officer) {
        this.register = register;
        this.shares = shares;
        this.imports = imports;
        this.officer = officer;
    }

    /** How many rows were kept. */
    record Imported(int rows) {
    }

    @GetMapping
    @Operation(summary = "Kết quả xét hằng năm của khóm, ấp, xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục thuộc đơn vị và cấp dưới")
    PagedModel<SafeAreaRegister.Entry> list(@RequestParam(required = false) Integer year,
                                            @RequestParam(required = false) String subject,
                                            @RequestParam(required = false) UnitPath unit,
                                            @RequestParam(required = false) String result,
                                            @RequestParam(required = false) String dossierNumber,
                                            @RequestParam(required = false) String q,
                                            @RequestParam(required = false) String name,
                                            @RequestParam(required = false) LocalDate on,
                                            @ParameterObject Pageable pageable) {
        var filter = new SafeAreaRegister.Filter(year, subject, unit, result, dossierNumber, q, name, on);
        return new PagedModel<>(register.list(filter, officer.get(), pageable));
    }

    @GetMapping("/shares")
    @Operation(summary = "Số khóm, ấp và số xã, phường, thị trấn đạt trên tổng số, theo đơn vị, trong một năm (mặc "
            + "định năm nay)")
    PagedModel<SafeAreaShares.Share> shares(@RequestParam(required = false) Integer year,
                                            @RequestParam(required = false) String tier,
                                            @RequestParam(required = false) UnitPath unit,
                                            @ParameterObject Pageable pageable) {
        return new PagedModel<>(shares.list(year, tier, unit, officer.get(), pageable));
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập kết quả, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(imports.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập kết quả đã công nhận trên giấy từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận "
            + "dòng nào",
            description = ABOUT)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(imports.load(file.getBytes(), officer.get()));
    }
}
