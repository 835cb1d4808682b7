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

import vn.phongtrao.revocation.ReissueRegister;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/reissues")
@Tag(name = "reissues", description = "Sổ cấp lại, cấp đổi giấy khen, bằng khen")
class ReissueController {

    private final ReissueRegister register;
    private final CurrentOfficer officer;

    ReissueController(ReissueRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Danh sách giấy khen, bằng khen được cấp lại, cấp đổi của đơn vị và cấp dưới",
            description = "cause: lost, damaged. given: đã cấp hay đang xem xét. print: bản in đang có giá trị, tính từ 1.")
    PagedModel<ReissueRegister.Entry> list(@RequestParam(required = false) UnitPath unit,
                                              @RequestParam(required = false) String cause,
                                              @RequestParam(required = false) Boolean given,
                                              @RequestParam(required = false) String q,
                                              @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.list(new ReissueRegister.Filter(unit, cause, given, q), officer.get(), pageable));
    }
}
