package vn.phongtrao.team.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.io.IOException;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.phongtrao.team.QuotaRegister;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/team-quotas")
@Tag(name = "team-quotas", description = "Số lượng Tổ và thành viên do Ủy ban nhân dân tỉnh quyết định")
class QuotaController {

    /** What is to be written in a file. */
    private static final String ABOUT =
            "Cột: unitPath (mã, tên hoặc đường dẫn của xã), hamlet (mã hoặc tên; bỏ trống là cả xã), teams, seats, validFrom, "
            + "decision. Chỉ công chức tham mưu của Ủy ban nhân dân tỉnh.";

    private final QuotaRegister register;
    private final CurrentOfficer officer;

    QuotaController(QuotaRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    /**
     * A quota of a commune in all, or of one of its hamlets.
     *
     * @param hamlet    code; absent for the commune in all
     * @param validFrom first day
     * @param decision  number of the province's decision, as printed
     */
    record Quota(@NotBlank(message = REQUIRED) @Size(max = 50, message = "dài quá 50 ký tự") String unitPath,
                 @Size(max = 50, message = "dài quá 50 ký tự") String hamlet,
                 @NotNull(message = REQUIRED) @Min(value = 0, message = "phải từ 0 trở lên")
                 @Max(value = QuotaRegister.MOST_TEAMS, message = "phải từ 1000 trở xuống") Integer teams,
                 @NotNull(message = REQUIRED) @Min(value = 0, message = "phải từ 0 trở lên")
                 @Max(value = QuotaRegister.MOST_SEATS, message = "phải từ 10000 trở xuống") Integer seats,
                 @NotNull(message = REQUIRED) LocalDate validFrom,
                 @NotBlank(message = REQUIRED) @Size(max = 50, message = "dài quá 50 ký tự") String decision) {
    }

    @GetMapping
    @Operation(summary = "Số lượng bố trí của đơn vị và cấp dưới, cả các lần trước")
    PagedModel<QuotaRegister.Entry> list(@RequestParam(required = false) UnitPath unit,
                                         @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.list(new QuotaRegister.Filter(unit), officer.get(), pageable));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Nhập số lượng bố trí theo quyết định của Ủy ban nhân dân tỉnh")
    void enter(@Valid @RequestBody Quota quota) {
        register.enter(new QuotaRegister.Entered(quota.unitPath(), quota.hamlet(), quota.teams(), quota.seats(),
                quota.validFrom(), quota.decision()), officer.get());
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập số lượng bố trí, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(register.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập số lượng bố trí từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = ABOUT)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(register.load(file.getBytes(), officer.get()));
    }
}
