package vn.phongtrao.desk.web;

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

import vn.phongtrao.desk.Exports;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/exports")
@Tag(name = "exports", description = "Ai đã tải danh sách nào, để làm gì")
class ExportController {

    private final Exports exports;
    private final CurrentOfficer officer;

    ExportController(Exports exports, CurrentOfficer officer) {
        this.exports = exports;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Các lần tải danh sách: của chính mình; trưởng công an, chủ tịch thì của đơn vị và cấp dưới")
    PagedModel<Exports.Entry> list(@RequestParam(required = false) String account,
                                   @RequestParam(required = false) String list,
                                   @RequestParam(required = false) UnitPath unit,
                                   @RequestParam(required = false) LocalDate exportedFrom,
                                   @RequestParam(required = false) LocalDate exportedTo,
                                   @ParameterObject Pageable pageable) {
        return new PagedModel<>(exports.list(new Exports.Filter(account, list, unit, exportedFrom, exportedTo),
                officer.get(), pageable));
    }
}
