package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a caller gets wrong is said to be wrong, never a fault, never taken for something else; nothing is stored. */
@HttpTest
class CallerMistakesIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String SUBMIT = "/process-definition/key/commendation/submit-form";
    private static final List<String> QUESTIONS = List.of("/task?candidateGroups=", "/task?firstResult=-5",
            "/task?maxResults=-5", "/task?candidateGroup=%00", "/task?nameLike=%00", "/task?%00=x",
            "/filter?name=a%00", "/filter/count?owner=%00", "/process-definition?key=%00",
            "/process-definition?versionTag=%00", "/process-definition/count?nameLike=%00",
            "/identity/groups?userId=%00",
            "/authorization/check?permissionName=READ&resourceName=x%00&resourceType=7&resourceId=%00");
    private static final List<String> CRITERIA = List.of("{\"nameLike\": \"\\u0000\"}", "{\"a\\u0000b\": 1}",
            "{\"candidateGroups\": []}", "{\"taskIdIn\": [null]}", "{\"sorting\": [null]}", "{\"orQueries\": [null]}",
            "{\"processVariables\": [null]}", variable("null", "eq", "1"), variable("\"x\"", "eq", "{\"a\": 1}"),
            variable("\"x\"", "gt", "true"), "{\"sorting\": [{\"sortBy\": \"processVariable\", \"sortOrder\": \"asc\", "
                    + "\"parameters\": {\"variable\": null, \"type\": \"String\"}}]}",
            "{\"includeAssignedTasks\": true}", "{\"orQueries\": [{\"includeAssignedTasks\": true}]}",
            "{\"candidateUser\": \"x\", \"candidateGroup\": \"y\", \"candidateGroups\": [\"z\"]}",
            "{\"withoutDueDate\": true, \"dueAfter\": \"2024-07-01T00:00:00.000+0700\"}",
            "{\"orQueries\": [{\"withCandidateGroups\": true}]}", "{\"name\": \"a\", \"name\": \"b\"}");

    @Autowired
    Client client;
    @Autowired
    Tables tables;

    private final SoftAssertions all = new SoftAssertions();
    private Map<String, String> before;

    @BeforeEach
    void remember() {
        before = tables.fingerprints();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void questionsToTheEngineThatMakeNoSenseAreRefused() {
        for (var question : QUESTIONS) {
            expect(400, engine("GET", question, null), question);
        }
        expect(400, engine("GET", "/task/count?candidateGroups=", null), "count");
        for (var criteria : CRITERIA) {
            expect(400, engine("POST", "/task", criteria), criteria);
            expect(400, engine("POST", "/task/count", criteria), criteria);
        }
        all.assertAll();
    }

    @Test
    void filtersAreNotRefinedWithWhatContradictsThem() {
        for (var filter : client.as(OFFICER).get("/engine-rest/filter").expectOk().json()) {
            var path = "/filter/" + filter.get("id").asText();
            for (var what : List.of("/list", "/count")) {
                for (var answer : engine("POST", path + what, "{\"candidateUser\": \"%s\"}".formatted(OFFICER))) {
                    all.assertThat(answer.status()).as(answer.toString()).isIn(200, 400);
                }
                expect(400, engine("POST", path + what, "{\"orQueries\": [null]}"), "null");
            }
        }
        all.assertAll();
    }

    @Test
    void claimsAndSubmissionsSayWhatTheyMean() {
        for (var body : List.of("{}", "{\"userId\": null}", "{\"userId\": \" \"}", "{\"userId\": 5}",
                "{\"userId\": \"%s\", \"x\": 1}".formatted(OFFICER))) {
            expect(400, engine("POST", "/task/x/claim", body), body);
        }
        for (var body : List.of("{\"variables\": {}, \"variables\": {}}",
                "{\"variables\": {\"achievement\": {\"value\": \"a\", \"value\": \"b\"}}}",
                "{\"variables\": {\"achievement\": {\"value\": \"a\\u0000b\"}}}")) {
            expect(400, engine("POST", SUBMIT, body), body);
        }
        expect(400, engine("POST", SUBMIT, Map.of("variables", Map.of("nominees", Map.of("type", "Json", "value",
                "[{\"name\": \"Người mẫu\", \"name\": \"Người khác\"}]")))), "nominees");
        expect(404, engine("POST", "/process-definition/x/submit-form", "{\"variables\": {}}"), "no definition");
        all.assertAll();
    }

    @Test
    void administratorsAreToldWhatTheyGetWrong() {
        for (var path : List.of("/migration/execute", "/migration/executeAsync")) {
            for (var body : List.of("{}", "{\"migrationPlan\": null, \"processInstanceIds\": [\"x\"]}")) {
                expect(400, List.of(client.as("admin").send("POST", "/engine-rest" + path, body)), path + body);
            }
        }
        for (var what : List.of("task", "process-instance", "execution")) {
            for (var list : List.of("variables", "localVariables")) {
                if (what.equals("task") || list.equals(what.equals("execution") ? "localVariables" : "variables")) {
                    var path = "/engine-rest/%s/x/%s/y".formatted(what, list);
                    var put = client.as("admin").send("PUT", path, Map.of("value", "z", "type", "String"));
                    all.assertThat(put.status()).as(put.toString()).isBetween(400, 499);
                    var delete = client.as("admin").send("DELETE", path, null);
                    all.assertThat(delete.status()).as(delete.toString()).isBetween(400, 499);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void whatNobodyAsksForIsNoFault() {
        expect(302, client.with("Cookie", "SESSION=AAAA").get("/"), "a session whose name holds NUL");
        expect(404, client.get("/error"), "the error page");
        expect(302, client.get("/oauth2/authorization/x"), "a sign-in that is none");
        var form = client.with("Content-Type", "application/x-www-form-urlencoded");
        for (var method : List.of("PUT", "PATCH")) {
            for (var path : List.of("/", "/api/dossiers", "/engine-rest/task", "/verify")) {
                var answer = form.send(method, path, "a=%zz");
                all.assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
            }
        }
        expect(404, client.as(OFFICER).get("/engine-rest/task/x/deployed-form"), "the form of no task");
        var admin = client.as("admin");
        expect(400, admin.get("/engine-rest/metrics"), "metrics, which are switched off");
        expect(400, admin.get("/engine-rest/metrics/x/sum"), "metrics, which are switched off");
        expect(403, admin.send("PUT", "/engine-rest/job/x/duedate", "{}"), "what nobody may do");
        for (var path : List.of("case-instance", "case-execution", "history/case-instance")) {
            expect(404, admin.get("/engine-rest/" + path), path);
        }
        expect(404, Browser.of(client, "admin").send("GET", Browser.ENGINE + "/case-instance", null), "cases");
        all.assertAll();
    }

    @Test
    void peopleSignInAtKeycloakAlone() {
        for (var app : List.of("cockpit", "tasklist", "admin")) {
            var answer = Browser.of(client, OFFICER).send("POST", "/camunda/api/admin/auth/user/default/login/" + app,
                    "application/x-www-form-urlencoded", "username=admin&password=demo");
            all.assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        }
        all.assertAll();
    }

    @Test
    void bodiesOfTheRegisterApiAreOfTheTypesThatTheyDeclare() {
        for (var day : List.of("17", "-1", "\"-9999-01-01\"", "\"+99999-01-01\"", "\"1899-12-31\"", "\"2200-01-01\"",
                "\"2024-02-30\"", "\"2024-7-1\"", "\"2024-07-01T00:00\"", "[2024, 7, 1]", "true", "{}")) {
            refuses("/api/signatories", "validFrom", "{\"validFrom\": %s}".formatted(day));
            refuses("/api/team-quotas", "validFrom", "{\"validFrom\": %s}".formatted(day));
            refuses("/api/area-classes", "validTo", "{\"validTo\": %s}".formatted(day));
            refuses("/api/units/95/954/31813/hamlets", "validFrom", "{\"validFrom\": %s}".formatted(day));
        }
        for (var text : List.of("true", "17", "1.5", "[]", "{}")) {
            refuses("/api/signatories", "userName", "{\"userName\": %s}".formatted(text));
            refuses("/api/team-quotas", "decision", "{\"decision\": %s}".formatted(text));
            refuses("/api/dossiers/KT-00000-2024-00001/withdrawal", "reason", "{\"reason\": %s}".formatted(text));
        }
        for (var number : List.of("1.5", "1.0", "\"5\"", "\"\"", "true", "99999999999")) {
            refuses("/api/team-quotas", "teams", "{\"teams\": %s}".formatted(number));
        }
        for (var path : List.of("/api/dossiers/KT-00000-2024-00001/withdrawal", "/api/signatories")) {
            var answer = client.as(OFFICER).post(path, "{\"reason\": \"a\", \"reason\": \"b\"}");
            all.assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            answer = client.as(OFFICER).post(path, "{\"name\": \"a\", \"name\": \"b\"}");
            all.assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
        all.assertAll();
    }

    @Test
    void daysInAddressesLieInTheYearsOfTheMovement() {
        for (var day : List.of("17", "-9999-01-01", "%2B99999-01-01", "1899-12-31", "2200-01-01", "1/7/24")) {
            for (var list : List.of("/api/dossiers?openedFrom=", "/api/awards?decidedTo=", "/api/models/figures?on=")) {
                var answer = client.as(OFFICER).get(list + day);
                all.assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            }
        }
        client.as(OFFICER).get("/api/dossiers?openedFrom=1900-01-01&openedTo=2199-12-31").expectOk();
        client.as(OFFICER).get("/api/dossiers?openedFrom=").expectOk();
        all.assertAll();
    }

    private List<Answer> engine(String method, String path, Object body) {
        var answers = new ArrayList<Answer>();
        answers.add(client.as(OFFICER).send(method, "/engine-rest" + path, body));
        answers.add(Browser.of(client, OFFICER).send(method, Browser.ENGINE + path, body));
        return answers;
    }

    private void expect(int status, Answer answer, String what) {
        all.assertThat(answer.status()).as(what + " " + answer).isEqualTo(status);
    }

    private void expect(int status, List<Answer> answers, String what) {
        for (var answer : answers) {
            all.assertThat(answer.status()).as(what + " " + answer).isEqualTo(status);
            all.assertThat(answer.body()).as(what).contains("message").doesNotContain("Exception");
        }
    }

    private void refuses(String path, String field, String body) {
        var answer = client.as(OFFICER).post(path, body);
        all.assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
        if (answer.status() == 400) {
            all.assertThat(answer.text("/field")).as(body + " " + answer).isEqualTo(field);
        }
    }

    private static String variable(String name, String operator, String value) {
        return "{\"processVariables\": [{\"name\": %s, \"operator\": \"%s\", \"value\": %s}]}"
                .formatted(name, operator, value);
    }
}
