package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.DISTRICT;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** Notes on a dossier over HTTP: who reads and writes them, and what is refused. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalkOverHttpIT {

    private static final String DRAFTER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    private String number;
    private String notes;

    @BeforeAll
    void propose() {
        number = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
        notes = "/api/dossiers/%s/notes".formatted(number);
    }

    @Test
    void whoMaySeeTheDossierReadsAndWritesAndNobodyElse() {
        var id = write("Nội dung của người khác");
        for (var actor : Actor.all()) {
            var own = client.as(actor.account());
            var may = actor.in(COMMUNE, DISTRICT, PROVINCE) || actor.administrator();
            var before = tables.fingerprints();
            assertThat(own.get(notes).status()).as(actor.account()).isEqualTo(may ? 200 : 403);
            assertThat(own.get(notes + "/people").status()).as(actor.account()).isEqualTo(may ? 200 : 403);
            if (!actor.account().equals(DRAFTER)) {
                assertThat(own.send("PUT", notes + "/" + id, Map.of("text", "x")).status()).as(actor.account()).isEqualTo(403);
                assertThat(own.send("DELETE", notes + "/" + id, null).status()).as(actor.account()).isEqualTo(403);
            }
            if (!may) {
                assertThat(own.post(notes, Map.of("text", "x")).status()).as(actor.account()).isEqualTo(403);
                assertThat(tables.fingerprints()).as(actor.account()).isEqualTo(before);
            } else {
                assertThat(own.post(notes, Map.of("text", "Của " + actor.account())).status()).isEqualTo(201);
            }
        }
    }

    @Test
    void aTextIsKeptPlainWithItsLinesAndIsNoLinkOnThePage() {
        var answer = client.as(DRAFTER).post(notes, Map.of("text", "  Một\u00a0 hai\r\n\u200b<b>https://example.vn</b> \u0110ề "))
                .expectOk();
        assertThat(answer.text("/text")).isEqualTo("Một hai\n<b>https://example.vn</b> Đề");
        var session = new WebSession(client.address());
        session.signIn("/dossiers/" + number, DRAFTER);
        assertThat(session.get("/dossiers/%s/notes".formatted(number)).body())
                .contains("&lt;b&gt;https://example.vn&lt;/b&gt;").doesNotContain("<b>https", "href");
        assertThat(session.get("/dossiers/" + number).body()).contains("data-talk=").doesNotContain("example.vn");
        assertThat(session.get("/dossiers/%s/notes?before=x".formatted(number)).statusCode()).isEqualTo(400);
        assertThat(session.get("/dossiers/%s/notes?before=-1".formatted(number)).statusCode()).isEqualTo(200);
    }

    @Test
    void badInputIsRefusedByFieldAndChangesNothing() {
        var own = client.as(DRAFTER);
        for (var body : List.of("", "{}", "[]", "{\"text\": null}", "{\"text\": \"\"}", "{\"text\": \" \\n \\u200b\"}", "{\"text\": 5}",
                "{\"text\": [\"x\"]}", "{\"text\": \"a\\u0000b\"}", "{\"text\": \"a\\u202eb\"}", "{\"text\": \"x\", \"author\": \"admin\"}",
                "{\"text\": \"x\", \"mentioned\": \"x\"}", "{\"text\": \"x\", \"mentioned\": [null]}",
                "{\"text\": \"x\", \"mentioned\": [{}]}", "{\"text\": \"%s\"}".formatted("x".repeat(2001)))) {
            tables.assertRefused(400, "", () -> own.post(notes, body));
        }
        tables.assertRefused(400, "mentioned", () -> own.post(notes,
                Map.of("text", "x", "mentioned", Collections.nCopies(21, CHIEF))));
        tables.assertRefused(422, "mentioned", () -> own.post(notes, Map.of("text", "x", "mentioned", List.of("nobody"))));
        tables.assertRefused(400, "căn cước", () -> own.post(notes, Map.of("text", "Số 095080000123")));
        own.post(notes, Map.of("text", "x".repeat(2000))).expectOk();
        for (var id : List.of("0", "-1", "9223372036854775807")) {
            tables.assertRefused(404, "trao đổi", () -> own.send("DELETE", notes + "/" + id, null));
        }
        tables.assertRefused(404, "", () -> own.post("/api/dossiers/KT-31813-2024-99999/notes", Map.of("text", "x")));
        for (var query : List.of("page=999999999", "size=999999")) {
            own.get(notes + "?" + query).expectOk();
        }
        for (var query : List.of("page=-1", "size=0", "page=x", "size=x", "size=99999999999999999999")) {
            tables.assertRefused(400, "", () -> own.get(notes + "?" + query));
        }
    }

    @Test
    void whoIsMentionedIsFoundByNameAmongThoseOfTheDossierAlone() {
        var people = client.as(DRAFTER).get(notes + "/people").expectOk();
        assertThat(people.body()).contains(CHIEF, "committee-chair.31813").doesNotContain("31843", "\"admin\"", "@");
        assertThat(people.json().get(0).get("name").asText()).isNotBlank();
        assertThat(client.as(DRAFTER).post(notes, Map.of("text", "@ai đó", "mentioned", List.of(CHIEF))).expectOk().json()
                .get("mentioned")).hasSize(1);
    }

    @Test
    void aNoteIsCorrectedAndTakenBack() {
        var id = write("Ghi nhầm thôn Mẫu Một");
        var own = client.as(DRAFTER);
        assertThat(own.send("PUT", notes + "/" + id, Map.of("text", "Thôn Mẫu Hai mới phải")).expectOk().text("/text"))
                .isEqualTo("Thôn Mẫu Hai mới phải");
        assertThat(own.send("DELETE", notes + "/" + id, null).status()).isEqualTo(204);
        assertThat(tables.columnsContaining("Thôn Mẫu Hai mới phải")).isEmpty();
        tables.assertRefused(422, "thu hồi", () -> own.send("PUT", notes + "/" + id, Map.of("text", "x")));
    }

    private String write(String text) {
        return client.as(DRAFTER).post(notes, Map.of("text", text)).expectOk().text("/id");
    }
}
