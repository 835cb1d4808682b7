package vn.phongtrao.workflow.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.security.CurrentOfficer;

/** Leads whoever opens the application's address to where the work is. */
@Controller
class EntranceController {

    private final CurrentOfficer officer;

    EntranceController(CurrentOfficer officer) {
        this.officer = officer;
    }

    @GetMapping("/")
    String enter() {
        return "redirect:/camunda/app/%s/default/".formatted(officer.get().administrator() ? "welcome" : "tasklist");
    }
}
