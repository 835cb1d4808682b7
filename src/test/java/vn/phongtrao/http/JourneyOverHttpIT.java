package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.collective;
import static vn.phongtrao.http.HttpJourney.household;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bạc Liêu, three tiers, with real tokens. */
@HttpTest
class JourneyOverHttpIT {

    private static final String DRAFTER = "police-officer.31813";

    @Autowired
    HttpJourney journey;

    @Test
    void communeCertificateIsDecidedWithTheCouncil() {
        var number = proposeForThree(DRAFTER, "commune-certificate", "regular");
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.voteForAll(number, "31813");
        journey.approve(number, "decide", "committee-chair.31813");

        assertThat(journey.bonuses(number)).containsExactly(360_000L, 530_000L, 710_000L);
    }

    @Test
    void adHocCommuneCertificateTakesTheSimplifiedWay() {
        var number = proposeForThree(DRAFTER, "commune-certificate", "ad-hoc");
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");

        assertThat(journey.show(number).get("status").asText()).isEqualTo("decided");
        assertThat(journey.bonuses(number)).containsExactly(360_000L, 530_000L, 710_000L);
    }

    @Test
    void provinceMeritClimbsFromTheCommuneToTheProvince() {
        var number = proposeForThree(DRAFTER, "province-merit", "regular");
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "sign", "committee-chair.31813");
        journey.approve(number, "appraise", "police-officer.954");
        journey.approve(number, "sign", "police-chief.954");
        journey.approve(number, "sign", "committee-chair.954");
        journey.approve(number, "appraise", "police-officer.95");
        journey.approve(number, "sign", "police-chief.95");
        journey.approve(number, "appraise", "committee-clerk.95");
        journey.voteForAll(number, "95");
        journey.approve(number, "decide", "committee-chair.95");

        assertThat(journey.show(number).get("status").asText()).isEqualTo("decided");
        assertThat(journey.show(number).get("steps")).hasSize(13);
        assertThat(journey.bonuses(number)).containsExactly(3_510_000L, 5_270_000L, 7_020_000L);
    }

    private String proposeForThree(String drafter, String awardForm, String achievementType) {
        var number = journey.propose(drafter, proposal(awardForm, achievementType, List.of(
                individual("Nguyễn Văn Mẫu"), household("Hộ mẫu " + awardForm + achievementType),
                collective("Tổ mẫu " + awardForm + achievementType))));
        journey.complete(number, "complete-dossier", drafter, Map.of());
        return number;
    }
}
