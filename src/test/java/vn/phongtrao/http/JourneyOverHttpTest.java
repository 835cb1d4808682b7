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

@HttpTest
class JourneyOverHttpTest {

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @Test
    void aCommuneCertificateIsDecidedOverHttpAlone() {
        var number = journey.propose("police-officer.31813", proposal("commune-certificate", "regular",
                List.of(individual("Người Mẫu"), household("Hộ ông Mẫu"), collective("Tổ mẫu"))));
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.voteForAll(number, "31813");
        journey.approve(number, "decide", "committee-chair.31813");

        assertThat(journey.show(number).get("status").asText()).isEqualTo("decided");
        assertThat(client.as("police-officer.31813").get("/api/awards?dossierNumber=" + number).json()
                .at("/page/totalElements").asInt()).isEqualTo(3);
    }
}
