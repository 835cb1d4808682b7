package vn.phongtrao.unit.web;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;

@RestController
@RequestMapping("/api/units")
@Tag(name = "units", description = "Danh mục đơn vị hành chính đang có hiệu lực")
class UnitController {

    private final UnitRegister register;

    UnitController(UnitRegister register) {
        this.register = register;
    }

    @GetMapping
    @Operation(summary = "Danh sách đơn vị có hiệu lực trong một ngày (mặc định hôm nay); lọc theo cấp, đơn vị và cấp dưới, "
            + "đơn vị cấp trên trực tiếp, tên, mã")
    PagedModel<UnitRegister.Entry> list(@RequestParam(required = false) String tier,
                                        @RequestParam(required = false) UnitPath unit,
                                        @RequestParam(required = false) UnitPath parent,
                                        @RequestParam(required = false) String q,
                                        @RequestParam(required = false) String name,
                                        @RequestParam(required = false) LocalDate on,
                                        @ParameterObject Pageable pageable) {
        var filter = new UnitRegister.Filter(Tier.asked(tier).orElse(null), unit, parent, q, name, on);
        return new PagedModel<>(register.list(filter, pageable));
    }

    @GetMapping("/{*path}")
    @Operation(summary = "Một đơn vị theo đường dẫn mã, ví dụ 95/954/31813, với các đơn vị trước và sau sắp xếp")
    UnitRegister.Detail show(@PathVariable String path) {
        return register.show(UnitPath.of(path.substring(1)));
    }
}
