package vn.phongtrao.rulebook.web;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.phongtrao.law.DocumentType;
import vn.phongtrao.law.LegalChange.Act;
import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.rulebook.Rulebook;
import vn.phongtrao.security.CurrentOfficer;

/** A legal document, what has become of it, and the rows of tables that cite it; administrators say what becomes of it. */
@Controller
class LawPages {

    private final LegalDocuments laws;
    private final Rulebook rulebook;
    private final CurrentOfficer officer;
    private final Clock clock;

    LawPages(LegalDocuments laws, Rulebook rulebook, CurrentOfficer officer, Clock clock) {
        this.laws = laws;
        this.rulebook = rulebook;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping("/laws")
    String all(Model model) {
        model.addAttribute("endings", laws.endings(LegalDocuments.TOLD_BEFORE));
        model.addAttribute("kinds", DocumentType.values());
        model.addAttribute("administrator", officer.get().administrator());
        return "law/list";
    }

    @GetMapping("/laws/{id}")
    String one(@PathVariable String id, Model model) {
        var sheet = laws.of(id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("rows", rulebook.citing(sheet.document().citedAs()));
        model.addAttribute("others", laws.all());
        model.addAttribute("acts", Act.values());
        model.addAttribute("administrator", officer.get().administrator());
        model.addAttribute("zone", clock.getZone());
        return "law/one";
    }
}
