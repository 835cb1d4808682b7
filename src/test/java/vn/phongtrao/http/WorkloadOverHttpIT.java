package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.DISTRICT;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** The workload over HTTP: who sees and who hands over what, and what is refused. */
@HttpTest
class WorkloadOverHttpIT {

    private static final String DRAFTER = "police-officer.31813";
    private static final String COLLEAGUE = "police-officer-2.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String WORKLOAD = "/api/workload";
    private static final String HANDOVERS = WORKLOAD + "/handovers";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    @Test
    void headsSeeAndHandOverAndNobodyElse() {
        var number = propose();
        var task = journey.task(number, "complete-dossier", DRAFTER).id();
        for (var actor : Actor.all()) {
            var own = client.as(actor.account());
            var head = actor.position() == POLICE_CHIEF || actor.position() == COMMITTEE_CHAIR;
            var sees = head && actor.in(COMMUNE, DISTRICT, PROVINCE) || actor.administrator()
                    || actor.position() == COMMITTEE_CLERK && actor.in(COMMUNE);
            assertThat(own.get(WORKLOAD + "?dossierNumber=" + number).expectOk().json().get("content")).as(actor.account())
                    .hasSize(sees ? 1 : 0);
            assertThat(own.get(WORKLOAD + "/sums?unit=" + COMMUNE).status()).as(actor.account()).isEqualTo(sees ? 200 : 403);
            var before = tables.fingerprints();
            var status = own.post(HANDOVERS, order(task, COLLEAGUE)).expectOk().json().at("/results/0/status").asInt();
            if (actor.account().equals(CHIEF)) {
                assertThat(status).isEqualTo(204);
                assertThat(own.post(HANDOVERS, order(task, null)).expectOk().json().at("/results/0/status").asInt())
                        .isEqualTo(204);
            } else {
                assertThat(status).as(actor.account()).isEqualTo(403);
                assertThat(tables.fingerprints()).as(actor.account()).isEqualTo(before);
            }
        }
    }

    @Test
    void whoGotATaskHasItAloneAndTheDossierSaysSo() {
        var number = propose();
        var task = journey.task(number, "complete-dossier", DRAFTER).id();
        client.as(CHIEF).post(HANDOVERS, order(task, COLLEAGUE)).expectOk();

        assertThat(client.as(DRAFTER).post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", DRAFTER)).status())
                .isEqualTo(403);
        assertThat(client.as(DRAFTER).get("/api/dossiers/" + number).expectOk().body()).contains("hand-over", "Lý do mẫu");
        journey.complete(number, "complete-dossier", COLLEAGUE, Map.of());
        var answer = client.as(CHIEF).post(HANDOVERS, order(task, DRAFTER)).expectOk();
        assertThat(answer.json().at("/results/0/status").asInt()).isEqualTo(404);
    }

    @Test
    void badInputIsRefusedAndChangesNothing() {
        var task = journey.task(propose(), "complete-dossier", DRAFTER).id();
        var chief = client.as(CHIEF);
        for (var body : List.of("", "{}", "[]", "{\"tasks\": []}", "{\"tasks\": [\"x\"]}", "{\"tasks\": [\"x\"], \"reason\": \" \"}",
                "{\"tasks\": [null], \"reason\": \"x\"}", "{\"tasks\": [\"\"], \"reason\": \"x\"}", "{\"tasks\": \"x\", \"reason\": \"x\"}",
                "{\"tasks\": [\"x\", \"x\"], \"reason\": \"x\"}", "{\"tasks\": [\"x\"], \"reason\": \"x\", \"user\": \"\"}",
                "{\"tasks\": [\"x\"], \"reason\": \"x\", \"user\": 5}", "{\"tasks\": [\"x\"], \"reason\": \"x\", \"to\": \"y\"}",
                "{\"tasks\": [\"x\"], \"reason\": \"%s\"}".formatted("x".repeat(501)),
                "{\"tasks\": [\"%s\"], \"reason\": \"x\"}".formatted("x".repeat(65)))) {
            tables.assertRefused(400, "", () -> chief.post(HANDOVERS, body));
        }
        for (var user : List.of("nobody", "admin", CHIEF, "police-officer.31843", "' or true --")) {
            assertThat(chief.post(HANDOVERS, order(task, user)).expectOk().json().at("/results/0/status").asInt()).as(user)
                    .isEqualTo(422);
        }
        tables.assertRefused(422, "một năm", () -> chief.get(WORKLOAD + "/times?from=2020-01-01&to=2024-01-01"));
        tables.assertRefused(422, "kỳ", () -> chief.get(WORKLOAD + "/times?from=2024-07-01&to=2024-06-01"));
        for (var query : List.of("from=x", "position=x", "late=x", "sort=holder.name", "unit=x")) {
            assertThat(chief.get(WORKLOAD + (query.startsWith("from") ? "/times?" : "?") + query).status()).as(query)
                    .isIn(400, 403, 404);
        }
    }

    @Test
    void thePageShowsWhoHasWhatAndHowLongStepsTake() {
        var number = propose();
        journey.complete(propose(), "complete-dossier", DRAFTER, Map.of());
        var session = new WebSession(client.address());
        session.signIn("/workload", CHIEF);
        assertThat(session.get("/workload").body()).contains("Khối lượng công việc", "data-hand-over", "data-chart");
        assertThat(session.get("/workload?number=" + number).body()).contains(number);
        assertThat(session.get("/workload?from=2020-01-01&to=2024-01-01").statusCode()).isEqualTo(422);
        assertThat(session.get("/workload?unit=95").statusCode()).isEqualTo(403);
        assertThat(session.get("/workload?page=x").statusCode()).isEqualTo(400);
        assertThat(session.get("/dossiers/" + number).body()).contains("/workload?number=" + number);
        var other = new WebSession(client.address());
        other.signIn("/", DRAFTER);
        assertThat(other.get("/workload").statusCode()).isEqualTo(403);
        assertThat(other.get("/dossiers/" + number).body()).doesNotContain("/workload");
    }

    @Test
    void listsAreTakenAwayAsFiles() {
        propose();
        var chief = client.as(CHIEF);
        assertThat(chief.get(WORKLOAD + "?format=csv&purpose=Theo+d%C3%B5i").expectOk().body()).contains("KT-31813");
        chief.get(WORKLOAD + "/times?format=csv").expectOk();
        chief.get(WORKLOAD + "/times?format=xlsx").expectOk();
    }

    private String propose() {
        return journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
    }

    private static Map<String, Object> order(String task, String user) {
        var order = new HashMap<String, Object>(Map.of("tasks", List.of(task), "reason", "Lý do mẫu"));
        order.put("user", user);
        return order;
    }
}
