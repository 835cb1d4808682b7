package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.local.WebSession;

/** Systems are kept by administrators and by nobody else, and told of steps that are taken. */
@HttpTest
class WebhooksOverHttpIT {

    private static final String WEBHOOKS = "/api/webhooks";
    /** Nobody is there, and nobody has to be. */
    private static final Map<String, Object> SYSTEM = Map.of("target", "https://8.8.8.8/su-kien", "unitPath", "95",
            "events", List.of("dossier.opened", "dossier.moved"), "enabled", true);

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;
    @Autowired
    JdbcClient jdbc;

    @Test
    void nobodyButAnAdministratorSeesOrKeepsThem() {
        for (var actor : Actor.all()) {
            var own = client.as(actor.account());
            if (actor.account().equals("admin")) {
                continue;
            }
            var before = tables.fingerprints();
            assertThat(own.get(WEBHOOKS).status()).as(actor.account()).isEqualTo(403);
            assertThat(own.post(WEBHOOKS, SYSTEM).status()).as(actor.account()).isEqualTo(403);
            assertThat(own.get("/api/outbox").status()).as(actor.account()).isEqualTo(403);
            assertThat(own.post("/api/outbox/1/again", null).status()).as(actor.account()).isEqualTo(403);
            assertThat(tables.fingerprints()).as(actor.account()).isEqualTo(before);
        }
        var officer = new WebSession(client.address());
        officer.signIn("/", "police-officer.31813");
        assertThat(officer.get("/webhooks").statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsEnteredIsToldAtOnceAndWhoIsDeletedNoMore() {
        var admin = client.as("admin");
        var id = admin.post(WEBHOOKS, SYSTEM).expectOk().text("/id");
        var deliveries = "%s/%s/deliveries".formatted(WEBHOOKS, id);

        var number = journey.propose("police-officer.31813", proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người mẫu"))));
        var told = jdbc.sql("select body from outgoing_message where recipient = ?").param("webhook-" + id)
                .query(String.class).list();
        assertThat(told).singleElement().satisfies(body -> assertThat(body).contains("dossier.opened", number)
                .doesNotContain("Người mẫu"));
        assertThat(admin.get(deliveries).expectOk().json().at("/page/totalElements").asInt()).isOne();

        var unreadable = new HashMap<>(SYSTEM);
        unreadable.put("secret", "whsec_mine");
        assertThat(admin.send("PUT", "%s/%s".formatted(WEBHOOKS, id), unreadable).status()).isEqualTo(400);
        admin.send("DELETE", "%s/%s".formatted(WEBHOOKS, id), null).expectOk();
        assertThat(admin.get(deliveries).status()).isEqualTo(404);
        journey.propose("police-officer.31813", proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
        assertThat(jdbc.sql("select count(*) from outgoing_message where recipient = ?").param("webhook-" + id)
                .query(Long.class).single()).isOne();
    }
}
