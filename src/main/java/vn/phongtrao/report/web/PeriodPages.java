package vn.phongtrao.report.web;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.report.Periods;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.Position;

/** Where the province opens and closes periods, and officers fill in forms from files. */
@Controller
class PeriodPages {

    /** Ten years of half-years. */
    private static final int MOST = 20;

    private final Periods periods;
    private final CurrentOfficer officer;

    PeriodPages(Periods periods, CurrentOfficer officer) {
        this.periods = periods;
        this.officer = officer;
    }

    @GetMapping("/report-periods")
    String all(Model model) {
        var me = officer.get();
        model.addAttribute("periods", periods.list(me, PageRequest.of(0, MOST, Sort.by("to").descending()))
                .getContent());
        model.addAttribute("opens", periods.opens(me));
        model.addAttribute("fills", !me.unitsAs(Position.POLICE_OFFICER).isEmpty());
        return "report/periods";
    }
}
