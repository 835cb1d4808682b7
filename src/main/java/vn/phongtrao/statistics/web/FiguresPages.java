package vn.phongtrao.statistics.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;

import vn.phongtrao.press.PaperAnswer;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.RowFormat;
import vn.phongtrao.statistics.Comparison;
import vn.phongtrao.statistics.FiguresPaper;
import vn.phongtrao.statistics.FiguresSheet;
import vn.phongtrao.statistics.Overview;
import vn.phongtrao.statistics.Overviews;
import vn.phongtrao.statistics.Statistics;
import vn.phongtrao.statistics.WordsPaper;
import vn.phongtrao.unit.ChosenUnit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;

/** The movement in figures as people read, print and take it away. */
@Controller
class FiguresPages {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Statistics statistics;
    private final Overviews overviews;
    private final FiguresPaper paper;
    private final WordsPaper words;
    private final FiguresSheet sheet;
    private final UnitRegister units;
    private final CurrentOfficer officer;

    FiguresPages(Statistics statistics, Overviews overviews, FiguresPaper paper, WordsPaper words, FiguresSheet sheet,
                 UnitRegister units, CurrentOfficer officer) {
        this.statistics = statistics;
        this.overviews = overviews;
        this.paper = paper;
        this.words = words;
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
        binder.registerCustomEditor(UnitPath.class, new ChosenUnit());
    }

    /** Days that are no period, or what there is not, are refused above the form, which shows what is usual instead. */
    @GetMapping("/figures")
    String page(Query query, Model model, HttpServletResponse response) {
        Overview view;
        try {
            view = view(query);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.MALFORMED) {
                throw refusal;
            }
            view = view(new Query(query.unit(), null, null, null, null, null));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refused", refusal.getMessage());
        }
        model.addAttribute("query", query);
        model.addAttribute("view", view);
        model.addAttribute("beside", statistics.beside(view.asked()));
        model.addAttribute("with", model.containsAttribute("refused") ? Comparison.NONE.id() : comparison(query).id());
        model.addAttribute("other", query.other());
        model.addAttribute("units", units.choices(officer.get()::oversees));
        return "statistics/figures";
    }

    @GetMapping("/figures.pdf")
    void pdf(Query query, HttpServletResponse response) throws IOException {
        var view = view(query);
        PaperAnswer.send(name("so-lieu", view.asked()) + ".pdf", paper.print(view), response);
    }

    /** The report in words. */
    @GetMapping("/figures/report.pdf")
    void report(Query query, HttpServletResponse response) throws IOException {
        var asked = asked(query);
        PaperAnswer.send(name("bao-cao", asked) + ".pdf", words.print(asked, comparison(query), officer.get()),
                response);
    }

    @GetMapping("/figures/report.docx")
    void text(Query query, HttpServletResponse response) throws IOException {
        var asked = asked(query);
        save(words.write(asked, comparison(query), officer.get()), DOCX, name("bao-cao", asked) + ".docx", response);
    }

    @GetMapping("/figures.xlsx")
    void xlsx(Query query, HttpServletResponse response) throws IOException {
        var asked = asked(query);
        var file = new ByteArrayOutputStream();
        sheet.write(asked, overviews.compared(asked, comparison(query), query.other(), officer.get()), file);
        save(file.toByteArray(), RowFormat.XLSX.mediaType(), name("so-lieu", asked) + ".xlsx", response);
    }

    private static void save(byte[] file, String type, String name, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    private Overview view(Query query) {
        return overviews.of(asked(query), comparison(query), query.other(), query.figure(), officer.get());
    }

    private Asked asked(Query query) {
        return statistics.asked(query.unit(), query.from(), query.to(), officer.get());
    }

    private static Comparison comparison(Query query) {
        var comparison = query.with() == null || query.with().isEmpty() ? Comparison.NONE : Comparison.of(query.with());
        if (comparison == Comparison.UNIT && query.other() == null) {
            throw Refusal.malformed("other", "Chưa chọn đơn vị so sánh");
        }
        return comparison;
    }

    private static String name(String what, Asked asked) {
        return "%s-%s-%s-%s".formatted(what, asked.unit().code(), asked.from(), asked.to());
    }
}
