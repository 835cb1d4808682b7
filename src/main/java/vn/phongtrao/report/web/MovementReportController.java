package vn.phongtrao.report.web;

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

import vn.phongtrao.report.ReportRegister;
import vn.phongtrao.report.ReportSums;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/movement-reports")
@Tag(name = "movement-reports", description = "Sổ báo cáo kết quả phong trào của xã, phường, thị trấn")
class MovementReportController {

    private final ReportRegister register;
    private final ReportSums sums;
    private final CurrentOfficer officer;

    MovementReportController(ReportRegister register, ReportSums sums, CurrentOfficer officer) {
        this.register = register;
        this.sums = sums;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Báo cáo của các xã, phường, thị trấn thuộc đơn vị và cấp dưới, với số liệu được tính",
            description = "from, to: kỳ nằm trong những ngày đó. last: chỉ kỳ cuối mà đơn vị đã báo cáo.")
    PagedModel<ReportRegister.Entry> list(@RequestParam(required = false) Long period,
                                          @RequestParam(required = false) LocalDate from,
                                          @RequestParam(required = false) LocalDate to,
                                          @RequestParam(required = false) UnitPath unit,
                                          @RequestParam(required = false) String status,
                                          @RequestParam(required = false) Boolean reported,
                                          @RequestParam(required = false) Boolean last,
                                          @RequestParam(required = false) Boolean late,
                                          @RequestParam(required = false) String q,
                                          @ParameterObject Pageable pageable) {
        var filter = new ReportRegister.Filter(period, from, to, unit, status, reported, last, late, q);
        return new PagedModel<>(register.list(filter, officer.get(), pageable));
    }

    @GetMapping("/sums")
    @Operation(summary = "Số liệu của một kỳ (mặc định kỳ mở gần nhất) cộng cho từng đơn vị và cấp dưới")
    PagedModel<ReportSums.Sum> sums(@RequestParam(required = false) Long period,
                                    @RequestParam(required = false) String tier,
                                    @RequestParam(required = false) UnitPath unit,
                                    @ParameterObject Pageable pageable) {
        return new PagedModel<>(sums.list(period, tier, unit, officer.get(), pageable));
    }
}
