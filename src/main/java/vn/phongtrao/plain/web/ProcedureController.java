package vn.phongtrao.plain.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.plain.PlainRegister;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/procedures")
@Tag(name = "procedures", description = "Sổ của các thủ tục khai báo bằng biểu mẫu")
class ProcedureController {

    /** What every list takes; all else names a field. */
    private static final Set<String> COMMON = Set.of("unit", "page", "size", "sort", "format", "purpose");

    private final PlainRegister register;
    private final CurrentOfficer officer;

    ProcedureController(PlainRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    @GetMapping("/{key}")
    @Operation(summary = "Hồ sơ đã có quyết định của một thủ tục, của đơn vị và cấp dưới")
    PagedModel<PlainRegister.Entry> ofProcedure(@PathVariable String key, @RequestParam(required = false) UnitPath unit,
                                                @Parameter(hidden = true) @RequestParam Map<String, String> asked,
                                                @ParameterObject Pageable pageable) {
        var fields = new LinkedHashMap<>(asked);
        fields.keySet().removeAll(COMMON);
        return new PagedModel<>(register.list(key, unit, fields, officer.get(), pageable));
    }
}
