package vn.phongtrao.province.web;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.province.ProvinceEditions;
import vn.phongtrao.security.CurrentOfficer;

/** Where administrators load the files of provinces, and see first what would change. */
@Controller
class ProvincePages {

    private final ProvinceEditions editions;
    private final CurrentOfficer officer;
    private final Clock clock;

    ProvincePages(ProvinceEditions editions, CurrentOfficer officer, Clock clock) {
        this.editions = editions;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping("/provinces")
    String all(Model model) {
        officer.administrator();
        model.addAttribute("loads", editions.loads());
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("own", editions.own());
        model.addAttribute("refused", editions.refused());
        model.addAttribute("folder", editions.hasFolder());
        model.addAttribute("files", editions.files().all().keySet());
        return "provinces/list";
    }
}
