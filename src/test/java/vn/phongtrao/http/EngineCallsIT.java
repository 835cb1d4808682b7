package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every operation of the engine's REST API, under {@code /engine-rest} and under the webapps: officers, systems and
 * people without a post have the ones named here, and the rest is the administrators'. What the named ones touch is
 * the matter of {@link AccessMatrixIT}.
 */
@HttpTest
class EngineCallsIT {

    private static final Set<String> OFFICERS_CALLS = """
            GET /version
            GET /task
            POST /task
            GET /task/count
            POST /task/count
            GET /task/{id}
            GET /task/{id}/form
            GET /task/{id}/deployed-form
            GET /task/{id}/form-variables
            GET /task/{id}/identity-links
            GET /task/{id}/variables
            POST /task/{id}/claim
            POST /task/{id}/unclaim
            POST /task/{id}/complete
            POST /task/{id}/submit-form
            GET /process-definition
            GET /process-definition/count
            GET /process-definition/{id}
            GET /process-definition/{id}/startForm
            GET /process-definition/{id}/deployed-start-form
            GET /process-definition/{id}/form-variables
            GET /process-definition/{id}/xml
            GET /process-definition/{id}/diagram
            POST /process-definition/{id}/start
            POST /process-definition/{id}/submit-form
            GET /process-definition/key/{key}
            GET /process-definition/key/{key}/startForm
            GET /process-definition/key/{key}/deployed-start-form
            GET /process-definition/key/{key}/form-variables
            GET /process-definition/key/{key}/xml
            GET /process-definition/key/{key}/diagram
            POST /process-definition/key/{key}/start
            POST /process-definition/key/{key}/submit-form
            GET /filter
            GET /filter/count
            GET /filter/{id}
            GET /filter/{id}/list
            POST /filter/{id}/list
            GET /filter/{id}/count
            POST /filter/{id}/count
            GET /filter/{id}/singleResult
            POST /filter/{id}/singleResult
            GET /authorization/check
            GET /user/{id}/profile
            GET /identity/groups
            OPTIONS /filter
            OPTIONS /filter/{id}
            """.lines().collect(Collectors.toUnmodifiableSet());

    private static final List<EngineOperation> OPERATIONS = List.copyOf(EngineOperation.all());

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    private Map<String, String> ids;

    @Test
    void everyOperationButTheOfficersIsTheAdministrators() {
        assertThat(OPERATIONS).hasSizeGreaterThan(450).extracting(EngineOperation::toString)
                .containsAll(OFFICERS_CALLS);
        ids = idsOfADossier();
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (var account : List.of("police-officer.31813", "police-chief.31813", "police-officer.31843",
                "committee-chair.954", "council-member.95", Actor.WITHOUT_POST.account(), Actor.SYSTEM.account())) {
            var before = tables.fingerprints();
            refused += refusals(operation -> client.as(account).send(operation.method(),
                    "/engine-rest" + path(operation), body(operation)), account, wrong);
            changes(before, account, wrong);
        }
        for (var account : List.of("police-officer.31813", Actor.WITHOUT_POST.account())) {
            var browser = Browser.of(client, account);
            var before = tables.fingerprints();
            refused += refusals(operation -> browser.send(operation.method(), Browser.ENGINE + path(operation),
                    body(operation)), account, wrong);
            changes(before, account, wrong);
        }
        System.out.printf("Engine: %d operations, %d of them for officers; %d calls refused%n", OPERATIONS.size(),
                OFFICERS_CALLS.size(), refused);
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyCallsTheEngineWithoutSigningIn() {
        ids = Map.of();
        var before = tables.fingerprints();
        OPERATIONS.parallelStream().forEach(operation -> {
            var rest = client.send(operation.method(), "/engine-rest" + path(operation), body(operation));
            assertThat(rest.status()).as(rest.toString()).isEqualTo(401);
            var webapps = client.send(operation.method(), Browser.ENGINE + path(operation), body(operation));
            assertThat(webapps.status()).as(webapps.toString()).isIn(401, 403);
        });
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void administratorsReadTheEngine() {
        ids = idsOfADossier();
        for (var path : List.of("/process-instance", "/task", "/history/process-instance", "/history/task", "/job",
                "/incident", "/deployment", "/decision-definition", "/authorization", "/batch", "/event-subscription",
                "/variable-instance", "/history/user-operation", "/user", "/group",
                "/process-instance/" + ids.get("/process-instance") + "/activity-instances")) {
            client.as("admin").get("/engine-rest" + path).expectOk();
        }
        assertThat(client.as("admin").get("/engine-rest/process-instance/count").json().get("count").asInt())
                .isPositive();
    }

    @Test
    void officersSeeNoColleaguesInTheirIdentityCalls() {
        var officer = client.as("police-officer.31813");

        assertThat(officer.get("/engine-rest/user/police-officer.31813/profile").status()).isIn(200, 404);
        assertThat(officer.get("/engine-rest/user/police-chief.956/profile").status()).isIn(403, 404);
        assertThat(officer.get("/engine-rest/identity/groups?userId=police-chief.956").body())
                .doesNotContain("956");
        assertThat(officer.get("/engine-rest/identity/groups?userId=police-officer.31813").body())
                .doesNotContain("police-officer-2");
        assertThat(officer.get("/engine-rest/authorization/check?permissionName=READ&resourceName=x&resourceType=7"
                + "&userId=admin").status()).isIn(400, 403);
    }

    private static String body(EngineOperation operation) {
        return operation.method().matches("POST|PUT") ? "{}" : null;
    }

    /** Makes every call that is not for officers and counts the refusals. */
    private static int refusals(Function<EngineOperation, Answer> call, String account, List<String> wrong) {
        var answers = OPERATIONS.parallelStream().filter(operation -> !OFFICERS_CALLS.contains(operation.toString()))
                .map(call).toList();
        answers.stream().filter(answer -> answer.status() != 403).forEach(answer -> wrong.add(account + ": " + answer));
        return answers.size();
    }

    private void changes(Map<String, String> before, String account, List<String> wrong) {
        var after = new TreeMap<>(tables.fingerprints());
        after.entrySet().removeAll(before.entrySet());
        if (!after.isEmpty()) {
            wrong.add(account + " changed " + after.keySet());
        }
    }

    /** The operation's path with ids of real things in it, the caller's own task among them. */
    private String path(EngineOperation operation) {
        var resource = operation.path().replaceFirst("(^/history/[^/]+|^/[^/]+).*", "$1");
        return operation.path().replace("{id}", ids.getOrDefault(resource, "x"))
                .replace("{key}", resource.equals("/decision-definition") ? "bonus" : "commendation")
                .replace("{varId}", "dossierNumber").replace("{userId}", "police-officer.31813")
                .replaceAll("\\{[^}]*}", "x");
    }

    private Map<String, String> idsOfADossier() {
        var number = journey.propose("police-officer.31813", proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người trong hồ sơ dò quyền"))));
        var admin = client.as("admin");
        var task = admin.get("/engine-rest/task?processInstanceBusinessKey=" + number).json().get(0);
        var instance = task.get("processInstanceId").asText();
        return Map.ofEntries(
                Map.entry("/task", task.get("id").asText()),
                Map.entry("/process-instance", instance),
                Map.entry("/execution", task.get("executionId").asText()),
                Map.entry("/process-definition", task.get("processDefinitionId").asText()),
                Map.entry("/history/process-instance", instance),
                Map.entry("/history/process-definition", task.get("processDefinitionId").asText()),
                Map.entry("/deployment", first("/deployment")),
                Map.entry("/filter", first("/filter")),
                Map.entry("/authorization", first("/authorization")),
                Map.entry("/decision-definition", first("/decision-definition")),
                Map.entry("/variable-instance", first("/variable-instance?processInstanceIdIn=" + instance)),
                Map.entry("/history/activity-instance", first("/history/activity-instance?processInstanceId="
                        + instance)),
                Map.entry("/user", "police-chief.31813"),
                Map.entry("/group", URLEncoder.encode("95/954/31813/police-officer", StandardCharsets.UTF_8)));
    }

    private String first(String list) {
        return client.as("admin").get("/engine-rest" + list).expectOk().json().get(0).get("id").asText();
    }
}
