package vn.phongtrao.workflow.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierSheets;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.workflow.ProcessPath;

/** Shows the path of a dossier on the diagrams of its processes; Cockpit's community edition shows no ended ones. */
@Controller
class PathPages {

    private final ProcessPath path;
    private final DossierSheets sheets;
    private final CurrentOfficer officer;

    PathPages(ProcessPath path, DossierSheets sheets, CurrentOfficer officer) {
        this.path = path;
        this.sheets = sheets;
        this.officer = officer;
    }

    @GetMapping("/dossiers/{number}/path")
    String page(@PathVariable DossierNumber number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("way", sheets.of(number, officer.get()).way());
        model.addAttribute("runs", path.of(number, officer.get()));
        return "dossier/path";
    }

    @GetMapping(path = "/dossiers/{number}/path/{run}", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable DossierNumber number, @PathVariable String run) {
        return path.diagram(number, run, officer.get());
    }
}
