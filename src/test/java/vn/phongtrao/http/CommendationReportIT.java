package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** The report on commendation, as officers and systems read it. */
@HttpTest
class CommendationReportIT {

    private static final String REPORT = "/api/commendation-report";
    private static final String COMMUNE = "95/954/31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @Test
    void whatTheProposalSaidOfAPersonIsCountedOnceDecided() {
        var address = REPORT + "?unit=" + COMMUNE + "&from=2024-01-01&to=2024-12-31";
        var officer = client.as("police-officer.31813");
        var before = officer.get(address).expectOk();
        var person = new LinkedHashMap<String, Object>(HttpJourney.individual("Nguyễn Thị Mẫu"));
        person.putAll(Map.of("gender", "female", "directWorker", true, "farmer", true));
        var number = journey.propose("police-officer.31813", HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(person, HttpJourney.household("Hộ ông Mẫu Báo Cáo"))));
        assertThat(journey.show(number).at("/nominees/0/standing").asText())
                .isEqualTo("Trực tiếp lao động, sản xuất, công tác; Nông dân");
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");

        var after = officer.get(address).expectOk();
        for (var one : Map.of("awards", 2, "individuals", 1, "women", 1, "men", 0, "directWorkers", 1, "farmers", 1,
                "households", 1, "collectives", 0).entrySet()) {
            assertThat(number(after, one.getKey()) - number(before, one.getKey())).as(one.getKey())
                    .isEqualTo(one.getValue().longValue());
        }
        assertThat(after.json().get("funds")).anySatisfy(share ->
                assertThat(share.get("fund").asText()).isEqualTo("commune"));
        var lines = officer.get(address.replace("?", "/lines?") + "&size=100").expectOk().json().get("content");
        assertThat(StreamSupport.stream(lines.spliterator(), false).mapToLong(line -> line.get("bonus").asLong()).sum())
                .isEqualTo(number(after, "bonus"));
        assertThat(officer.get(address.replace("?", "/lines?") + "&format=xlsx").expectOk().body()).startsWith("PK");
    }

    private static long number(Answer report, String property) {
        return report.json().at("/total/" + property).asLong();
    }

    @ParameterizedTest
    @CsvSource({"police-officer.31813, unit=95, 403", "police-officer.31813, unit=95/956/31843, 403",
            "without-post, '', 403", "police-officer.95, unit=95/999, 404", "police-officer.95, unit=x, 400",
            "police-officer.95, from=2024-02-30, 400", "police-officer.95, from=2024-07-01&to=2024-06-30, 400",
            "police-officer.95, from=0001-01-01, 400", "police-officer.95, to=%2B999999999-01-01, 400",
            "admin, '', 200"})
    void othersUnitsAndImpossibleDaysAreRefused(String officer, String query, int status) {
        assertThat(client.as(officer).get(REPORT + "?" + query).status()).isEqualTo(status);
        assertThat(client.as(officer).get(REPORT + "/lines?" + query).status()).isEqualTo(status);
    }

    @Test
    void pageAndPaperShowAndRefuseWhatTheApiDoes() {
        journey.walk("commendation", new CommendationWalks().walks().get(0));
        var session = new WebSession(client.address());
        session.signIn("/", "police-officer.31813");

        assertThat(session.get("/commendation-report").body()).contains("Báo cáo công tác khen thưởng", "Giấy khen",
                "Quỹ thi đua, khen thưởng cấp xã");
        assertThat(session.get("/registers").body()).contains("/commendation-report\"");
        for (var address : List.of("/commendation-report", "/commendation-report.pdf")) {
            assertThat(session.get(address + "?unit=&from=2024-01-01&to=2024-06-30").statusCode()).isEqualTo(200);
            assertThat(session.get(address + "?unit=95").statusCode()).isEqualTo(403);
            assertThat(session.get(address + "?unit=95/999").statusCode()).isEqualTo(404);
            for (var wrong : List.of("unit=x%00", "from=2024-02-30", "from=2024-07-01&to=2024-06-30",
                    "to=0001-01-01")) {
                assertThat(session.get(address + "?" + wrong).statusCode()).as(wrong).isBetween(400, 404);
            }
        }
    }
}
