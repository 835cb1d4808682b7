package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import vn.phongtrao.refusal.Refusal;
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
        when(campaigns.over(UNIT, FROM, TO)).thenReturn(List.of(campaign(1)));

        assertThat(awards.of(dossier, commendation)).singleElement().returns(true, Finding::fits)
                .extracting(Finding::message).asString().endsWith("Phong trào mẫu (1/KH; đang diễn ra)");
    }

    @Test
    void withoutOneOfficersAreToldAndNothingStops() {
        assertThat(awards.of(dossier, commendation)).singleElement().returns(false, Finding::fits).returns(false, Finding::enforced);
    }

    @Test
    void theOneThatWasChosenIsNamedAlone() {
        when(campaigns.over(UNIT, FROM, TO)).thenReturn(List.of(campaign(1), campaign(2)));
        when(commendation.campaign()).thenReturn(2L);

        assertThat(awards.of(dossier, commendation)).singleElement().extracting(Finding::message)
                .isEqualTo("Thuộc phong trào thi đua: Phong trào mẫu (2/KH; đang diễn ra)");
    }

    @Test
    void aNewDossierNamesItsCampaignWhereThereIsOne() {
        awards.require(UNIT, proposal("thematic", null), true);
        when(campaigns.over(UNIT, FROM, TO)).thenReturn(List.of(campaign(1)));

        assertRefused("Chọn phong trào thi đua", proposal("thematic", null));
        awards.require(UNIT, proposal("thematic", 1L), true);
        awards.require(UNIT, proposal("thematic", null), false);
        awards.require(UNIT, proposal("regular", null), true);
    }

    @Test
    void whatDoesNotStandOverTheAchievementIsNotChosen() {
        when(campaigns.over(UNIT, FROM, TO)).thenReturn(List.of(campaign(1)));
        when(campaigns.launchedFor(UNIT)).thenReturn(List.of(campaign(1), campaign(2)));

        assertRefused("ngoài thời gian lập thành tích", proposal("thematic", 2L));
        assertRefused("Không có phong trào thi đua này", proposal("thematic", 3L));
        assertRefused("(chuyên đề)", proposal("regular", 1L));
    }

    private void assertRefused(String message, Proposal proposal) {
        assertThatThrownBy(() -> awards.require(UNIT, proposal, true)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.field()).contains("campaign")).hasMessageContaining(message);
    }

    private static Proposal proposal(String type, Long campaign) {
        return new Proposal("commune-certificate", type, "Thành tích mẫu", FROM, TO, List.of(), campaign);
    }

    private static Campaigns.Entry campaign(long id) {
        return new Campaigns.Entry(id, null, "Phong trào mẫu", id + "/KH", FROM, "x", FROM, null, CampaignState.RUNNING,
                "Đang diễn ra", 0, "x", null, "x", "x");
    }

    @Test
    void otherAwardsNeedNone() {
        when(commendation.achievementType()).thenReturn("regular");

        assertThat(awards.of(dossier, commendation)).isEmpty();
    }
}
