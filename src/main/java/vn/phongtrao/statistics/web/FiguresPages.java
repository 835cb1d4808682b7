package vn.phongtrao.statistics.web;

import java.beans.PropertyEditorSupport;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;

import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.RowFormat;
import vn.phongtrao.statistics.Comparison;
import vn.phongtrao.statistics.FiguresPaper;
import vn.phongtrao.statistics.FiguresSheet;
import vn.phongtrao.statistics.Overview;
import vn.phongtrao.statistics.Overviews;
import vn.phongtrao.statistics.Statistics;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;

/** The movement in figures as people read, print and take it away. */
@Controller
class FiguresPages {

    private final Statistics statistics;
    private final Overviews overviews;
    private final FiguresPaper paper;
    private final FiguresSheet sheet;
    private final UnitRegister units;
    private final CurrentOfficer officer;

    FiguresPages(Statistics statistics, Overviews overviews, FiguresPaper paper, FiguresSheet sheet, UnitRegister units,
                 CurrentOfficer officer) {
        this.statistics = statistics;
        this.overviews = overviews;
        this.paper = paper;
        this.sheet = sheet;
        this.units = units;
        this.officer = officer;
    }

    /**
     * What is asked for; an address that people may keep, because it names nobody.
     *
     * @param with   see {@link Comparison}
     * @param other  unit to compare with
     * @param figure id of the one to compare units by
     */
    record Query(UnitPath unit, LocalDate from, LocalDate to, String with, UnitPath other, String figure) {
    }

    /** What is left empty in the form is not asked for. */
    @InitBinder
    void emptyIsNone(WebDataBinder binder) {
        binder.registerCustomEditor(UnitPath.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.isEmpty() ? null : UnitPath.of(text));
            }
        });
    }

    @GetMapping("/figures")
    String page(Query query, Model model) {
        model.addAttribute("view", view(query));
        model.addAttribute("with", comparison(query).id());
        model.addAttribute("other", query.other());
        model.addAttribute("units", overseen());
        return "statistics/figures";
    }

    @GetMapping(path = "/figures.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    void pdf(Query query, HttpServletResponse response) throws IOException {
        var view = view(query);
        var pdf = paper.print(view);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(name(view) + ".pdf").build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(pdf);
    }

    @GetMapping("/figures.xlsx")
    void xlsx(Query query, HttpServletResponse response) throws IOException {
        var view = view(query);
        response.setContentType(RowFormat.XLSX.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name(view) + ".xlsx").build().toString());
        sheet.write(view.asked(), response.getOutputStream());
    }

    private Overview view(Query query) {
        var me = officer.get();
        var asked = statistics.asked(query.unit(), query.from(), query.to(), me);
        return overviews.of(asked, comparison(query), query.other(), query.figure(), me);
    }

    private static Comparison comparison(Query query) {
        return query.with() == null || query.with().isEmpty() ? Comparison.NONE : Comparison.of(query.with());
    }

    private static String name(Overview view) {
        return "so-lieu-%s-%s-%s".formatted(view.asked().unit().code(), view.asked().from(), view.asked().to());
    }

    private List<UnitRegister.Entry> overseen() {
        var me = officer.get();
        return units.list(UnitRegister.Filter.ALL, PageRequest.of(0, Integer.MAX_VALUE, Sort.by("path"))).stream()
                .filter(unit -> me.oversees(unit.path())).toList();
    }
}
