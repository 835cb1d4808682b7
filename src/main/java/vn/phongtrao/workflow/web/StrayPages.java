package vn.phongtrao.workflow.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.workflow.Strays;

/** Where administrators see dossiers and processes that have lost each other, and end them. */
@Controller
class StrayPages {

    private final Strays strays;
    private final CurrentOfficer officer;

    StrayPages(Strays strays, CurrentOfficer officer) {
        this.strays = strays;
        this.officer = officer;
    }

    @GetMapping("/strays")
    String all(Model model) {
        officer.administrator();
        model.addAttribute("strays", strays.all());
        return "strays/list";
    }
}
