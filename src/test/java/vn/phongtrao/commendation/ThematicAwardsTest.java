package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.phongtrao.campaign.CampaignState;
import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.unit.UnitPath;

/** What officers are told of the campaign that a thematic award is for. */
class ThematicAwardsTest {

    private static final UnitPath UNIT = UnitPath.of("96/31825");
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);

    private final Campaigns campaigns = mock();
    private final Dossier dossier = mock();
    private final Commendation commendation = mock();
    private final ThematicAwards awards = new ThematicAwards(campaigns);

    @BeforeEach
    void aThematicDossier() {
        when(dossier.unitPath()).thenReturn(UNIT);
        when(commendation.achievementType()).thenReturn("thematic");
        when(commendation.achievedFrom()).thenReturn(FROM);
        when(commendation.achievedTo()).thenReturn(TO);
    }

    @Test
    void theCampaignsOfTheTimeAreNamedWithWhereTheyAre() {
        when(campaigns.over(UNIT, FROM, TO)).thenReturn(List.of(new Campaigns.Entry(1, null, "Phong trào mẫu", "1/KH", FROM,
                "x", FROM, null, CampaignState.RUNNING, "Đang diễn ra", 0, "x", null, "x")));

        assertThat(awards.of(dossier, commendation)).singleElement().returns(true, Finding::fits)
                .extracting(Finding::message).asString().endsWith("Phong trào mẫu (1/KH; đang diễn ra)");
    }

    @Test
    void withoutOneOfficersAreToldAndNothingStops() {
        assertThat(awards.of(dossier, commendation)).singleElement().returns(false, Finding::fits).returns(false, Finding::enforced);
    }

    @Test
    void otherAwardsNeedNone() {
        when(commendation.achievementType()).thenReturn("regular");

        assertThat(awards.of(dossier, commendation)).isEmpty();
    }
}
