package vn.phongtrao.retention.web;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.retention.Forgotten;
import vn.phongtrao.security.CurrentOfficer;

/** Where administrators see what has been forgotten. */
@Controller
class ForgottenPages {

    private static final int SHOWN = 200;

    private final Forgotten forgotten;
    private final CurrentOfficer officer;

    ForgottenPages(Forgotten forgotten, CurrentOfficer officer) {
        this.forgotten = forgotten;
        this.officer = officer;
    }

    @GetMapping("/forgotten")
    String all(Model model) {
        officer.administrator();
        model.addAttribute("forgotten", forgotten.list(officer.get(), PageRequest.of(0, SHOWN, Sort.by("id").descending())));
        return "retention/forgotten";
    }
}
