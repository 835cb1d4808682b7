package vn.phongtrao.commendation;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.campaign.Campaigns.Entry;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.text.Wording;

/**
 * Whether what is commended for an emulation campaign lies within one (Luật Thi đua, khen thưởng 2022, Điều 8). Whether awards
 * wait for its review is for the province to say: where it is, is told and stops nothing.
 */
@Component
class ThematicAwards {

    private static final String THEMATIC = "thematic";
    private static final String BASIS = "Luật Thi đua, khen thưởng 2022, Điều 8";

    private final Campaigns campaigns;

    ThematicAwards(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    List<Finding> of(Dossier dossier, Commendation commendation) {
        if (!commendation.achievementType().equals(THEMATIC)) {
            return List.of();
        }
        var over = campaigns.over(dossier.unitPath(), commendation.achievedFrom(), commendation.achievedTo());
        return List.of(new Finding(null, !over.isEmpty(), over.isEmpty()
                ? "Sổ phong trào thi đua không có phong trào nào trong thời gian lập thành tích"
                : "Thành tích trong thời gian phong trào thi đua: " + over.stream().map(ThematicAwards::said)
                        .collect(Collectors.joining("; ")), false, BASIS));
    }

    private static String said(Entry campaign) {
        return "%s (%s; %s)".formatted(campaign.name(), campaign.document(), campaign.stateName().toLowerCase(Wording.VIETNAMESE));
    }
}
