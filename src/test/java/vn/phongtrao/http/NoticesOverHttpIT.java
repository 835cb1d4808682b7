package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** Notices are read by those whom they are for, and by nobody else. */
@HttpTest
class NoticesOverHttpIT {

    private static final String NOTICES = "/api/notices";
    private static final String DRAFTER = "police-officer.31813";
    private static final String COLLEAGUE = "police-officer-2.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    @Test
    void aNoticeIsForTheHoldersOfItsPostAndForNobodyElseAndNotForWhoCausedIt() {
        var number = propose();
        var id = one(COLLEAGUE, number);
        for (var actor : Actor.all()) {
            var own = client.as(actor.account());
            var told = actor.in(Actor.COMMUNE) && actor.position() == POLICE_OFFICER && !actor.account().equals(DRAFTER);
            var before = tables.fingerprints();
            assertThat(own.get(NOTICES + "?dossierNumber=" + number).expectOk().json().at("/page/totalElements").asInt())
                    .as(actor.account()).isEqualTo(told ? 1 : 0);
            assertThat(own.post("%s/%s/read".formatted(NOTICES, id), null).status()).as(actor.account())
                    .isEqualTo(told ? 204 : 404);
            if (!told) {
                assertThat(tables.fingerprints()).as(actor.account()).isEqualTo(before);
            }
        }
        var colleague = client.as(COLLEAGUE);
        assertThat(colleague.get(NOTICES + "?dossierNumber=" + number).expectOk().json().at("/content/0/unread").asBoolean())
                .isTrue();
        assertThat(colleague.post("%s/%s/read".formatted(NOTICES, id), null).status()).isEqualTo(204);
        assertThat(colleague.get(NOTICES + "?unread=true&dossierNumber=" + number).expectOk().json().get("content")).isEmpty();
    }

    @Test
    void allAreReadUpToAMomentAndThoseOfADossierAlone() {
        var one = propose();
        var other = propose();
        var colleague = client.as(COLLEAGUE);
        var now = "2124-01-01T00:00:00Z";

        assertThat(colleague.post(NOTICES + "/read", Map.of("upTo", "2000-01-01T00:00:00Z")).expectOk().json().get("read")
                .asInt()).isZero();
        assertThat(colleague.post(NOTICES + "/read", Map.of("upTo", now, "dossierNumber", one)).expectOk().json()
                .get("read").asInt()).isOne();
        assertThat(colleague.get(NOTICES + "/unread").expectOk().json().get("unread").asInt()).isPositive();
        assertThat(colleague.post(NOTICES + "/read", Map.of("upTo", now)).expectOk().json().get("read").asInt())
                .isPositive();
        assertThat(colleague.get(NOTICES + "/unread").expectOk().json().get("unread").asInt()).isZero();
        assertThat(colleague.get(NOTICES + "?unread=false&dossierNumber=" + other).expectOk().json().get("content")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9223372036854775807"})
    void aNoticeThatIsNotThereIsNotFound(String id) {
        assertThat(client.as(DRAFTER).post("%s/%s/read".formatted(NOTICES, id), null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "99999999999999999999", "1.5", "%27"})
    void anIdThatIsNoneIsRefused(String id) {
        assertThat(client.as(DRAFTER).post("%s/%s/read".formatted(NOTICES, id), null).status()).isIn(400, 404);
    }

    @Test
    void aMomentThatIsNoneIsRefused() {
        for (var body : List.of("", "{}", "[]", "{\"upTo\": null}", "{\"upTo\": \"x\"}", "{\"upTo\": \"2024-02-30T00:00:00Z\"}",
                "{\"upTo\": \"2024-01-01T00:00:00Z\", \"dossierNumber\": \"x'\"}",
                "{\"upTo\": \"2024-01-01T00:00:00Z\", \"person\": \"admin\"}")) {
            assertThat(client.as(DRAFTER).post(NOTICES + "/read", body).status()).as(body).isIn(400, 404);
        }
        for (var moment : List.of("-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z")) {
            client.as(DRAFTER).post(NOTICES + "/read", Map.of("upTo", moment)).expectOk();
        }
    }

    @Test
    void eachChoosesHowToBeToldByMail() {
        var own = client.as("committee-clerk.31843");
        assertThat(own.get(NOTICES + "/mail").expectOk().text("/mail")).isEqualTo("digest");
        assertThat(own.send("PUT", NOTICES + "/mail", Map.of("mail", "at-once")).expectOk().text("/mail")).isEqualTo("at-once");
        assertThat(own.get(NOTICES + "/mail").expectOk().text("/mail")).isEqualTo("at-once");
        assertThat(client.as("committee-chair.31843").get(NOTICES + "/mail").expectOk().text("/mail")).isEqualTo("digest");
        for (var body : List.of("", "{}", "{\"mail\": null}", "{\"mail\": \"x\"}", "{\"mail\": 1}", "{\"mail\": [\"none\"]}",
                "{\"mail\": \"none\", \"person\": \"admin\"}")) {
            assertThat(own.send("PUT", NOTICES + "/mail", body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void thePageShowsThemByDossier() {
        var number = propose();
        var session = new WebSession(client.address());
        session.signIn("/notices", COLLEAGUE);
        assertThat(session.get("/notices").body()).contains("data-number=\"" + number, "data-read-all", "data-bell");
        assertThat(session.get("/notices?unread=true").body()).contains(number);
        assertThat(session.get("/notices?page=9999").statusCode()).isEqualTo(404);
        assertThat(session.get("/notices?page=-1").statusCode()).isEqualTo(200);
        assertThat(session.get("/notices?page=x").statusCode()).isEqualTo(400);
    }

    private String propose() {
        return journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
    }

    private String one(String account, String number) {
        return client.as(account).get(NOTICES + "?dossierNumber=" + number).expectOk().text("/content/0/id");
    }
}
