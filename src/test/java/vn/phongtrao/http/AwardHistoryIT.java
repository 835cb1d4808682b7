package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;
import vn.phongtrao.press.Pdf;

/** What a person was awarded before is known to whoever proposes, appraises and decides. */
@HttpTest
class AwardHistoryIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String OF_PERSON = "/api/awards/of-person";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    private Map<String, Object> person;
    private String awarded;

    @BeforeEach
    void aPersonIsAwarded() {
        person = new LinkedHashMap<>(individual("Người Được Khen Nhiều Lần"));
        awarded = propose("Bắt quả tang trộm (mẫu)");
        journey.complete(awarded, "complete-dossier", OFFICER, Map.of());
        journey.approve(awarded, "sign", "police-chief.31813");
        journey.approve(awarded, "appraise", "committee-clerk.31813");
        journey.approve(awarded, "decide", "committee-chair.31813");
    }

    @Test
    void aDossierShowsWhatItsNomineesWereAwardedBefore() {
        var next = journey.show(propose("Cứu người đuối nước (mẫu)"));

        assertThat(next.at("/honours/0/name").asText()).isEqualTo("Người Được Khen Nhiều Lần");
        assertThat(next.at("/honours/0/achievement").asText()).isEqualTo("Bắt quả tang trộm (mẫu)");
        assertThat(next.at("/honours/0/decisionNumber").asText()).endsWith("/QĐ-UBND");
        assertThat(next.get("honours")).hasSize(1);
        assertThat(journey.show(awarded).get("honours")).isEmpty();
    }

    @Test
    void theFormsOfWhoeverSignsShowThem() {
        var next = propose("Cứu người đuối nước (mẫu)");
        journey.complete(next, "complete-dossier", OFFICER, Map.of());
        var chief = client.as("police-chief.31813");
        var task = "/engine-rest/task/" + chief.get("/engine-rest/task?processInstanceBusinessKey=" + next).json()
                .at("/0/id").asText();

        assertThat(chief.get(task + "/deployed-form").body()).contains("=for honour in honours return");
        assertThat(chief.get(task + "/form-variables").json().at("/honours/value").toString())
                .contains("Bắt quả tang trộm (mẫu)");
    }

    @Test
    void theAwardsOfAPersonAreFoundByTheNumberWithinTheOwnUnits() {
        for (var account : List.of(OFFICER, "committee-clerk.954", "police-chief.95")) {
            assertThat(found(account)).as(account).isEqualTo(1);
        }
        for (var stranger : List.of("police-officer.31843", "police-chief.956", Actor.WITHOUT_POST.account())) {
            assertThat(found(stranger)).as(stranger).isZero();
        }
    }

    @Test
    void theDossiersOfAPersonAreFoundByTheNumberWithinTheOwnUnits() {
        var number = person.get("citizenId").toString();
        for (var written : List.of(number, number.replaceAll("(\\d{4})", "$1 "))) {
            assertThat(listed(OFFICER, written)).as(written).containsExactly(awarded);
        }
        assertThat(listed("police-chief.95", number)).containsExactly(awarded);
        assertThat(listed("police-officer.31843", number)).isEmpty();
        assertThat(listed(OFFICER, "095" + "0".repeat(9))).isEmpty();

        var inAddress = client.as(OFFICER).get("/api/dossiers?q=" + number);
        assertThat(inAddress.status()).isEqualTo(400);
        assertThat(inAddress.body()).contains("địa chỉ");
        assertThat(new WebSession(client.address()).signIn("/dossiers?q=" + number, OFFICER).body())
                .doesNotContain(awarded);
    }

    /** Awarded by the passport, shown masked, found by its number however it is written, and not awarded the same twice. */
    @Test
    void aForeignerIsKnownByThePassport() throws IOException {
        person = foreigner("QA" + person.get("citizenId").toString().substring(5));
        var written = person.get("documentNumber").toString();
        var number = propose("Cứu người bị nạn (mẫu)");
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");

        var nominee = journey.show(number).at("/nominees/0");
        assertThat(nominee.get("citizenId").isNull()).isTrue();
        assertThat(nominee.get("documentNumber").asText()).isEqualTo("*".repeat(written.length() - 3)
                + written.substring(written.length() - 3));
        assertThat(nominee.get("identity").asText()).startsWith("Hộ chiếu ***").endsWith("(Lào)");
        assertThat(new WebSession(client.address()).signIn("/dossiers/" + number, OFFICER).body())
                .contains("Hộ chiếu", "Lào").doesNotContain(written);
        var decision = client.as(OFFICER).get("/api/decisions?dossierNumber=" + number).expectOk().json().at("/content/0/id").asLong();
        assertThat(Pdf.text(client.as(OFFICER).download("/api/decisions/%d/document".formatted(decision)))).contains("Quốc tịch Lào")
                .doesNotContain(written);
        for (var typed : List.of(written, written.toLowerCase(Locale.ROOT), written.replace("QA", "QA "))) {
            assertThat(client.as(OFFICER).post(OF_PERSON, Map.of("citizenId", typed)).expectOk().json()
                    .at("/content/0/dossierNumber").asText()).as(typed).isEqualTo(number);
            assertThat(client.as("police-officer.31843").post(OF_PERSON, Map.of("citizenId", typed)).expectOk().json()
                    .at("/page/totalElements").asInt()).isZero();
        }
        assertThat(listed(OFFICER, written)).containsExactly(number);
        assertThat(listed("police-officer.31843", written)).isEmpty();
        assertThat(client.as(OFFICER).get("/api/dossiers?q=" + written).status()).isEqualTo(400);
        assertThat(client.as(OFFICER).get("/api/awards?q=" + written).status()).isEqualTo(400);
        assertThat(client.as(OFFICER).get("/api/teams/members?q=" + written).status()).isEqualTo(400);
        assertThat(client.as(OFFICER).get("/api/award-exchange?size=500&sort=id,desc").expectOk().json().get("content"))
                .filteredOn(row -> row.get("decisionNumber").asText().equals(decision(number))).singleElement()
                .satisfies(row -> assertThat(row.get("nationality").asText()).isEqualTo("LAO"));

        person = foreigner(written.toLowerCase(Locale.ROOT).replace("qa", "qa-"));
        var again = proposal("commune-certificate", "ad-hoc", List.of(person));
        again.put("achievement", "Cứu người bị nạn (mẫu)");
        var refused = client.as(OFFICER).post("/engine-rest/process-definition/key/commendation/submit-form",
                HttpJourney.variables(again));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("đã được khen thưởng").doesNotContain(written);
    }

    private static Map<String, Object> foreigner(String passport) {
        return Map.of("kind", "individual", "name", "Kham Phai Mẫu", "birthYear", 1980, "document", "travel",
                "documentNumber", passport, "nationality", "LAO");
    }

    private String decision(String number) {
        return client.as(OFFICER).get("/api/decisions?dossierNumber=" + number).expectOk().json()
                .at("/content/0/decisionNumber").asText();
    }

    @Test
    void aDecidedDossierIsFoundByTheNumberOfItsDecision() {
        var decision = client.as(OFFICER).get("/api/decisions?dossierNumber=" + awarded).expectOk().json()
                .at("/content/0/decisionNumber").asText();

        assertThat(listed(OFFICER, decision)).contains(awarded);
        assertThat(listed("police-officer.31843", decision)).doesNotContain(awarded);
        assertThat(listed(OFFICER, decision + " Nhiều Lần")).containsExactly(awarded);
        assertThat(listed(OFFICER, awarded.substring(awarded.length() - 5))).contains(awarded);
    }

    private List<String> listed(String account, String q) {
        return client.as(account).with("Content-Type", "application/x-www-form-urlencoded")
                .with("X-HTTP-Method-Override", "GET")
                .post("/api/dossiers", "size=100&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)).expectOk().json()
                .get("content").findValuesAsText("number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "0********123", "abcdefghijkl", "1234567890123"})
    void whatIsNoNumberIsRefused(String number) {
        assertThat(client.as(OFFICER).post(OF_PERSON, Map.of("citizenId", number)).status()).isEqualTo(400);
    }

    private String propose(String achievement) {
        var fields = proposal("commune-certificate", "ad-hoc", List.of(person));
        fields.put("achievement", achievement);
        return journey.propose(OFFICER, fields);
    }

    private int found(String account) {
        return client.as(account).post(OF_PERSON, Map.of("citizenId", person.get("citizenId"))).expectOk().json()
                .at("/page/totalElements").asInt();
    }
}
