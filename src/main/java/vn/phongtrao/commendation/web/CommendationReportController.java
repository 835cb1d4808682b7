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

import vn.phongtrao.commendation.CommendationReport;
import vn.phongtrao.commendation.CommendationReports;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/commendation-report")
@Tag(name = "commendation-report", description = "Báo cáo công tác khen thưởng")
class CommendationReportController {

    /** What holds when something is left out. */
    private static final String ABOUT = "Theo ngày quyết định và đơn vị đề nghị. Bỏ trống: đơn vị cao nhất của người"
            + " xem, sáu tháng hiện tại. Chỉ có số lượng, không có tên người.";

    private final CommendationReports reports;
    private final CurrentOfficer officer;

    CommendationReportController(CommendationReports reports, CurrentOfficer officer) {
        this.reports = reports;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Báo cáo của đơn vị và cấp dưới: theo hình thức, đối tượng, giới tính, người trực tiếp lao "
            + "động, nông dân; tiền thưởng theo quỹ", description = ABOUT)
    CommendationReport show(@RequestParam(required = false) UnitPath unit,
                            @RequestParam(required = false) LocalDate from,
                            @RequestParam(required = false) LocalDate to) {
        return reports.of(reports.asked(unit, from, to, officer.get()));
    }

    @GetMapping("/lines")
    @Operation(summary = "Các dòng của báo cáo, để tải thành tệp", description = ABOUT)
    PagedModel<CommendationReport.Line> lines(@RequestParam(required = false) UnitPath unit,
                                              @RequestParam(required = false) LocalDate from,
                                              @RequestParam(required = false) LocalDate to,
                                              @ParameterObject Pageable pageable) {
        return new PagedModel<>(reports.lines(reports.asked(unit, from, to, officer.get()), pageable));
    }
}
