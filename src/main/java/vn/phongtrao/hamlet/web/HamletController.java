package vn.phongtrao.hamlet.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.hamlet.HamletList;
import vn.phongtrao.register.PagesOnly;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

/** A commune's path has two codes since 2025 and had three before. */
@RestController
@RequestMapping({"/api/units/{province}/{commune}/hamlets", "/api/units/{province}/{district}/{commune}/hamlets"})
@Tag(name = "hamlets", description = "Khóm, ấp của một đơn vị cấp xã")
class HamletController {

    /** What is to be written in a file. */
    private static final String ABOUT = "Cột: name, validFrom (bỏ trống là hôm nay). Chỉ công chức của chính đơn vị.";

    private final HamletList hamlets;
    private final CurrentOfficer officer;
    private final Clock clock;

    HamletController(HamletList hamlets, CurrentOfficer officer, Clock clock) {
        this.hamlets = hamlets;
        this.officer = officer;
        this.clock = clock;
    }

    /** @param validFrom first day; today where it is absent */
    record Created(@NotBlank(message = REQUIRED) @Named @Size(max = 100, message = "dài quá 100 ký tự")
                   String name,
                   LocalDate validFrom) {
    }

    record Renamed(@NotBlank(message = REQUIRED) @Named @Size(max = 100, message = "dài quá 100 ký tự")
                   String name) {
    }

    record Closed(@NotNull(message = REQUIRED) LocalDate lastDay) {
    }

    @ModelAttribute("unit")
    UnitPath unit(@PathVariable String province, @PathVariable(required = false) String district,
                @PathVariable String commune) {
        return UnitPath.of(Stream.of(province, district, commune).filter(Objects::nonNull)
                .collect(Collectors.joining("/")));
    }

    @GetMapping
    @Operation(summary = "Danh sách khóm, ấp của đơn vị cấp xã")
    @PagesOnly
    PagedModel<HamletList.Entry> list(@Parameter(hidden = true) @ModelAttribute("unit") UnitPath unit,
                                      @RequestParam(defaultValue = "false") boolean closed,
                                      @RequestParam(required = false) String name,
                                      @RequestParam(required = false) String q,
                                      @ParameterObject Pageable pageable) {
        return new PagedModel<>(hamlets.list(unit, closed, name, q, pageable));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Thêm một khóm, ấp (công chức của chính đơn vị); mã do hệ thống cấp")
    HamletList.Entry create(@Parameter(hidden = true) @ModelAttribute("unit") UnitPath unit,
                            @Valid @RequestBody Created created) {
        return hamlets.create(unit, created.name(),
                created.validFrom() == null ? LocalDate.now(clock) : created.validFrom(), officer.get());
    }

    @PutMapping("/{code}")
    @Operation(summary = "Đổi tên một khóm, ấp (công chức của chính đơn vị)")
    HamletList.Entry rename(@Parameter(hidden = true) @ModelAttribute("unit") UnitPath unit, @PathVariable String code,
                            @Valid @RequestBody Renamed renamed) {
        return hamlets.rename(unit, code, renamed.name(), officer.get());
    }

    @PostMapping("/{code}/closure")
    @Operation(summary = "Kết thúc một khóm, ấp từ hết ngày cuối (công chức của chính đơn vị)")
    HamletList.Entry close(@Parameter(hidden = true) @ModelAttribute("unit") UnitPath unit, @PathVariable String code,
                           @Valid @RequestBody Closed closed) {
        return hamlets.close(unit, code, closed.lastDay(), officer.get());
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập khóm, ấp, với tên các cột")
    ResponseEntity<byte[]> template(@Parameter(hidden = true) @ModelAttribute("unit") UnitPath unit) {
        return SheetAnswer.template(hamlets.formOfCommune());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập khóm, ấp từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = ABOUT)
    Imported load(@Parameter(hidden = true) @ModelAttribute("unit") UnitPath unit, @RequestParam MultipartFile file)
            throws IOException {
        return new Imported(hamlets.load(unit, file.getBytes(), officer.get()));
    }
}
