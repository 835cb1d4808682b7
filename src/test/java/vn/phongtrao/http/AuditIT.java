package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;
import static vn.phongtrao.http.HttpJourney.variables;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.local.WebSession;

/** Who did what, as the trail tells it to auditors. */
@HttpTest
class AuditIT {

    private static final String OFFICER = "police-officer.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/api/audit", "/api/audit?account=admin&kind=administration&outcome=done&unit=95&from=2024-07-01&until=2024-07-01", "/api/audit/chain",
            "/api/audit/retention", "/api/audit/seals/1", "/api/audit?format=csv&purpose=x", "/audit", "/audit/chain"})
    void auditorsReadItAndNobodyElse(String address) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(jdbc.sql("select count(*) from audit_seal").query(Long.class).single()).isPositive());
        assertThat(Actor.all()).allSatisfy(actor -> assertThat(page(actor.account(), address)).as(actor.account()).isEqualTo(403));
        assertThat(page("auditor", address)).isEqualTo(200);
        assertThat(client.get("/api/audit").status()).isEqualTo(401);
    }

    /** Pages need a session, and so only some have one. */
    private int page(String account, String address) {
        if (address.startsWith("/api")) {
            return client.as(account).get(address).status();
        }
        if (!List.of("auditor", "admin", "police-chief.95").contains(account)) {
            return 403;
        }
        var session = new WebSession(client.address());
        session.signIn("/", account);
        return session.get(address).statusCode();
    }

    @Test
    void aWayFromTheProposalToTheDecisionIsTold() {
        var number = journey.walk("commendation", new CommendationWalks().walks().get(0));

        assertThat(told(number, "step")).hasSize(jdbc.sql("select count(*) from dossier_step where dossier_number = ?").param(number)
                .query(Integer.class).single()).allSatisfy(step -> assertThat(step).startsWith("change").endsWith("done"));
        assertThat(told(number, "POST /engine-rest/process-definition/key/commendation/submit-form")).hasSize(1);
        assertThat(jdbc.sql("select distinct origin from audit_event where dossier = ? and act like 'POST /engine-rest/%/submit-form'").param(number)
                .query(String.class).list()).as("from where").hasSize(1).allMatch(origin -> origin.matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1"));
        assertThat(told(number, "POST /engine-rest/task/{id}/submit-form")).isNotEmpty();
        assertThat(told(number, "POST /api/dossiers/{number}/documents")).isNotEmpty();
    }

    @Test
    void whoOpensADossierItsTaskOrItsPapersIsTold() {
        var number = journey.walk("commendation", new CommendationWalks().walks().get(0));
        var before = last();
        client.as(OFFICER).get("/api/dossiers/" + number).expectOk();
        client.as(OFFICER).get("/api/dossiers?q=" + number).expectOk();
        var paper = journey.papers(number).get(0);
        client.as(OFFICER).get("/api/dossiers/" + number + "/papers/" + paper).expectOk();
        assertThat(client.as("police-officer.31843").get("/api/dossiers/" + number).status()).isEqualTo(403);
        var session = new WebSession(client.address());
        session.signIn("/dossiers/" + number, OFFICER);
        session.get("/dossiers/" + number);

        assertTold(this::since, before, "read GET /api/dossiers/{number} " + number + " " + OFFICER + " done 200",
                "read GET /api/dossiers/{number} " + number + " police-officer.31843 refused 403",
                "read GET /api/dossiers/{number}/papers/{name} " + number + " " + OFFICER + " done 200",
                "read GET /dossiers/{number} " + number + " " + OFFICER + " done 200", "sign-in sign-in  " + OFFICER + " done ");
        assertThat(since(before)).noneMatch(told -> told.contains("GET /api/dossiers  "));
        assertThat(jdbc.sql("select origin from audit_event where id > ? and act = 'sign-in'").param(before).query(String.class).list()).doesNotContainNull();

        var open = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mở xem"))));
        var task = journey.task(open, "complete-dossier", OFFICER);
        before = last();
        client.as(OFFICER).get("/engine-rest/task/" + task.id() + "/form-variables").expectOk();
        Browser.of(client, "admin").send("GET", Browser.ENGINE + "/task/" + task.id() + "/form-variables", null).expectOk();
        assertTold(this::since, before, "read GET /engine-rest/task/{id}/form-variables " + open + " " + OFFICER + " done 200",
                "read GET /camunda/api/engine/task/{id}/form-variables " + open + " admin done 200");
    }

    @Test
    void whatAdministratorsDoAndTryIsTold() {
        var admin = client.as("admin");
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người bị đụng đến"))));
        var instance = admin.get("/engine-rest/task?processInstanceBusinessKey=" + number).expectOk().text("/0/processInstanceId");
        var before = last();
        var grant = admin.post("/engine-rest/authorization/create", """
                {"type": 1, "userId": "%s", "resourceType": 6, "resourceId": "*", "permissions": ["READ"]}""".formatted(OFFICER)).expectOk().text("/id");
        admin.send("DELETE", "/engine-rest/authorization/" + grant, null).expectOk();
        assertThat(admin.send("DELETE", "/engine-rest/process-instance/" + instance, null).status()).isEqualTo(422);
        assertThat(admin.post("/engine-rest/process-instance/" + instance + "/modification", """
                {"instructions": [{"type": "cancel", "activityId": "complete-dossier"}]}""").status()).isEqualTo(403);
        var task = admin.get("/engine-rest/task?processInstanceBusinessKey=" + number).expectOk().text("/0/id");
        assertThat(admin.send("PUT", "/engine-rest/task/" + task, Map.of("assignee", "police-chief.31843")).status()).isEqualTo(403);
        assertThat(admin.post("/engine-rest/process-instance/" + instance + "/variables", """
                {"modifications": {"originator": {"value": "x", "type": "String"}}, "deletions": ["stop"]}""").status()).isEqualTo(403);
        assertThat(told("select act from audit_event where id > ? and dossier = ? order by id", before, number)).contains(
                "POST /engine-rest/process-instance/{id}/modification", "PUT /engine-rest/task/{id}",
                "POST /engine-rest/process-instance/{id}/variables");
        admin.send("PUT", "/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", true));
        assertThat(admin.post("/api/strays/" + number + "/end", Map.of("reason", "Nguyễn Văn Mẫu")).status()).isEqualTo(404);
        assertThat(client.as(OFFICER).send("DELETE", "/engine-rest/process-instance/" + instance, null).status()).isEqualTo(403);

        assertThat(Browser.of(client, OFFICER).send("GET", "/camunda/api/cockpit/plugin/base/default/process-definition/statistics", null).status()).isEqualTo(403);

        await().untilAsserted(() -> assertThat(subjects(before)).anyMatch(told -> told.startsWith("read GET /camunda/api/cockpit/plugin/base/default/")
                && told.endsWith("refused")));
        assertTold(this::subjects, before, 
                "administration POST /engine-rest/authorization/create type=1; userId=%s; resourceType=6; resourceId=*; permissions=READ done".formatted(OFFICER),
                "administration DELETE /engine-rest/authorization/{id} id=" + grant + " done",
                "administration DELETE /engine-rest/process-instance/{id} id=" + instance + " refused",
                "administration POST /engine-rest/process-instance/{id}/modification id=" + instance + "; type=cancel; activityId=complete-dossier refused",
                "administration PUT /engine-rest/task/{id} id=" + task + "; assignee=police-chief.31843 refused",
                "administration POST /engine-rest/process-instance/{id}/variables id=" + instance + "; variable=originator; variable=stop refused",
                "administration PUT /engine-rest/process-instance/{id}/suspended id=" + instance + "; suspended=true refused",
                "administration POST /api/strays/{number}/end  refused",
                "change DELETE /engine-rest/process-instance/{id} id=" + instance + " refused");
    }

    /** The program itself takes the step that ends it. */
    @Test
    void whoEndedAStrayIsTold() {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người của hồ sơ lạc mất"))));
        var lost = number.replaceFirst("-\\d+$", "-98765");
        jdbc.sql("update act_ru_execution set business_key_ = ? where business_key_ = ?").params(lost, number).update();
        var before = last();
        client.as("admin").post("/api/strays/" + number + "/end", Map.of("reason", "Phục hồi thiếu")).expectOk();
        client.as("admin").post("/api/strays/" + lost + "/end", Map.of("reason", "Phục hồi thiếu")).expectOk();

        assertTold(this::since, before, "change step " + number + " hệ thống done ", "administration POST /api/strays/{number}/end " + number + " admin done ",
                "administration POST /api/strays/{number}/end " + lost + " admin done ");
    }

    @Test
    void whatIsNobodysToDoIsToldAlsoWhereManyThingsAreAskedForAtOnce() {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người của đơn vị khác"))));
        var task = journey.task(number, "complete-dossier", OFFICER).id();
        var stranger = client.as("police-officer.31843");
        var before = last();
        stranger.post("/api/tasks/completions", Map.of("tasks", List.of(Map.of("taskId", task, "fields", Map.of()), Map.of("taskId", "nobodys", "fields", Map.of()))))
                .expectOk();
        stranger.post("/api/workload/handovers", Map.of("tasks", List.of(task), "user", "police-officer.31843", "reason", "Thử giao việc")).expectOk();

        await().untilAsserted(() -> assertThat(since(before)).containsExactly("change POST /api/tasks/completions " + number + " police-officer.31843 refused 403",
                "change POST /api/workload/handovers " + number + " police-officer.31843 refused 403"));
        assertThat(subjects(before)).allMatch(told -> told.contains("taskId=" + task));
    }

    @Test
    void whoCleansTheHistoryIsTold() {
        var before = last();
        client.as("admin").post("/engine-rest/history/cleanup?immediatelyDue=true", Map.of()).expectOk();

        assertTold(this::since, before, "administration POST /engine-rest/history/cleanup  admin done ");
    }

    @Test
    void noNumberOfPapersIsKeptInClear() {
        var before = last();
        for (var id : List.of("095-080-100-001", "c1234567")) {
            assertThat(client.as(OFFICER).send("PUT", "/engine-rest/task/" + id, Map.of()).status()).isEqualTo(403);
        }
        await().untilAsserted(() -> assertThat(subjects(before)).containsOnly("change PUT /engine-rest/task/{id} id=… refused"));

        var named = "Trả lời ông Nguyễn Văn A, CCCD 095 080 100 001";
        for (var refused : List.of(client.as("police-officer.95").post("/api/personal-data", Map.of("citizenId", "095080100001", "purpose", named)),
                client.as("admin").post("/api/strays/KT-31813-2024-98764/end", Map.of("reason", named)),
                client.as(OFFICER).get("/api/awards?format=csv&purpose=" + URLEncoder.encode(named, StandardCharsets.UTF_8)))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("không ghi số căn cước");
        }
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người có số trong ý kiến"))));
        assertThat(client.as(OFFICER).post("/api/dossiers/" + number + "/withdrawal", Map.of("reason", named)).status()).isEqualTo(400);
    }

    @Test
    void aListThatIsTakenAwayIsToldOnceAndHeadsReadWhatFor() {
        var before = last();
        client.as(OFFICER).get("/api/awards?format=csv&kind=individual&q=hokhongcoai&purpose=x").expectOk();

        assertTold(this::subjects, before, "download list list=awards; format=csv; rows=0; kind=individual; q=… done");
        assertThat(subjects(before)).noneMatch(told -> told.contains("GET /api/awards"));
    }

    @Test
    void whoSignsOutIsTold() {
        var session = new WebSession(client.address());
        session.signIn("/", "police-chief.31843");
        var before = last();
        session.send(session.request("/logout").header("X-PHONGTRAO-CSRF", session.cookie("PHONGTRAO-CSRF").orElse(""))
                .POST(BodyPublishers.noBody()));
        assertTold(this::since, before, "sign-in sign-out  police-chief.31843 done ");
    }

    @Test
    void whatIsRefusedInTheMiddleOfAStepLeavesNoStep() {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người chưa đủ giấy tờ"))));
        var task = journey.task(number, "complete-dossier", OFFICER);
        var before = last();
        assertThat(client.as(OFFICER).post("/engine-rest/task/" + task.id() + "/submit-form", variables(Map.of())).status()).isEqualTo(422);

        assertThat(since(before)).noneMatch(told -> told.contains(number) && told.endsWith("done "));
    }

    @Test
    void theChainOfThisRunIsSound() {
        journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người trong chuỗi"))));
        await().untilAsserted(() -> assertThat(client.as("auditor").get("/api/audit/chain").expectOk().json().get("head").isNull()).isFalse());
        var state = client.as("auditor").get("/api/audit/chain").expectOk();

        assertThat(state.json().get("findings")).as(state.body()).isEmpty();
        var head = state.json().get("head");
        assertThat(client.as("auditor").get("/api/audit/seals/" + head.get("number").asLong()).expectOk().text("/hash")).isEqualTo(head.get("hash").asText());
        assertThat(client.as("auditor").get("/api/audit/seals/999999999").status()).isEqualTo(404);
        assertThat(client.as("auditor").get("/api/audit?kind=x").status()).isEqualTo(400);
    }

    /** What was read or refused is told after it has been answered. */
    private static void assertTold(LongFunction<List<String>> told, long since, String... expected) {
        await().untilAsserted(() -> assertThat(told.apply(since)).contains(expected));
    }

    private long last() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_event").query(Long.class).single();
    }

    private List<String> since(long event) {
        return told("select concat(kind, ' ', act, ' ', dossier, ' ', account, ' ', outcome, ' ', status) from audit_event where id > ? order by id", event);
    }

    private List<String> subjects(long event) {
        return told("select concat(kind, ' ', act, ' ', subject, ' ', outcome) from audit_event where id > ? order by id", event);
    }

    private List<String> told(String number, String act) {
        return told("select concat(kind, ' ', subject, ' ', outcome) from audit_event where dossier = ? and act = ? order by id", number, act);
    }

    private List<String> told(String sql, Object... values) {
        return jdbc.sql(sql).params(Stream.of(values).toList()).query(String.class).list();
    }
}
