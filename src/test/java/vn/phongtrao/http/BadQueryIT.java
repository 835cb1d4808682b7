package vn.phongtrao.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.Sweep;

/** The register API answers whatever it is asked with a page or with a problem, never with a fault. */
@HttpTest
class BadQueryIT {

    private static final String OFFICER = "police-officer.31813";
    /** It has more rows than can be paged, when other tests have asked before. */
    private static final String LONG = "/api/audit";
    private static final Map<String, List<String>> LISTS = Map.ofEntries(
            entry("/api/dossiers", List.of("process", "form", "unit", "status", "number", "openedFrom", "openedTo")),
            entry("/api/awards", List.of("form", "kind", "unit", "dossierNumber", "name", "decidedFrom", "decidedTo",
                    "standingOn", "revoked")),
            entry("/api/revocations", List.of("unit", "ground", "settled", "q")),
            entry("/api/corrections", List.of("unit", "corrected", "dossierNumber", "q")),
            entry("/api/reissues", List.of("unit", "cause", "given", "q")),
            entry("/api/models", List.of("group", "level", "status", "unit", "name")),
            entry("/api/decisions", List.of("authority", "year", "symbol", "dossierNumber")),
            entry("/api/teams", List.of("unit", "hamlet", "status", "name")),
            entry("/api/team-quotas", List.of("unit")), entry("/api/area-classes", List.of("unit")),
            entry("/api/mass-organisations", List.of("unit", "kind", "q", "on")),
            entry("/api/safe-areas/registrations", List.of("unit", "year", "subject", "inTime", "q", "from", "to")),
            entry("/api/safe-areas/bodies", List.of("unit", "kind", "type", "manager", "q", "on")),
            entry("/api/movement-reports", List.of("period", "from", "to", "unit", "status", "reported", "last",
                    "late")),
            entry("/api/commendation-funds", List.of("unit", "fund", "year")),
            entry("/api/commendation-funds/awards", List.of("unit", "fund", "year", "paid", "q")),
            entry("/api/commendation-funds/payments", List.of("unit", "fund", "year", "undone")),
            entry("/api/award-exchange", List.of("unit", "decidedFrom", "decidedTo", "state")),
            entry("/api/certificates", List.of("unit", "form", "kind", "handedOver", "decisionId", "q")),
            entry("/api/blank-certificates", List.of("unit", "form", "state", "q")),
            entry("/api/blank-certificates/balances", List.of("unit", "form")),
            entry("/api/exports", List.of("account", "list", "unit", "exportedFrom", "exportedTo")),
            entry("/api/audit", List.of("account", "dossier", "kind", "outcome", "unit", "from", "until")),
            entry("/api/workload", List.of("unit", "position", "holder", "taken", "late", "dossierNumber")),
            entry("/api/workload/times", List.of("unit", "from", "to")),
            entry("/api/notices", List.of("unread", "dossierNumber", "kind")),
            entry("/api/outbox", List.of("channel", "state")),
            entry("/api/units", List.of("tier", "parent", "name")));
    private static final List<String> VALUES = List.of("", " ", "x", "-1", "0", "99999999999999999999", "1e9", "NaN",
            "null", "2024-02-30", "2024-13-01", "0000-00-00", "+999999999-12-31", "2024-07-01T00:00", "'", "\"", "%",
            "\\", "_", "'; drop table dossier; --", "${7*7}", "<script>", "../..", "ệ", "👮", "\u200b", "x".repeat(5000),
            "a\nb");

    @Autowired
    Client client;

    @ParameterizedTest
    @MethodSource
    void noValueOfAParameterIsAFault(String list, String parameter) {
        for (var value : Sweep.every(3, (list + parameter).hashCode(), VALUES)) {
            assertAnsweredOrProblem(reader(list).get("%s?%s=%s".formatted(list, parameter, encoded(value))));
        }
        assertAnsweredOrProblem(reader(list).get("%s?%s=a&%s=b".formatted(list, parameter, parameter)));
        assertAnsweredOrProblem(reader(list).get("%s?%s".formatted(list, parameter)));
    }

    /** Whoever may read the list. */
    private Client reader(String list) {
        return client.as(list.equals("/api/outbox") ? "admin" : list.equals("/api/audit") ? "auditor" : OFFICER);
    }

    static Stream<Arguments> noValueOfAParameterIsAFault() {
        return LISTS.entrySet().stream().flatMap(list -> Stream.concat(list.getValue().stream(),
                Stream.of("page", "size", "sort", "format", "purpose", "unknown")).map(name -> Arguments.of(list.getKey(), name)));
    }

    @ParameterizedTest
    @MethodSource
    void aTextWithANulIsRefused(String list, String parameter) {
        assertProblem(400, null, reader(list).get("%s?%s=a%%00b".formatted(list, parameter)));
    }

    static Stream<Arguments> aTextWithANulIsRefused() {
        return LISTS.entrySet().stream().filter(list -> !list.getKey().equals("/api/units"))
                .flatMap(list -> list.getValue().stream().map(name -> Arguments.of(list.getKey(), name)));
    }

    @ParameterizedTest
    @CsvSource({"/api/dossiers?sort=%25,sort", "/api/dossiers?openedTo=%2B999999999-12-31,openedTo",
            "/api/dossiers?sort=unknown,sort", "/api/dossiers?sort=name;drop,sort", "/api/dossiers?sort=opened_at,sort",
            "/api/awards?sort=subject,sort", "/api/awards?sort=name%27,sort", "/api/decisions?sort=1,sort",
            "/api/models?sort=name_key,sort", "/api/models/x,id", "/api/models/figures?on=today,on",
            "/api/models/figures?unit=x%27,unit", "/api/models/figures?on=2024-02-30,on", "/api/units?sort=parent,sort",
            "/api/units?tier=hamlet,tier", "/api/dossiers?status=open,status",
            "/api/movement-reports?status=open,status", "/api/movement-reports/sums?tier=hamlet,tier",
            "/api/safe-areas/shares?tier=hamlet,tier",
            "/api/award-exchange?state=x,state", "/api/blank-certificates?state=x,state",
            "/api/team-ratings?level=x,level", "/api/models?status=x,status", "/api/revocations?ground=x,ground",
            "/api/awards?kind=x,kind", "/api/teams?status=x,status", "/api/safe-areas/bodies?type=x,type",
            "/api/dossiers?page=x,page", "/api/awards?size=x,size", "/api/award-exchange?page=1.5,page", "/api/commendation-funds?fund=party,fund",
            "/api/commendation-funds/budgets?fund=x,fund",
            "/api/dossiers?openedFrom=yesterday,openedFrom", "/api/dossiers?openedTo=2024-02-30,openedTo",
            "/api/awards?decidedFrom=01/07/2024,decidedFrom", "/api/awards?decidedTo=2024,decidedTo",
            "/api/decisions?year=now,year", "/api/decisions?year=99999999999,year", "/api/decisions/x,id"})
    void aParameterThatCannotBeReadIsRefusedByName(String path, String field) {
        assertProblem(400, field, client.as(OFFICER).get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=99999999999", "size=0", "size=-5"})
    void aPageThatThereCannotBeIsRefused(String query) {
        for (var list : LISTS.keySet()) {
            assertProblem(400, query.split("=")[0], reader(list).get(list + "?" + query + (list.equals(LONG) ? "&account=nobody" : "")));
        }
    }

    @ParameterizedTest
    @CsvSource({"page=", "size=100000", "page=2147483647&size=200", "sort=", "sort=,", "sort=,desc"})
    void aPageBehindTheLastIsAPageAllTheSame(String query) {
        for (var list : LISTS.keySet()) {
            var answer = reader(list).get(list + "?" + query + (list.equals(LONG) ? "&account=nobody" : ""));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.json().at("/page/size").asInt()).as(answer.toString()).isBetween(1, 200);
            assertThat(answer.json().at("/content").isArray()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/dossiers/KT-00000-2024-00001", "/api/dossiers/x", "/api/dossiers/%27",
            "/api/dossiers/%F0%9F%91%AE", "/api/dossiers/%20", "/api/dossiers/a%26b", "/api/decisions/0",
            "/api/decisions/-1", "/api/decisions/9223372036854775807", "/api/models/0",
            "/api/models/9223372036854775807", "/api/models/figures?unit=96", "/api/units/96",
            "/api/units/95/954/00000", "/api/units/x%27", "/api/no-such-list", "/api", "/api/"})
    void whatDoesNotExistIsNotFound(String path) {
        assertProblem(404, null, client.as(OFFICER).get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/dossiers/a%00b", "/api/dossiers/a%0Ab", "/api/dossiers/%2e%2e", "/api/dossiers/a;b",
            "/api/dossiers/a%3Bb",
            "/api/dossiers/a%5Cb", "/api/dossiers/%FF", "/api//dossiers", "/api/dossiers/a%252Fb",
            "/api/dossiers/a%25b", "/api/units/%00", "/api/decisions/1%00"})
    void aStrangePathIsAProblem(String path) {
        var answer = client.as(OFFICER).get(path);
        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        assertProblem(answer.status(), null, answer);
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/dossiers", "PUT,/api/dossiers", "DELETE,/api/dossiers/x", "PATCH,/api/awards",
            "POST,/api/units", "PUT,/api/dossiers/x/withdrawal", "GET,/api/dossiers/x/withdrawal",
            "DELETE,/api/decisions/1"})
    void anotherMethodIsNotAllowed(String method, String path) {
        assertProblem(405, null, client.as(OFFICER).send(method, path, method.equals("GET") ? null : "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawal", "suspension", "resumption"})
    void aReasonMustBeATextOfSomeLength(String what) {
        var path = "/api/dossiers/KT-00000-2024-00001/" + what;
        for (var body : List.of("{}", "{\"reason\": null}", "{\"reason\": \"\"}", "{\"reason\": \" \\n \"}",
                "{\"reason\": []}", "{\"reason\": {}}", "{\"reason\": \"%s\"}".formatted("x".repeat(2001)),
                "{\"reason\": \"x\", \"actor\": \"admin\"}", "{\"reason\": \"%s\"}".formatted("x".repeat(1_000_000)),
                "{\"reason\": \"a\\u0000b\"}", "{\"reason\": \"a\\ud800b\"}")) {
            var answer = client.as(OFFICER).post(path, body);
            assertProblem(400, null, answer);
            assertThat(answer.text("/field")).as(answer.toString()).isIn("reason", "actor");
        }
        for (var body : List.of("", "{", "[]", "null", "\"x\"", "5", "[".repeat(5000))) {
            assertProblem(400, null, client.as(OFFICER).post(path, body));
        }
        assertProblem(415, null, client.as(OFFICER).with("Content-Type", "text/plain").post(path, "x"));
        assertProblem(415, null, client.as(OFFICER).with("Content-Type", "application/xml").post(path, "<a/>"));
        assertProblem(404, null, client.as(OFFICER).post(path, Map.of("reason", "Lý do mẫu")));
    }

    @Test
    void anAnswerInAnotherFormatIsRefused() {
        assertThat(client.as(OFFICER).with("Accept", "application/xml").get("/api/dossiers").status()).isEqualTo(406);
    }

    @Test
    void aMalformedContentTypeIsRefused() {
        var answer = client.as(OFFICER).with("Content-Type", "nonsense")
                .post("/api/dossiers/KT-00000-2024-00001/withdrawal", "{}");
        assertThat(answer.status()).as(answer.toString()).isIn(400, 415);
        assertProblem(answer.status(), null, answer);
    }

    private static void assertAnsweredOrProblem(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 400);
        if (answer.status() != 200) {
            assertProblem(400, null, answer);
        }
    }

    private static void assertProblem(int status, String field, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(answer.toString())
                .hasValue("application/problem+json");
        assertThat(answer.text("/detail")).as(answer.toString()).isNotBlank();
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        if (field != null) {
            assertThat(answer.text("/field")).as(answer.toString()).isEqualTo(field);
        }
        Tables.assertSaysNothingInternal(answer);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
