package vn.example.road;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/self-managed-roads")
@Tag(name = "self-managed-roads", description = "Sổ tuyến đường tự quản về an ninh, trật tự")
class RoadController {

    private final RoadRegister register;
    private final CurrentOfficer officer;

    RoadController(RoadRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Tuyến đường tự quản của đơn vị và cấp dưới")
    PagedModel<RoadRegister.Entry> list(@RequestParam(required = false) String name,
                                        @RequestParam(required = false) UnitPath unit,
                                        @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.list(new RoadRegister.Filter(name, unit), officer.get(), pageable));
    }
}
