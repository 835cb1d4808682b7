package vn.phongtrao.campaign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.phongtrao.campaign.CampaignState;
import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.campaign.Campaigns.Filter;
import vn.phongtrao.campaign.Campaigns.Sheet;
import vn.phongtrao.campaign.ReviewKind;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** A campaign, and where units enter what they launch, register for and have reviewed. */
@Controller
class CampaignPages {

    private static final int MOST = 200;
    private static final Set<CampaignState> STANDING = EnumSet.of(CampaignState.COMING, CampaignState.RUNNING, CampaignState.OVER);

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
        var me = officer.get();
        model.addAttribute("kept", campaigns.keptBy(me));
        model.addAttribute("standing", campaigns.list(new Filter(null, null, null, null), me, PageRequest.of(0, MOST,
                Sort.by("validFrom").descending())).filter(one -> STANDING.contains(one.state())).toList());
        model.addAttribute("today", LocalDate.now(clock));
        return "campaign/list";
    }

    @GetMapping("/campaigns/{id}")
    String one(@PathVariable long id, Model model) {
        var me = officer.get();
        var sheet = campaigns.of(id, me);
        var kept = sheet.campaign().state() == CampaignState.WITHDRAWN ? List.<Unit>of() : campaigns.keptBy(me, sheet.campaign());
        model.addAttribute("sheet", sheet);
        model.addAttribute("names", names(sheet));
        model.addAttribute("kinds", ReviewKind.values());
        model.addAttribute("withdrawable", campaigns.withdrawable(sheet.campaign(), me));
        model.addAttribute("registering", kept.stream().filter(unit -> sheet.registrations().stream()
                .noneMatch(one -> one.unitPath().equals(unit.path()))).toList());
        model.addAttribute("reviewing", kept.stream().map(unit -> new Reviewing(unit, due(unit, sheet)))
                .filter(one -> !one.kinds().isEmpty()).toList());
        model.addAttribute("today", LocalDate.now(clock));
        return "campaign/one";
    }

    /** A unit with the reviews that it has not entered. */
    record Reviewing(Unit unit, List<ReviewKind> kinds) {
    }

    private static List<ReviewKind> due(Unit unit, Sheet sheet) {
        return Stream.of(ReviewKind.values()).filter(kind -> sheet.reviews().stream()
                .noneMatch(one -> one.unitPath().equals(unit.path()) && one.kind() == kind)).toList();
    }

    /** What the units are called, by their paths. */
    private Map<UnitPath, String> names(Sheet sheet) {
        return Stream.of(Stream.ofNullable(sheet.campaign().unitPath()), sheet.registrations().stream().map(Campaigns.Registration::unitPath),
                        sheet.reviews().stream().map(Campaigns.Review::unitPath)).flatMap(paths -> paths).distinct()
                .collect(Collectors.toMap(path -> path, path -> units.require(path).fullName()));
    }
}
