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

import vn.phongtrao.revocation.RevocationRegister;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/revocations")
@Tag(name = "revocations", description = "Sổ hủy bỏ quyết định khen thưởng")
class RevocationController {

    private final RevocationRegister register;
    private final CurrentOfficer officer;

    RevocationController(RevocationRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Danh sách hủy bỏ quyết định khen thưởng của đơn vị và cấp dưới, với hiện vật và tiền thưởng "
            + "phải thu hồi, đã thu hồi",
            description = "ground: fraud, false-papers, unlawful-appraisal, violation. settled: đã thu hồi xong hay chưa. "
                    + "Số tiền tính bằng đồng.")
    PagedModel<RevocationRegister.Entry> list(@RequestParam(required = false) UnitPath unit,
                                              @RequestParam(required = false) String ground,
                                              @RequestParam(required = false) Boolean settled,
                                              @RequestParam(required = false) String q,
                                              @ParameterObject Pageable pageable) {
        var filter = new RevocationRegister.Filter(unit, ground, settled, q);
        return new PagedModel<>(register.list(filter, officer.get(), pageable));
    }
}
