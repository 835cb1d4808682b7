package vn.phongtrao.audit.web;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.audit.Chain;
import vn.phongtrao.audit.EventRetention;
import vn.phongtrao.security.CurrentOfficer;

/** Where auditors begin: the way to the list, the chain, and how long what is kept. */
@Controller
class AuditPages {

    private final Chain chain;
    private final EventRetention retention;
    private final CurrentOfficer officer;
    private final Clock clock;

    AuditPages(Chain chain, EventRetention retention, CurrentOfficer officer, Clock clock) {
        this.chain = chain;
        this.retention = retention;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping("/audit")
    String audit(Model model) {
        officer.auditor();
        model.addAttribute("rules", retention.rules());
        model.addAttribute("zone", clock.getZone());
        return "audit/page";
    }

    @GetMapping("/audit/chain")
    String chain(Model model) {
        officer.auditor();
        model.addAttribute("chain", chain.check());
        return audit(model);
    }
}
