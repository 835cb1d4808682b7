package vn.phongtrao.safearea.web;

import java.io.IOException;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.safearea.SafeAreaRegistrations;
import vn.phongtrao.safearea.SafeAreaRegistrations.Entry;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/safe-areas/registrations")
@Tag(name = "safe-areas", description = "Sổ công nhận đạt tiêu chuẩn An toàn về an ninh, trật tự")
class SafeAreaRegistrationController {

    /** What is to be written in a file. */
    private static final String ABOUT = "Cột: year, subject (hamlet, commune, agency, enterprise, school), unit (mã, tên hoặc đường dẫn"
            + " của xã), hamlet, body (mã hoặc tên), registeredOn, resolutionNumber, resolvedOn, householdsRegistered,"
            + " households (chỉ khóm, ấp). Cán bộ Công an của đơn vị và cấp trên.";

    private final SafeAreaRegistrations registrations;
    private final CurrentOfficer officer;

    SafeAreaRegistrationController(SafeAreaRegistrations registrations, CurrentOfficer officer) {
        this.registrations = registrations;
        this.officer = officer;
    }

    /** A registration to enter, see {@link Entry}. */
    record NewRegistration(@NotNull @Min(2000) @Max(2100) Integer year, @NotBlank String subject,
                           @NotNull UnitPath unitPath, @Size(max = 200) String hamlet, @Size(max = 200) String body,
                           @NotNull LocalDate registeredOn,
                           @Size(max = SafeAreaRegistrations.LONGEST_NUMBER) String resolutionNumber,
                           LocalDate resolvedOn,
                           @PositiveOrZero @Max(SafeAreaRegistrations.MOST_HOUSEHOLDS) Integer householdsRegistered,
                           @PositiveOrZero @Max(SafeAreaRegistrations.MOST_HOUSEHOLDS) Integer households) {
    }

    @GetMapping
    @Operation(summary = "Đăng ký phấn đấu đạt tiêu chuẩn của đơn vị và cấp dưới",
            description = "from, to: những lượt đăng ký trong thời gian đó; inTime: trong thời gian được tính của năm")
    PagedModel<Entry> list(@RequestParam(required = false) Integer year, @RequestParam(required = false) String subject,
                           @RequestParam(required = false) UnitPath unit,
                           @RequestParam(required = false) Boolean inTime, @RequestParam(required = false) String q,
                           @RequestParam(required = false) LocalDate from,
                           @RequestParam(required = false) LocalDate to, @ParameterObject Pageable pageable) {
        var filter = new SafeAreaRegistrations.Filter(year, subject, unit, inTime, q, from, to);
        return new PagedModel<>(registrations.list(filter, officer.get(), pageable));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập một lượt đăng ký, hoặc thay lượt đã nhập của đối tượng trong năm (cán bộ Công an của đơn vị "
            + "và cấp trên)")
    Entry enter(@Valid @RequestBody NewRegistration entry) {
        return registrations.enter(new SafeAreaRegistrations.Entered(entry.year(), entry.subject(), entry.unitPath(),
                blankAsNull(entry.hamlet()), blankAsNull(entry.body()), entry.registeredOn(),
                blankAsNull(entry.resolutionNumber()), entry.resolvedOn(), entry.householdsRegistered(),
                entry.households()), officer.get());
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập đăng ký phấn đấu, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(registrations.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập đăng ký phấn đấu từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = ABOUT)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(registrations.load(file.getBytes(), officer.get()));
    }
}
