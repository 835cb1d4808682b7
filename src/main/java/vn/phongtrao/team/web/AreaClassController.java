package vn.phongtrao.team.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.io.IOException;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.team.AreaClassRegister;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/area-classes")
@Tag(name = "area-classes", description = "Địa bàn chỉ yêu cầu học xong tiểu học đối với thành viên Tổ")
class AreaClassController {

    /** What is to be written in a file. */
    private static final String ABOUT =
            "Cột: unitPath (mã, tên hoặc đường dẫn), kind (border, island, mountainous, especially-difficult, ethnic-"
            + "minority), validFrom, validTo (bỏ trống khi còn hiệu lực), legalBasis. Chỉ công chức tham mưu của Ủy"
            + " ban nhân dân tỉnh.";

    private final AreaClassRegister register;
    private final CurrentOfficer officer;

    AreaClassController(AreaClassRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    /**
     * @param unitPath   a province, district or commune
     * @param validTo    last day; absent while it holds
     * @param legalBasis the decision that says so, as printed
     */
    record Area(@NotBlank(message = REQUIRED) @Size(max = 50, message = "dài quá 50 ký tự") String unitPath,
                @NotBlank(message = REQUIRED) @Size(max = 50, message = "dài quá 50 ký tự") String kind,
                @NotNull(message = REQUIRED) LocalDate validFrom, LocalDate validTo,
                @NotBlank(message = REQUIRED) @Size(max = 300, message = "dài quá 300 ký tự") String legalBasis) {
    }

    record Closed(@NotNull(message = REQUIRED) LocalDate lastDay) {
    }

    @GetMapping
    @Operation(summary = "Loại địa bàn của đơn vị, cấp trên và cấp dưới, cả những loại đã hết hiệu lực")
    PagedModel<AreaClassRegister.Entry> list(@RequestParam(required = false) UnitPath unit,
                                             @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.list(unit, officer.get(), pageable));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Nhập một địa bàn (công chức tham mưu của Ủy ban nhân dân tỉnh)",
            description = "kind: border, island, mountainous, especially-difficult, ethnic-minority. "
                    + "Có hiệu lực cho đơn vị và các đơn vị cấp dưới.")
    void enter(@Valid @RequestBody Area area) {
        register.enter(new AreaClassRegister.Entered(area.unitPath(), area.kind(), area.validFrom(), area.validTo(),
                area.legalBasis()), officer.get());
    }

    @PostMapping("/{id}/closure")
    @Operation(summary = "Kết thúc một địa bàn từ hết ngày cuối (công chức tham mưu của Ủy ban nhân dân tỉnh)")
    AreaClassRegister.Entry close(@PathVariable long id, @Valid @RequestBody Closed closed) {
        return register.close(id, closed.lastDay(), officer.get());
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập địa bàn, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(register.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập địa bàn từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = ABOUT)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(register.load(file.getBytes(), officer.get()));
    }
}
