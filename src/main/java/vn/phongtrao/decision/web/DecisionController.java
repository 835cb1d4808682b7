package vn.phongtrao.decision.web;

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

import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/decisions")
@Tag(name = "decisions", description = "Sổ quyết định")
class DecisionController {

    private final DecisionRegister register;
    private final CurrentOfficer officer;

    DecisionController(DecisionRegister register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Danh sách quyết định của đơn vị và cấp dưới, hoặc về hồ sơ của đơn vị và cấp dưới")
    PagedModel<DecisionRegister.Entry> list(@RequestParam(required = false) UnitPath authority,
                                            @RequestParam(required = false) Integer year,
                                            @RequestParam(required = false) String symbol,
                                            @RequestParam(required = false) String dossierNumber,
                                            @RequestParam(required = false) String q,
                                            @ParameterObject Pageable pageable) {
        var filter = new DecisionRegister.Filter(authority, year, symbol, dossierNumber, q);
        return new PagedModel<>(register.list(filter, officer.get(), pageable));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Một quyết định")
    DecisionRegister.Entry show(@PathVariable long id) {
        return register.show(id, officer.get());
    }
}
