package vn.phongtrao.rulebook.web;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.rulebook.Rulebook;
import vn.phongtrao.rulebook.Trial;
import vn.phongtrao.security.CurrentOfficer;

/** The rules as people read them; the law is everybody's to read who is signed in. */
@Controller
class RulePages {

    private final Rulebook rulebook;
    private final Trial trial;
    private final CurrentOfficer officer;

    RulePages(Rulebook rulebook, Trial trial, CurrentOfficer officer) {
        this.rulebook = rulebook;
        this.trial = trial;
        this.officer = officer;
    }

    @GetMapping("/rules")
    String all(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("tables", rulebook.find(q));
        model.addAttribute("administrator", officer.get().administrator());
        return "rules/list";
    }

    /** @param asked the values of a case to try, by the names of the table's inputs; none at first */
    @GetMapping("/rules/{key}")
    String one(@PathVariable String key, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("table", rulebook.require(key));
        model.addAttribute("questions", trial.questions(key, asked));
        model.addAttribute("tried", asked.containsKey("try") ? trial.rows(key, asked) : null);
        model.addAttribute("administrator", officer.get().administrator());
        return "rules/table";
    }
}
