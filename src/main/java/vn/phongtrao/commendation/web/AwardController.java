package vn.phongtrao.commendation.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.commendation.AwardRegister;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/awards")
@Tag(name = "awards", description = "Sổ khen thưởng")
class AwardController {

    private final AwardRegister register;
    private final CurrentOfficer officer;

    AwardController(AwardRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Danh sách khen thưởng của đơn vị và cấp dưới; standingOn: còn hiệu lực vào ngày đó, "
            + "revoked: đã bị hủy bỏ hay chưa; campaign: mã phong trào thi đua")
    PagedModel<AwardRegister.Entry> list(@RequestParam(required = false) String form,
                                         @RequestParam(required = false) String kind,
                                         @RequestParam(required = false) UnitPath unit,
                                         @RequestParam(required = false) String dossierNumber,
                                         @RequestParam(required = false) String q,
                                         @RequestParam(required = false) String name,
                                         @RequestParam(required = false) LocalDate decidedFrom,
                                         @RequestParam(required = false) LocalDate decidedTo,
                                         @RequestParam(required = false) LocalDate standingOn,
                                         @RequestParam(required = false) Boolean revoked,
                                         @RequestParam(required = false) Long campaign,
                                         @ParameterObject Pageable pageable) {
        var filter = new AwardRegister.Filter(form, kind, unit, dossierNumber, q, name, decidedFrom,
                decidedTo, standingOn, revoked, campaign);
        return new PagedModel<>(register.list(filter, officer.get(), pageable));
    }

    /** @param citizenId 12 digits, or the number of another document; it is no part of an address, because addresses are kept in logs */
    record Person(@NotBlank(message = REQUIRED) String citizenId) {
    }

    @PostMapping("/of-person")
    @Operation(summary = "Khen thưởng của một người qua các năm, theo số căn cước, chứng minh nhân dân hoặc hộ chiếu")
    PagedModel<AwardRegister.Entry> ofPerson(@Valid @RequestBody Person person, @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.ofPerson(person.citizenId(), officer.get(), pageable));
    }
}
