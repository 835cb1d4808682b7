package vn.phongtrao.press.web;

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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.press.SignatoryRegister;
import vn.phongtrao.press.SignatoryRegister.Entry;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/signatories")
@Tag(name = "signatories", description = "Người ký văn bản, ví dụ cấp phó ký thay: họ tên, quyền hạn, chức vụ")
class SignatoryController {

    private final SignatoryRegister register;
    private final CurrentOfficer officer;

    SignatoryController(SignatoryRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    /**
     * @param title lines above the signature, for example {@code KT. CHỦ TỊCH} and {@code PHÓ CHỦ TỊCH}; may be absent
     */
    record NewEntry(@NotBlank @Size(max = 50) String unitPath, @NotBlank @Size(max = 255) String userName,
                    @NotBlank @Named @Size(max = 200) String name, @Size(min = 1, max = 200) String title,
                    @NotNull LocalDate validFrom, LocalDate validTo) {
    }

    @GetMapping
    @Operation(summary = "Danh sách người ký của đơn vị và cấp dưới")
    PagedModel<Entry> list(@RequestParam(required = false) UnitPath unit,
                           @RequestParam(required = false) String userName, @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.list(unit, userName, officer.get(), pageable));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Khai báo người ký của đơn vị (công chức Ủy ban nhân dân của đơn vị)")
    Entry enter(@Valid @RequestBody NewEntry entry) {
        return register.enter(new Entry(null, UnitPath.of(entry.unitPath()), entry.userName(), entry.name(),
                entry.title(), entry.validFrom(), entry.validTo()), officer.get());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bỏ khai báo người ký; văn bản đã in không thay đổi")
    void remove(@PathVariable long id) {
        register.remove(id, officer.get());
    }
}
