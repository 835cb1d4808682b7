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
import org.springframework.test.context.TestPropertySource;

/** Cà Mau, two tiers, with real tokens. */
@HttpTest
@TestPropertySource(properties = {"phongtrao.province=ca-mau-2025", "phongtrao.business-date=2025-07-01"})
class TwoTiersOverHttpTest {

    private static final String DRAFTER = "police-officer.31825";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @Test
    void provinceMeritClimbsFromTheCommuneToTheProvince() {
        var number = journey.propose(DRAFTER, proposal("province-merit", "regular", List.of(
                individual("Nguyễn Văn Mẫu"), household("Hộ ông Mẫu"), collective("Tổ mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", "police-chief.31825");
        journey.approve(number, "sign", "committee-chair.31825");
        journey.approve(number, "appraise", "police-officer.96");
        journey.approve(number, "sign", "police-chief.96");
        journey.approve(number, "appraise", "committee-clerk.96");
        journey.voteForAll(number, "96");
        journey.approve(number, "decide", "committee-chair.96");

        assertThat(journey.bonuses(number)).containsExactly(3_510_000L, 5_270_000L, 7_020_000L);
    }

    @Test
    void codeThatNamesAnotherAreaNowIsAnotherUnit() {
        assertThat(client.as(DRAFTER).get("/api/units/96/31843").json().get("fullName").asText())
                .isEqualTo("Xã Hồng Dân");
        assertThat(client.as(DRAFTER).get("/api/units/95/956/31843").status()).isEqualTo(404);
    }
}
