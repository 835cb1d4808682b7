package vn.phongtrao.reorganisation.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.reorganisation.Joins;
import vn.phongtrao.reorganisation.Reorganisation;
import vn.phongtrao.reorganisation.Successions;
import vn.phongtrao.security.CurrentOfficer;

/** Where administrators see what goes where when units end, try it, and carry it out. */
@Controller
class ReorganisationPages {

    private final Successions successions;
    private final Reorganisation reorganisation;
    private final Joins joins;
    private final CurrentOfficer officer;

    ReorganisationPages(Successions successions, Reorganisation reorganisation, Joins joins, CurrentOfficer officer) {
        this.successions = successions;
        this.reorganisation = reorganisation;
        this.joins = joins;
        this.officer = officer;
    }

    @GetMapping("/reorganisation")
    String page(Model model) {
        officer.administrator();
        var all = successions.all();
        model.addAttribute("successions", all);
        model.addAttribute("figures", Successions.figuresOf(all));
        model.addAttribute("runs", reorganisation.runs());
        model.addAttribute("joins", joins.all());
        return "reorganisation/page";
    }
}
