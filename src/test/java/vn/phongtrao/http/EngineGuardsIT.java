package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;
import static vn.phongtrao.http.HttpJourney.variables;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;

/** Known attacks on the engine, replayed by people who may sign in and by people who may not. */
@HttpTest
class EngineGuardsIT {

    private static final String PROBE = "phongtrao.probe";
    /** Sets a system property where it is evaluated. */
    private static final String EVIL = "${''.getClass().forName('java.lang.System')"
            + ".getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '" + PROBE + "', 'ran')}";
    private static final String OFFICER = "police-officer.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;
    @Autowired
    ProcessEngine engine;

    private Map<String, String> before;

    @BeforeEach
    void remember() {
        System.clearProperty(PROBE);
        before = tables.fingerprints();
    }

    @AfterEach
    void nothingRan() {
        assertThat(System.getProperty(PROBE)).as("the expression was evaluated").isNull();
        System.clearProperty(PROBE);
    }

    @Test
    void theProbeWouldBeSeenIfItRan() {
        var open = new JuelExpressionManager();
        var expression = open.createValueExpression(EVIL);

        expression.getValue(open.getElContext(StartProcessVariableScope.getSharedInstance()));

        assertThat(System.clearProperty(PROBE)).isEqualTo("ran");
    }

    @Test
    void theEngineItselfRefusesExpressionsThatNoStoredFilterHas() {
        var query = engine.getTaskService().createTaskQuery().or().taskAssigneeExpression(EVIL).endOr();

        assertThatThrownBy(query::list).hasRootCauseInstanceOf(BadUserRequestException.class);
    }

    static List<String> queriesWithExpressions() {
        var evil = quoted(EVIL);
        var own = quoted("${currentUser()}");
        return List.of(
                "{\"assigneeExpression\": %s}".formatted(evil),
                "{\"orQueries\": [{\"assigneeExpression\": %s}]}".formatted(evil),
                "{\"orQueries\": [{\"name\": \"x\"}, {\"candidateGroupsExpression\": %s}]}".formatted(evil),
                "{\"orQueries\": [{\"orQueries\": [{\"dueDateExpression\": %s}]}]}".formatted(evil),
                "{\"orQueries\": [{\"assigneeExpression\": %s, \"assigneeExpression\": %s}]}".formatted(own, evil),
                "{\"orQueries\": [{\"assigneeExpression\": %s, \"assigneeExpression\": %s}]}".formatted(evil, own),
                "{\"orQueries\": [{\"assignee\\u0045xpression\": %s}]}".formatted(evil),
                "{\"\\u006frQueries\": [{\"\\u0061ssigneeExpression\": %s}]}".formatted(evil),
                "{\"orQueries\": [{\"assigneeExpression\": %s}]}".formatted(evil.replace("$", "\\u0024")),
                "{\"orQueries\": [{\"assigneeExpression\": %s}]}".formatted(evil.replace("${", "#{")),
                "{\"orQueries\": [{\"assigneeExpression\": %s}]}".formatted(evil.replace("${", " x ${")),
                "\uFEFF{\"orQueries\": [{\"assigneeExpression\": %s}]}".formatted(evil),
                "{\"orQueries\": [{\"createdBeforeExpression\": %s}, {\"ownerExpression\": %s}]}"
                .formatted(evil, evil));
    }

    /** CVE-2026-109432. */
    @ParameterizedTest
    @MethodSource("queriesWithExpressions")
    void expressionsThatComeWithAQueryAreNotEvaluated(String query) {
        var filter = client.as(OFFICER).get("/engine-rest/filter").expectOk().text("/0/id");
        var session = signedIn(OFFICER);
        for (var path : List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count",
                "/filter/" + filter + "/singleResult")) {
            for (var account : List.of(OFFICER, "phongtrao-integration", "admin")) {
                assertRefused(client.as(account).post("/engine-rest" + path, query));
            }
            assertRefused(client.as(OFFICER).post("/engine-rest/engine/default" + path, query));
            assertRefused(session.send("POST", Browser.ENGINE + path, query));
        }
        for (var account : List.of(OFFICER, "admin")) {
            assertRefused(client.as(account).post("/engine-rest/filter/create",
                    "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": %s}"
                    .formatted(query.replace("\uFEFF", ""))));
        }
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void expressionsInQueryParametersOrOtherEncodingsAreNotEvaluated() {
        var filter = client.as(OFFICER).get("/engine-rest/filter").expectOk().text("/0/id");
        var evil = URLEncoder.encode(EVIL, StandardCharsets.UTF_8);
        for (var name : List.of("assigneeExpression", "assignee%45xpression", "candidateGroupsExpression",
                "dueDateExpression")) {
            for (var path : List.of("/task", "/task/count", "/filter/" + filter + "/list")) {
                assertRefused(client.as(OFFICER).get("/engine-rest" + path + "?" + name + "=" + evil));
            }
        }
        var query = "{\"orQueries\": [{\"assigneeExpression\": %s}]}".formatted(quoted(EVIL));
        for (var charset : List.of("UTF-16", "UTF-16LE", "UTF-32", "UTF-7")) {
            var bytes = charset.equals("UTF-7") ? query.replace("\"", "+ACI-").getBytes(StandardCharsets.US_ASCII)
                    : query.getBytes(Charset.forName(charset));
            assertThat(sendBytes("application/json; charset=" + charset, bytes)).as(charset).isBetween(400, 499);
        }
        var marked = client.as(OFFICER).post("/engine-rest/task",
                "{\"sorting\": [{\"sortBy\": \"processVariable\", \"sortOrder\": \"asc\", \"parameters\": "
                        + "{\"variable\": %s, \"type\": \"String\"}}]}".formatted(quoted(EVIL)));
        assertThat(marked.status()).isLessThan(500);
    }

    /** CVE-2026-77226. */
    @Test
    void nobodySetsUpAnAdministrator() {
        var body = Map.of("profile", Map.of("id", "intruder", "firstName", "x", "lastName", "x"),
                "credentials", Map.of("password", "x"));
        for (var path : List.of("/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/",
                "/camunda/api/admin/setup/default")) {
            for (var method : List.of("GET", "POST")) {
                assertThat(client.send(method, path, method.equals("POST") ? body : null).status()).isIn(401, 403);
                for (var account : List.of(OFFICER, "admin")) {
                    assertThat(signedIn(account).send(method, path, body).status()).isEqualTo(403);
                }
            }
        }
        assertThat(client.get("/camunda/app/admin/default/setup/").status()).isIn(302, 401, 403);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void cockpitAndAdminAreClosedToOfficers() {
        var officer = signedIn(OFFICER);
        var admin = signedIn("admin");
        var cockpit = "/camunda/api/cockpit/plugin/base/default";
        for (var call : List.of("POST " + cockpit + "/process-instance?firstResult=0&maxResults=50",
                "POST " + cockpit + "/process-instance/count", "GET " + cockpit + "/process-definition/statistics",
                "GET " + cockpit + "/incident?firstResult=0&maxResults=50",
                "GET /camunda/api/admin/plugin/adminPlugins/default/metrics/task-worker/aggregate")) {
            var method = call.split(" ")[0];
            var path = call.split(" ")[1];
            var body = method.equals("POST") ? "{}" : null;
            assertThat(officer.send(method, path, body).status()).as(call).isIn(401, 403);
            if (path.startsWith(cockpit)) {
                admin.send(method, path, body).expectOk();
            }
        }
        for (var page : List.of("/camunda/app/cockpit/default/", "/camunda/app/admin/default/")) {
            assertThat(officer.send("GET", page, null).status()).as(page).isEqualTo(403);
            admin.send("GET", page, null).expectOk();
        }
        officer.send("GET", "/camunda/app/tasklist/default/", null).expectOk();
        officer.send("GET", "/camunda/api/admin/auth/user/default", null).expectOk();
    }

    @Test
    void officersReachTheEngineThroughFormsAlone() {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người sau biểu mẫu"))));
        var shown = client.as("admin").get("/engine-rest/task?processInstanceBusinessKey=" + number).json().get(0);
        var task = "/task/" + shown.get("id").asText();
        var instance = "/process-instance/" + shown.get("processInstanceId").asText();
        var execution = "/execution/" + shown.get("executionId").asText();
        var value = Map.of("value", "approve", "type", "String");
        var modifications = Map.of("modifications", Map.of("outcome", value));
        var before = tables.fingerprints();
        var session = signedIn(OFFICER);

        Map.ofEntries(
                Map.entry("PUT " + task + "/variables/outcome", value),
                Map.entry("POST " + task + "/variables", modifications),
                Map.entry("PUT " + task + "/localVariables/outcome", value),
                Map.entry("POST " + task + "/localVariables", modifications),
                Map.entry("PUT " + instance + "/variables/outcome", value),
                Map.entry("POST " + instance + "/variables", modifications),
                Map.entry("PUT " + execution + "/localVariables/outcome", value),
                Map.entry("POST " + execution + "/localVariables", modifications),
                Map.entry("POST " + execution + "/signal", Map.of()),
                Map.entry("POST " + task + "/comment/create", Map.of("message", "x")),
                Map.entry("POST " + task + "/attachment/create", Map.of("name", "x", "url", "http://example.invalid")),
                Map.entry("POST " + task + "/delegate", Map.of("userId", "police-officer-2.31813")),
                Map.entry("POST " + task + "/resolve", Map.of("variables", Map.of())),
                Map.entry("POST " + task + "/assignee", Map.of("userId", "police-officer-2.31813")),
                Map.entry("POST " + task + "/identity-links",
                        Map.of("userId", "police-chief.31843", "type", "candidate")),
                Map.entry("PUT " + task, Map.of("name", "x", "assignee", "police-chief.31843")),
                Map.entry("POST " + task + "/bpmnError", Map.of("errorCode", "x")),
                Map.entry("DELETE " + task, Map.of()),
                Map.entry("DELETE " + instance, Map.of()),
                Map.entry("PUT " + instance + "/suspended", Map.of("suspended", true)),
                Map.entry("POST " + instance + "/modification", Map.of("instructions",
                        List.of(Map.of("type", "startBeforeActivity", "activityId", "grant-awards")))),
                Map.entry("POST /message", Map.of("messageName", "withdrawal", "businessKey", number)),
                Map.entry("POST /signal", Map.of("name", "x")),
                Map.entry("POST /task/create", Map.of("id", "x", "name", "x")),
                Map.entry("POST /filter/create", Map.of("resourceType", "Task", "name", "x", "query", Map.of())),
                Map.entry("POST /authorization/create", Map.of("type", 1, "permissions", List.of("ALL"),
                        "userId", OFFICER, "resourceType", 7, "resourceId", "*")),
                Map.entry("PUT /group/camunda-admin/members/" + OFFICER, Map.of()),
                Map.entry("POST /decision-definition/key/bonus/evaluate", Map.of("variables", Map.of()))
        ).forEach((call, body) -> {
            var method = call.split(" ")[0];
            var path = call.split(" ")[1];
            assertThat(client.as(OFFICER).send(method, "/engine-rest" + path, body).status()).as(call).isEqualTo(403);
            assertThat(session.send(method, Browser.ENGINE + path, body).status()).as(call).isEqualTo(403);
        });
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void officersDeployNothing() {
        assertThat(deploy(OFFICER, "evil.bpmn", process("")).status()).isEqualTo(403);
        assertThat(deploy("phongtrao-integration", "evil.bpmn", process("")).status()).isEqualTo(403);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void modelsDoNotReadFilesOrAddresses() throws IOException {
        var hits = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://localhost:" + server.getAddress().getPort() + "/x.dtd";
            for (var entity : List.of(url, "file:///etc/hostname")) {
                var answer = deploy("admin", "evil.bpmn",
                        process("<!DOCTYPE x [<!ENTITY file SYSTEM \"%s\">]>".formatted(entity)));
                assertThat(answer.status()).matches(EngineGuardsIT::noSuccess);
            }
            var xml = "<!DOCTYPE x [<!ENTITY file SYSTEM \"%s\">]><x>&file;</x>".formatted(url);
            assertThat(client.as(OFFICER).with("Content-Type", "application/xml").post("/engine-rest/task", xml)
                    .status()).isBetween(400, 499);
            assertThat(start(Map.of("achievement", Map.of("type", "Xml", "value", xml))).status()).isBetween(400, 499);
            assertThat(hits).hasValue(0);
            assertThat(tables.fingerprints()).isEqualTo(before);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/process-definition/key/commendation/start", "/process-definition/key/review/start",
            "/process-definition/key/review/submit-form", "/process-definition/key/commendation/tenant-id/x/start",
            "/process-definition/key/commendation/tenant-id/x/submit-form", "/message", "/condition"})
    void dossiersBeginWithTheirFormAlone(String path) {
        var body = new LinkedHashMap<>(variables(
                proposal("commune-certificate", "ad-hoc", List.of(individual("Người vượt biểu mẫu")))));
        body.put("startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "grant-awards")));
        body.put("messageName", "withdrawal");
        body.put("skipCustomListeners", true);
        assertRefused(client.as(OFFICER).post("/engine-rest" + path, body));
        assertThat(client.as("admin").post("/engine-rest" + path, body).status()).matches(EngineGuardsIT::noSuccess);
        var definition = client.as(OFFICER).get("/engine-rest/process-definition/key/commendation").text("/id");
        assertThat(client.as(OFFICER).post("/engine-rest/process-definition/" + definition + "/start", body).status())
                .isBetween(400, 499);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"GET, /task?maxResults=501", "GET, /task?maxResults=100000", "GET, /task?maxResults=2147483648",
            "GET, /task?maxResults=100000&maxResults=1", "POST, /task?maxResults=501",
            "GET, /process-definition?maxResults=501", "GET, /filter?maxResults=501"})
    void listsAreNotUnlimited(String method, String path) {
        var answer = client.as(OFFICER).send(method, "/engine-rest" + path, method.equals("POST") ? "{}" : null);

        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    }

    @ParameterizedTest
    @CsvSource({"Object, java.util.ArrayList, application/x-java-serialized-object",
            "Object, java.util.ArrayList, application/json",
            "Object, org.springframework.context.support.ClassPathXmlApplicationContext, application/json",
            "Bytes, , ", "File, , "})
    void serializedValuesAreNotTaken(String type, String typeName, String format) {
        var info = typeName == null ? Map.of("filename", "x") : Map.of("objectTypeName", typeName,
                "serializationDataFormat", format);
        var serialized = "application/json".equals(format) ? "[\"x\"]"
                : Base64.getEncoder().encodeToString(new byte[]{(byte) 0xac, (byte) 0xed, 0, 5});

        assertThat(start(Map.of("nominees", Map.of("type", type, "value", serialized, "valueInfo", info))).status())
                .isBetween(400, 499);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void bodiesBeyondEightMegabytesAreNotRead() {
        var large = "{\"variables\": {\"achievement\": {\"value\": \"" + "x".repeat(8 * 1024 * 1024) + "\"}}}";
        var deep = "{\"orQueries\": ".repeat(100_000);

        for (var body : List.of(large, deep)) {
            for (var path : List.of("/engine-rest/task",
                    "/engine-rest/process-definition/key/commendation/submit-form")) {
                assertThat(client.as(OFFICER).post(path, body).status()).isBetween(400, 499);
            }
        }
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//engine-rest/history/process-instance", "/engine-rest//history/process-instance",
            "/engine-rest/../engine-rest/history/process-instance", "/engine-rest/task/../history/process-instance",
            "/engine-rest/task/%2e%2e/history/process-instance", "/engine-rest/task/..%2fhistory%2fprocess-instance",
            "/engine-rest/task%2f..%2fhistory/process-instance", "/engine-rest/task;/../history/process-instance",
            "/engine-rest/history;x/process-instance", "/engine-rest/history/process-instance;jsessionid=task",
            "/engine-rest;x/history/process-instance", "/ENGINE-REST/history/process-instance",
            "/engine-rest/History/process-instance", "/%65ngine-rest/history/process-instance",
            "/engine-rest/%68istory/process-instance", "/engine-rest/history%2fprocess-instance",
            "/engine-rest/history/process-instance/", "/engine-rest/./history/process-instance",
            "/engine-rest/engine/default/history/process-instance",
            "/engine-rest/engine/default/engine/default/history/process-instance",
            "/engine-rest/engine/%64efault/history/process-instance", "/engine-rest/engine//history/process-instance",
            "/engine-rest/process-definition/statistics/", "/engine-rest/process-definition/%73tatistics",
            "/engine-rest/process-definition/statistics;x", "/api/../engine-rest/history/process-instance",
            "/verify/../engine-rest/history/process-instance", "/verify/..;/engine-rest/history/process-instance",
            "/actuator/health/..%2f..%2fengine-rest/history/process-instance",
            "/engine-rest\\history/process-instance", "/engine-rest/history/process-instance%00"})
    void otherSpellingsOfAPathLeadNowhere(String path) throws IOException {
        journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người bị dò đường"))));

        assertThat(rawStatus("GET", path, OFFICER)).matches(EngineGuardsIT::noSuccess);
        assertThat(rawStatus("GET", path, null)).matches(EngineGuardsIT::noSuccess);
    }

    @Test
    void theMethodIsWhatItSays() throws IOException {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người bị dò phương thức"))));
        var task = journey.task(number, "complete-dossier", OFFICER).id();
        var path = "/engine-rest/task/" + task;
        var before = tables.fingerprints();

        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            for (var method : List.of("GET", "POST")) {
                client.as(OFFICER).with(header, "DELETE").send(method, path, method.equals("POST") ? "{}" : null);
            }
        }
        client.as(OFFICER).post(path + "?_method=DELETE", "{}");
        for (var method : List.of("DELETE", "PUT", "PATCH", "TRACE", "PROPFIND", "get", "GeT")) {
            assertThat(rawStatus(method, path, OFFICER)).as(method).isBetween(400, 499);
        }
        for (var method : List.of("HEAD", "OPTIONS")) {
            assertThat(rawStatus(method, "/engine-rest/history/process-instance", OFFICER)).as(method).isEqualTo(403);
            assertThat(rawStatus(method, path, null)).as(method).isEqualTo(401);
        }
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/version", "/engine-rest/engine", "/api/dossiers",
            "/api/awards"})
    void onlyGenuineTokensCount(String path) {
        var genuine = client.as(OFFICER).header("Authorization").substring("Bearer ".length()).split("\\.");
        var url = Base64.getUrlEncoder().withoutPadding();
        var admin = url.encodeToString(new String(Base64.getUrlDecoder().decode(genuine[1]), StandardCharsets.UTF_8)
                .replace("95/954/31813/police-officer", "camunda-admin").getBytes(StandardCharsets.UTF_8));
        var none = url.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

        client.withToken(String.join(".", genuine)).get(path).expectOk();
        assertThat(client.get(path).status()).isEqualTo(401);
        for (var token : List.of("", "x", genuine[0] + "." + admin + "." + genuine[2], none + "." + admin + ".",
                genuine[0] + "." + genuine[1] + ".", LocalKeycloak.shared().tokens(DemoProvince.CA_MAU_2025)
                        .of("police-officer.96"))) {
            assertThat(client.withToken(token).get(path).status()).as(token).isEqualTo(401);
        }
        assertThat(client.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                (OFFICER + ":demo").getBytes(StandardCharsets.UTF_8))).get(path).status()).isEqualTo(401);
        assertThat(client.get(path + "?access_token=" + String.join(".", genuine)).status()).isEqualTo(401);
    }

    private Answer start(Map<String, ?> variables) {
        return client.as(OFFICER).post("/engine-rest/process-definition/key/commendation/submit-form",
                Map.of("variables", variables));
    }

    private static String process(String doctype) {
        return "<?xml version=\"1.0\"?>" + doctype
                + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                + "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"x\">"
                + "<process id=\"evil\" name=\"" + (doctype.isEmpty() ? "x" : "&file;") + "\" isExecutable=\"true\" "
                + "camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/></process></definitions>";
    }

    private Answer deploy(String account, String file, String content) {
        var boundary = "boundary";
        return client.as(account).with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post("/engine-rest/deployment/create", ("--%1$s\r\nContent-Disposition: form-data; "
                        + "name=\"deployment-name\"\r\n\r\nx\r\n--%1$s\r\nContent-Disposition: form-data; "
                        + "name=\"data\"; filename=\"%2$s\"\r\nContent-Type: text/xml\r\n\r\n%3$s\r\n--%1$s--\r\n")
                        .formatted(boundary, file, content));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static boolean noSuccess(int status) {
        return status < 200 || status > 299;
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    }

    private Browser signedIn(String account) {
        return Browser.of(client, account);
    }

    private int sendBytes(String contentType, byte[] body) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(client.address() + "/engine-rest/task"))
                    .header("Authorization", client.as(OFFICER).header("Authorization"))
                    .header("Content-Type", contentType)
                    .POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The status of a request whose line is sent letter by letter, as no HTTP client would send it. */
    private int rawStatus(String method, String path, String account) throws IOException {
        try (var server = new RawAnswers(URI.create(client.address()).getPort())) {
            var authorization = account == null ? "" : "Authorization: " + client.as(account).header("Authorization") + "\r\n";
            return server.send("%s %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n".formatted(method, path, authorization)
                    .getBytes(StandardCharsets.ISO_8859_1), "HEAD".equals(method)).status();
        }
    }
}
