package vn.phongtrao.hamlet.web;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.hamlet.HamletList;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/hamlets")
@Tag(name = "hamlets")
class HamletsController {

    private final HamletList hamlets;

    HamletsController(HamletList hamlets) {
        this.hamlets = hamlets;
    }

    @GetMapping
    @Operation(summary = "Danh sách khóm, ấp của mọi đơn vị; lọc theo đơn vị và cấp dưới, ngày có hiệu lực, tên")
    PagedModel<HamletList.Entry> list(@RequestParam(required = false) UnitPath unit,
                                      @RequestParam(defaultValue = "false") boolean closed,
                                      @RequestParam(required = false) String name,
                                      @RequestParam(required = false) LocalDate on,
                                      @ParameterObject Pageable pageable) {
        return new PagedModel<>(hamlets.list(new HamletList.Filter(unit, closed, name, on), pageable));
    }
}
