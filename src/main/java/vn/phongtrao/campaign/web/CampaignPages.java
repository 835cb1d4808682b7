package vn.phongtrao.campaign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.campaign.Campaigns.Sheet;
import vn.phongtrao.campaign.ReviewKind;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** A campaign, and where units enter what they launch, register for and have reviewed. */
@Controller
class CampaignPages {

    private final Campaigns campaigns;
    private final Units units;
    private final CurrentOfficer officer;
    private final Clock clock;

    CampaignPages(Campaigns campaigns, Units units, CurrentOfficer officer, Clock clock) {
        this.campaigns = campaigns;
        this.units = units;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping("/campaigns")
    String launch(Model model) {
        model.addAttribute("kept", campaigns.keptBy(officer.get()));
        model.addAttribute("today", LocalDate.now(clock));
        return "campaign/list";
    }

    @GetMapping("/campaigns/{id}")
    String one(@PathVariable long id, Model model) {
        var sheet = campaigns.of(id, officer.get());
        var launcher = sheet.campaign().unitPath();
        model.addAttribute("sheet", sheet);
        model.addAttribute("names", names(sheet));
        model.addAttribute("kept", campaigns.keptBy(officer.get()).stream()
                .filter(unit -> launcher == null || launcher.covers(unit.path())).toList());
        model.addAttribute("kinds", ReviewKind.values());
        model.addAttribute("today", LocalDate.now(clock));
        return "campaign/one";
    }

    /** What the units are called, by their paths. */
    private Map<UnitPath, String> names(Sheet sheet) {
        return Stream.of(Stream.ofNullable(sheet.campaign().unitPath()), sheet.registrations().stream().map(Campaigns.Registration::unitPath),
                        sheet.reviews().stream().map(Campaigns.Review::unitPath)).flatMap(paths -> paths).distinct()
                .collect(Collectors.toMap(path -> path, path -> units.require(path).fullName()));
    }
}
