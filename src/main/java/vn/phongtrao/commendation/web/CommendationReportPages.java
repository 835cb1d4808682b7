package vn.phongtrao.commendation.web;

import java.io.IOException;
import java.time.LocalDate;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;

import vn.phongtrao.commendation.CommendationReport;
import vn.phongtrao.commendation.CommendationReportPaper;
import vn.phongtrao.commendation.CommendationReports;
import vn.phongtrao.press.PaperAnswer;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.UsualPeriod;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.ChosenUnit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;

/** The report on commendation as people read and print it. */
@Controller
class CommendationReportPages {

    private final CommendationReports reports;
    private final CommendationReportPaper paper;
    private final UnitRegister units;
    private final CurrentOfficer officer;

    CommendationReportPages(CommendationReports reports, CommendationReportPaper paper, UnitRegister units,
                            CurrentOfficer officer) {
        this.reports = reports;
        this.paper = paper;
        this.units = units;
        this.officer = officer;
    }

    /** What is asked for; see {@link CommendationReports#asked}. */
    record Query(UnitPath unit, LocalDate from, LocalDate to) {
    }

    /** What is left empty in the form is not asked for. */
    @InitBinder
    void emptyIsNone(WebDataBinder binder) {
        binder.registerCustomEditor(UnitPath.class, new ChosenUnit());
    }

    /** Days that are no period are refused above the form, which shows what is usual instead. */
    @GetMapping("/commendation-report")
    String page(Query query, Model model, HttpServletResponse response) {
        CommendationReport report;
        try {
            report = report(query);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.MALFORMED) {
                throw refusal;
            }
            report = report(new Query(query.unit(), null, null));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refused", refusal.getMessage());
        }
        model.addAttribute("query", query);
        model.addAttribute("report", report);
        model.addAttribute("periods", UsualPeriod.around(report.to().getYear()));
        model.addAttribute("units", units.choices(officer.get()::oversees));
        return "awards/report";
    }

    @GetMapping(path = "/commendation-report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    void pdf(Query query, HttpServletResponse response) throws IOException {
        var report = report(query);
        PaperAnswer.send("bao-cao-khen-thuong-%s-%s-%s.pdf".formatted(report.unit().code(), report.from(), report.to()),
                paper.print(report), response);
    }

    private CommendationReport report(Query query) {
        return reports.of(reports.asked(query.unit(), query.from(), query.to(), officer.get()));
    }
}
