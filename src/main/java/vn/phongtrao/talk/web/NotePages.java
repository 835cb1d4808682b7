package vn.phongtrao.talk.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.talk.Notes;

/** The part of a dossier's page where people talk about it. */
@Controller
class NotePages {

    private static final int AT_ONCE = 20;

    private final Notes notes;
    private final CurrentOfficer officer;

    NotePages(Notes notes, CurrentOfficer officer) {
        this.notes = notes;
        this.officer = officer;
    }

    /** @param before the oldest note that is shown already; null for the newest ones */
    @GetMapping("/dossiers/{number}/notes")
    String talk(@PathVariable DossierNumber number, @RequestParam(required = false) Long before, Model model) {
        model.addAttribute("talk", notes.talk(number, before, AT_ONCE, officer.get()));
        model.addAttribute("longest", Notes.LONGEST);
        return "talk/notes :: talk";
    }
}
