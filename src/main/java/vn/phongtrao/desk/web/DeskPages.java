package vn.phongtrao.desk.web;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import vn.phongtrao.desk.Desk;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.holiday.Years;
import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.security.CurrentOfficer;

/** What whoever opens the application's address sees. */
@Controller
class DeskPages {

    private final Desk desk;
    private final RegisterShelf registers;
    private final Years calendar;
    private final LegalDocuments laws;
    private final CurrentOfficer officer;

    DeskPages(Desk desk, RegisterShelf registers, Years calendar, LegalDocuments laws,
              CurrentOfficer officer) {
        this.desk = desk;
        this.registers = registers;
        this.calendar = calendar;
        this.laws = laws;
        this.officer = officer;
    }

    @GetMapping("/")
    String desk(Model model) {
        model.addAttribute("desk", desk.of(officer.get()));
        model.addAttribute("registers", registers.of(officer.get()));
        model.addAttribute("calendar", calendar.askedFor(officer.get()));
        model.addAttribute("administrator", officer.get().administrator());
        model.addAttribute("auditor", officer.get().auditor());
        model.addAttribute("endings", officer.get().administrator() ? laws.endings(LegalDocuments.TOLD_BEFORE) : List.of());
        return "desk/desk";
    }

    /** @param dossiers numbers of those that something is to be seen to before they are agreed to */
    record Wanting(Set<DossierNumber> dossiers) {
    }

    /** What the page marks once it is there. */
    @GetMapping("/desk/wanting")
    @ResponseBody
    Wanting wanting() {
        return new Wanting(desk.wanting(officer.get()));
    }
}
