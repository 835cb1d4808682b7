package vn.phongtrao.commendation;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.campaign.Campaigns.Entry;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/**
 * The campaign that an award for emulation belongs to, and whether what is commended lies within one (Luật Thi đua, khen
 * thưởng 2022, Điều 8). Whether awards wait for its review is for the province to say: where it is, is told and stops
 * nothing.
 */
@Component
class ThematicAwards {

    private static final String THEMATIC = "thematic";
    private static final String FIELD = "campaign";
    private static final String BASIS = "Luật Thi đua, khen thưởng 2022, Điều 8";

    private final Campaigns campaigns;

    ThematicAwards(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** What forms are filled with: the campaigns to choose from, the latest first. */
    @Fills("commendation")
    record Options(List<Option> campaigns) {
    }

    Options options(UnitPath unitPath) {
        return new Options(campaigns.launchedFor(unitPath).stream().map(campaign -> new Option(
                String.valueOf(campaign.id()), "%s; %s".formatted(title(campaign).full(), period(campaign)))).toList());
    }

    /** What the campaign is called; null where it belongs to none. */
    Campaigns.Title campaign(Commendation commendation) {
        return commendation.campaign() == null ? null : campaigns.title(commendation.campaign());
    }

    /**
     * Only thematic awards belong to a campaign, and to one that is launched for the unit and has a day in common with the
     * achievement. A new dossier names it where there is one; those that were open before need not.
     *
     * @throws Refusal rule broken
     */
    void require(UnitPath unitPath, Proposal proposal, boolean chosen) {
        if (!proposal.achievementType().equals(THEMATIC)) {
            if (proposal.campaign() != null) {
                throw Refusal.broken(FIELD, "Chỉ khen thưởng phong trào thi đua (chuyên đề) thuộc một phong trào thi đua",
                        BASIS);
            }
            return;
        }
        if (proposal.campaign() == null && !chosen || proposal.achievedTo().isBefore(proposal.achievedFrom())) {
            return;
        }
        if (proposal.campaign() != null) {
            campaigns.hold(proposal.campaign());
        }
        var over = campaigns.over(unitPath, proposal.achievedFrom(), proposal.achievedTo());
        if (proposal.campaign() == null) {
            if (!over.isEmpty()) {
                throw Refusal.broken(FIELD, "Chọn phong trào thi đua mà khen thưởng này thuộc về", BASIS);
            }
        } else if (over.stream().noneMatch(campaign -> campaign.id() == proposal.campaign())) {
            throw campaigns.launchedFor(unitPath).stream().filter(campaign -> campaign.id() == proposal.campaign()).findFirst()
                    .map(campaign -> Refusal.broken(FIELD, "Phong trào này diễn ra %s, ngoài thời gian lập thành tích"
                            .formatted(period(campaign)), BASIS))
                    .orElseGet(() -> Refusal.broken(FIELD, "Không có phong trào thi đua này cho đơn vị", BASIS));
        }
    }

    List<Finding> of(Dossier dossier, Commendation commendation) {
        if (!commendation.achievementType().equals(THEMATIC)) {
            return List.of();
        }
        var over = campaigns.over(dossier.unitPath(), commendation.achievedFrom(), commendation.achievedTo());
        var own = over.stream().filter(campaign -> Long.valueOf(campaign.id()).equals(commendation.campaign())).findFirst();
        return List.of(own.map(campaign -> found(true, "Thuộc phong trào thi đua: " + said(campaign)))
                .orElseGet(() -> over.isEmpty()
                        ? found(false, "Sổ phong trào thi đua không có phong trào nào trong thời gian lập thành tích")
                        : found(true, "Thành tích trong thời gian phong trào thi đua: " + over.stream()
                                .map(ThematicAwards::said).collect(Collectors.joining("; ")))));
    }

    private static Finding found(boolean fits, String message) {
        return new Finding(null, fits, message, false, BASIS);
    }

    private static String said(Entry campaign) {
        return "%s (%s; %s)".formatted(campaign.name(), campaign.document(), campaign.stateName().toLowerCase(Wording.VIETNAMESE));
    }

    private static Campaigns.Title title(Entry campaign) {
        return new Campaigns.Title(campaign.name(), campaign.document());
    }

    private static String period(Entry campaign) {
        return "từ ngày %s%s".formatted(Wording.shortDate(campaign.validFrom()),
                campaign.validTo() == null ? "" : " đến ngày " + Wording.shortDate(campaign.validTo()));
    }
}
