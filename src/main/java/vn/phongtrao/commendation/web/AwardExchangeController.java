package vn.phongtrao.commendation.web;

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

import vn.phongtrao.commendation.AwardExchange;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/award-exchange")
@Tag(name = "awards", description = "Sổ khen thưởng")
class AwardExchangeController {

    private final AwardExchange exchange;
    private final CurrentOfficer officer;

    AwardExchangeController(AwardExchange exchange, CurrentOfficer officer) {
        this.exchange = exchange;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Khen thưởng để cung cấp cho cơ sở dữ liệu quốc gia; mỗi dòng theo " + AwardExchange.SCHEMA
            + "; state: in-force, corrected, revoked")
    PagedModel<AwardExchange.Row> list(@RequestParam(required = false) UnitPath unit,
                                       @RequestParam(required = false) LocalDate decidedFrom,
                                       @RequestParam(required = false) LocalDate decidedTo,
                                       @RequestParam(required = false) String state,
                                       @ParameterObject Pageable pageable) {
        return new PagedModel<>(exchange.list(new AwardExchange.Filter(unit, decidedFrom, decidedTo, state), officer.get(),
                pageable));
    }
}
