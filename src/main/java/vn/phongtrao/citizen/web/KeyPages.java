package vn.phongtrao.citizen.web;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.citizen.KeyOverview;
import vn.phongtrao.security.CurrentOfficer;

/** Where administrators see how far a change of keys has come. */
@Controller
class KeyPages {

    private final KeyOverview keys;
    private final CurrentOfficer officer;
    private final Clock clock;

    KeyPages(KeyOverview keys, CurrentOfficer officer, Clock clock) {
        this.keys = keys;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping("/citizen-keys")
    String status(Model model) {
        officer.administrator();
        model.addAttribute("status", keys.status());
        model.addAttribute("zone", clock.getZone());
        return "citizen/keys";
    }
}
