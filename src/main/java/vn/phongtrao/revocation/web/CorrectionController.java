package vn.phongtrao.revocation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.revocation.CorrectionRegister;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/corrections")
@Tag(name = "corrections", description = "Sổ đính chính quyết định khen thưởng")
class CorrectionController {

    private final CorrectionRegister register;
    private final CurrentOfficer officer;

    CorrectionController(CorrectionRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Danh sách nội dung đính chính quyết định khen thưởng của đơn vị và cấp dưới",
            description = "corrected: đã đính chính hay đang xem xét. field: name, birth-year, occupation, hamlet, achievement, wording.")
    PagedModel<CorrectionRegister.Entry> list(@RequestParam(required = false) UnitPath unit,
                                              @RequestParam(required = false) Boolean corrected,
                                              @RequestParam(required = false) String dossierNumber,
                                              @RequestParam(required = false) String q,
                                              @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.list(new CorrectionRegister.Filter(unit, corrected, dossierNumber, q), officer.get(), pageable));
    }
}
