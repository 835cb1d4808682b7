package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever holds {@code camunda-admin} administers the engine, and has no way to make it run what they wrote. */
@HttpTest
class AdministratorsRunNoCodeIT {

    private static final String PROBE = "phongtrao.probe";
    /** Sets a system property where it is evaluated. */
    private static final String EVIL = "''.getClass().forName('java.lang.System')"
            + ".getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '" + PROBE + "', 'ran')";
    private static final String OFFICER = "police-officer.31813";
    private static final String ADMIN = "admin";
    private static final String BOUNDARY = "boundary";
    private static final String PLAN = "${route.plan(dossierNumber)}";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    @BeforeEach
    void nothingRanBefore() {
        System.clearProperty(PROBE);
    }

    @AfterEach
    void nothingRan() {
        assertThat(System.clearProperty(PROBE)).as("the administrator's code").isNull();
    }

    /** The first trial: a table that names another language than FEEL. */
    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy"})
    void aTableThatRunsCodeIsNeitherDeployedNorEvaluated(String language) {
        var before = tables.fingerprints();
        var deployed = deploy(Map.of("evil.dmn", table(language)));
        var evaluated = admin().post("/engine-rest/decision-definition/key/evil/evaluate",
                Map.of("variables", Map.of()));

        assertThat(System.getProperty(PROBE)).as(evaluated.toString()).isNull();
        assertRefused(403, deployed);
        assertThat(evaluated.status()).isEqualTo(404);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    /** The second trial: a new version of a model, with all its forms, whose code the next officer runs. */
    @Test
    void aNewVersionOfAModelDoesNotRunCodeWhenAnOfficerCompletesATask() {
        var before = tables.fingerprints();
        var files = deployedFiles();
        files.computeIfPresent("commendation.bpmn", (name, model) -> model.replace(PLAN, "${" + EVIL + "}"));
        assertThat(files.get("commendation.bpmn")).contains(EVIL);
        var deployed = deploy(files);
        var changed = !tables.fingerprints().equals(before);

        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người mẫu"))));
        journey.bringPapers(number, OFFICER);
        var completed = journey.submit(OFFICER, journey.task(number, "complete-dossier", OFFICER).id(), Map.of());

        assertThat(System.getProperty(PROBE)).as(completed.toString()).isNull();
        assertRefused(403, deployed);
        assertThat(changed).isFalse();
        completed.expectOk();
    }

    static List<String> models() {
        return List.of(
                process("<scriptTask id=\"t\" scriptFormat=\"javascript\"><script>1</script></scriptTask>"),
                process("<serviceTask id=\"t\" camunda:class=\"java.util.ArrayList\"/>"),
                process("<serviceTask id=\"t\" camunda:expression=\"${" + EVIL + "}\"/>"),
                process("<userTask id=\"t\" camunda:formKey=\"embedded:deployment:evil.html\"/>"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsDeployedFromOutside(String model) {
        var browser = Browser.of(client, ADMIN);
        var id = latest("commendation").get("deploymentId").asText();
        tables.assertUnchangedBy(() -> {
            for (var name : List.of("evil.bpmn", "evil.bpmn20.xml")) {
                assertRefused(403, deploy(Map.of(name, model)));
                assertRefused(403, browser.send("POST", Browser.ENGINE + "/deployment/create",
                        "multipart/form-data; boundary=" + BOUNDARY, multipart(Map.of(name, model))));
            }
            for (var name : List.of("evil.form", "evil.cmmn", "evil.js", "evil.html")) {
                assertRefused(403, deploy(Map.of(name, "{}")));
            }
            assertRefused(403, admin().post("/engine-rest/deployment/" + id + "/redeploy", "{}"));
            assertRefused(403, browser.send("POST", Browser.ENGINE + "/deployment/" + id + "/redeploy", "{}"));
        });
    }

    /** What administrators load for the organisation goes into the same closed engine. */
    @Test
    void aLoadedEditionRunsNoCodeEither() throws IOException {
        var table = Files.readString(Path.of("processes/commendation/base-salary.dmn"));
        var model = Files.readString(Path.of("processes/model-replication/model-replication.bpmn"));
        tables.assertUnchangedBy(() -> {
            for (var language : List.of("juel", "javascript")) {
                assertThat(load("commendation/base-salary.dmn", table.replaceFirst("<outputEntry ",
                        "<outputEntry expressionLanguage=\"" + language + "\" ")).status()).isEqualTo(422);
            }
            for (var attribute : List.of("camunda:class=\"java.util.ArrayList\"",
                    "camunda:delegateExpression=\"${route}\"")) {
                assertThat(load("model-replication/model-replication.bpmn",
                        model.replace("camunda:expression=\"" + PLAN + "\"", attribute)).status()).isEqualTo(422);
            }
        });
    }

    /** Templates are filled when somebody looks, with whatever has been loaded. */
    @ParameterizedTest
    @ValueSource(strings = {"${T(java.lang.System).setProperty('phongtrao.probe', 'ran')}", "${@environment}",
            "${dossier.number.getClass()}", "__${dossier.title}__"})
    void aLoadedPageRunsNoCode(String expression) {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người mẫu"))));
        var path = "commendation/page.html";
        var loaded = load(path, "<p xmlns:th=\"http://www.thymeleaf.org\" th:fragment=\"content\" th:text=\"%s\"></p>"
                .formatted(expression));
        try {
            var page = Browser.of(client, OFFICER).send("GET", "/dossiers/" + number + "/fragment", null);

            assertThat(page.status()).as(page.toString()).isEqualTo(loaded.ok() ? 422 : 200);
            assertThat(page.body()).doesNotContain("Environment", "java.lang");
        } finally {
            if (loaded.ok()) {
                admin().send("DELETE", "/api/editions/file?note=x&path=" + path, null).expectOk();
            }
        }
        Browser.of(client, OFFICER).send("GET", "/dossiers/" + number + "/fragment", null).expectOk();
    }

    /** Without the newest deployment, open dossiers have no model, and tables are those of an earlier time. */
    @Test
    void nothingThatIsDeployedIsTakenAway() {
        var definition = latest("commendation");
        var id = definition.get("deploymentId").asText();
        tables.assertUnchangedBy(() -> {
            for (var path : List.of("/deployment/" + id + "?cascade=true", "/deployment/" + id,
                    "/process-definition/" + definition.get("id").asText() + "?cascade=true",
                    "/process-definition/key/commendation?cascade=true",
                    "/process-definition/key/commendation/delete")) {
                assertRefused(403, admin().send("DELETE", "/engine-rest" + path, null));
            }
        });
    }

    /** A value that is a Java object has methods, which is what expressions are kept from. */
    @ParameterizedTest
    @ValueSource(strings = {"Object", "Bytes", "File", "Xml"})
    void variablesAreNoObjects(String type) {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người mẫu"))));
        var task = admin().get("/engine-rest/task?processInstanceBusinessKey=" + number).json().get(0);
        var instance = task.get("processInstanceId").asText();
        var variable = Map.of("type", type, "value", "PHg+PC94Pg==", "valueInfo", Map.of("filename", "x",
                "objectTypeName", "java.lang.Runtime", "serializationDataFormat", "application/json"));
        var variables = Map.of("x", variable);
        tables.assertUnchangedBy(() -> Map.of(
                "PUT /process-instance/" + instance + "/variables/x", variable,
                "POST /process-instance/" + instance + "/variables", Map.of("modifications", variables),
                "PUT /task/" + task.get("id").asText() + "/variables/x", variable,
                "PUT /execution/" + task.get("executionId").asText() + "/localVariables/x", variable,
                "POST /process-instance/variables-async", Map.of("processInstanceIds", List.of(instance), "variables",
                        variables),
                "POST /process-instance/" + instance + "/modification", Map.of("instructions", List.of(Map.of("type",
                        "startBeforeActivity", "activityId", "complete-dossier", "variables", variables))),
                "POST /decision-definition/key/bonus/evaluate", Map.of("variables", variables),
                "POST /message", Map.of("messageName", "withdrawal", "businessKey", number, "processVariables",
                        variables),
                "POST /condition", Map.of("variables", variables),
                "POST /signal", Map.of("name", "x", "variables", variables)).forEach((call, body) -> {
            var words = call.split(" ");
            assertRefused(400, admin().send(words[0], "/engine-rest" + words[1], body));
        }));
    }

    /** Files come in parts, and so past the check of bodies that are JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"name=\"data\"; filename=\"x\"\r\nContent-Type: application/octet-stream\r\n\r\nx",
            "name=\"data\"; filename=\"x\"\r\nContent-Type: text/plain\r\n\r\nx\r\n--boundary\r\n"
                    + "Content-Disposition: form-data; name=\"valueType\"\r\nContent-Type: text/plain\r\n\r\nFile",
            "name=\"data\"\r\nContent-Type: application/json\r\n\r\n[]\r\n--boundary\r\n"
                    + "Content-Disposition: form-data; name=\"type\"\r\nContent-Type: "
                    + "text/plain\r\n\r\njava.util.ArrayList"})
    void variablesComeInNoParts(String parts) {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người mẫu"))));
        var instance = admin().get("/engine-rest/task?processInstanceBusinessKey=" + number)
                .json().get(0).get("processInstanceId").asText();
        var body = "--%1$s\r\nContent-Disposition: form-data; %2$s\r\n--%1$s--\r\n".formatted(BOUNDARY, parts);
        tables.assertUnchangedBy(() -> {
            var answer = admin().with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .post("/engine-rest/process-instance/" + instance + "/variables/x/data", body);
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        });
    }

    /** What else of the engine's API evaluates something, or makes something that could be evaluated. */
    @Test
    void otherCallsThatEvaluateAreRefused() {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người mẫu"))));
        var task = admin().get("/engine-rest/task?processInstanceBusinessKey=" + number).json().get(0).get("id")
                .asText();
        var definition = latest("commendation").get("id").asText();
        tables.assertUnchangedBy(() -> Map.ofEntries(
                Map.entry("GET /process-definition/" + definition + "/rendered-form", ""),
                Map.entry("GET /process-definition/key/commendation/rendered-form", ""),
                Map.entry("GET /task/" + task + "/rendered-form", ""),
                Map.entry("POST /task/create", Map.of("id", "evil", "name", "${" + EVIL + "}")),
                Map.entry("POST /filter/create", Map.of("resourceType", "Task", "name", "x", "query",
                        Map.of("orQueries", List.of(Map.of("assigneeExpression", "${" + EVIL + "}"))))),
                Map.entry("POST /message", Map.of("messageName", "${" + EVIL + "}")),
                Map.entry("POST /process-definition/" + definition + "/start", Map.of()),
                Map.entry("POST /process-definition/" + definition + "/restart",
                        Map.of("processInstanceIds", List.of("x"))),
                Map.entry("POST /case-definition/key/evil/create", Map.of())).forEach((call, body) -> {
            var words = call.split(" ");
            var answer = admin().send(words[0], "/engine-rest" + words[1], words[0].equals("GET") ? null : body);
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        }));
    }

    private Client admin() {
        return client.as(ADMIN);
    }

    private JsonNode latest(String process) {
        return admin().get("/engine-rest/process-definition/key/" + process).expectOk().json();
    }

    /** The models and forms that are deployed together with the commendation, by name. */
    private Map<String, String> deployedFiles() {
        var resources = "/engine-rest/deployment/" + latest("commendation").get("deploymentId").asText() + "/resources";
        Map<String, String> files = new LinkedHashMap<>();
        admin().get(resources).expectOk().json().forEach(resource -> {
            var name = resource.get("name").asText().replaceFirst(".*/", "").replace("]", "");
            if (name.endsWith(".bpmn") || name.startsWith("commendation") && name.endsWith(".form")) {
                files.put(name, admin().get(resources + "/" + resource.get("id").asText() + "/data").expectOk().body());
            }
        });
        return files;
    }

    private Answer deploy(Map<String, String> files) {
        return admin().with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .post("/engine-rest/deployment/create", multipart(files));
    }

    /** Loads one file of the organisation's own. */
    private Answer load(String path, String content) {
        return admin().upload("/api/editions?note=x", Map.of(path, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String multipart(Map<String, String> files) {
        var body = new StringBuilder(part("name=\"deployment-name\"", "x"));
        files.forEach((name, content) -> body.append(part("name=\"%1$s\"; filename=\"%1$s\"".formatted(name),
                content)));
        return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static String part(String disposition, String content) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, disposition, content);
    }

    private static String table(String language) {
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" "
                + "xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" id=\"d\" name=\"d\" namespace=\"x\">"
                + "<decision id=\"evil\" name=\"x\" camunda:historyTimeToLive=\"P1D\"><decisionTable id=\"t\">"
                + "<output id=\"o\" name=\"o\"/><rule id=\"r\"><outputEntry id=\"e\" expressionLanguage=\"" + language
                + "\"><text>${" + EVIL + "}</text></outputEntry></rule></decisionTable></decision></definitions>";
    }

    private static String process(String task) {
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                + "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"x\">"
                + "<process id=\"evil\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/>"
                + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/>" + task + "</process></definitions>";
    }

    private static void assertRefused(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("/type")).as(answer.toString()).isEqualTo("Refusal");
    }
}
