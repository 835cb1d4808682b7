package vn.phongtrao.rulebook.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.procedure.ProcedureEditions;
import vn.phongtrao.rulebook.Rulebook;
import vn.phongtrao.rulebook.Sheet;
import vn.phongtrao.rulebook.Trial;
import vn.phongtrao.security.CurrentOfficer;

/** The rules as people read them; the law is everybody's to read who is signed in. */
@Controller
class RulePages {

    /** How far ahead the longest usual period ends. */
    private static final int MONTHS = 3;

    private final Rulebook rulebook;
    private final Trial trial;
    private final ProcedureEditions editions;
    private final WorkingCalendar calendar;
    private final LegalDocuments laws;
    private final CurrentOfficer officer;
    private final Clock clock;

    RulePages(Rulebook rulebook, Trial trial, ProcedureEditions editions, WorkingCalendar calendar,
              LegalDocuments laws, CurrentOfficer officer, Clock clock) {
        this.rulebook = rulebook;
        this.trial = trial;
        this.editions = editions;
        this.calendar = calendar;
        this.laws = laws;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping("/rules")
    String all(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("uncounted", uncounted());
        var tables = rulebook.find(q);
        model.addAttribute("count", tables.size());
        model.addAttribute("procedures", tables.stream().collect(
                Collectors.groupingBy(Sheet::procedure, LinkedHashMap::new, Collectors.toList())));
        if (officer.get().administrator()) {
            model.addAttribute("endings", laws.endings(LegalDocuments.TOLD_BEFORE));
            model.addAttribute("loads", editions.loads());
            model.addAttribute("zone", clock.getZone());
            model.addAttribute("own", editions.own());
            model.addAttribute("refused", editions.refused());
        }
        return "rules/list";
    }

    /** @param asked the values of a case to try, by the names of the table's inputs; none at first */
    @GetMapping("/rules/{key}")
    String one(@PathVariable String key, @RequestParam Map<String, String> asked, Model model) {
        var table = rulebook.require(key);
        model.addAttribute("table", table);
        model.addAttribute("uncounted", table.key().endsWith("deadline") ? uncounted() : Optional.empty());
        model.addAttribute("unfit", editions.unfit(table.file()));
        model.addAttribute("questions", trial.questions(key, asked));
        model.addAttribute("tried", asked.containsKey("try") ? trial.rows(key, asked) : null);
        model.addAttribute("administrator", officer.get().administrator());
        return "rules/table";
    }

    private Optional<String> uncounted() {
        var today = LocalDate.now(clock);
        return calendar.missing(today, today.plusMonths(MONTHS));
    }
}
