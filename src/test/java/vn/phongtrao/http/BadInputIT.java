package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.citizenId;
import static vn.phongtrao.http.HttpJourney.collective;
import static vn.phongtrao.http.HttpJourney.household;
import static vn.phongtrao.http.HttpJourney.individual;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever a commendation's form is sent that it does not declare or a rule forbids is refused by name, and nothing is
 * stored.
 */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String START = "/engine-rest/process-definition/key/commendation/submit-form";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    private OpenTasks open;
    private String number;
    private int submissions;

    @BeforeAll
    void openTasks() {
        open = new OpenTasks(journey, new CommendationWalks());
        number = open.dossier("complete-dossier");
    }

    // what arrives as a body

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void aBodyOfAnotherTypeIsRefused(String type) {
        tables.assertRefused(415, "message", () -> client.as(OFFICER).with("Content-Type", type)
                .post(START, HttpJourney.variables(proposal())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void anotherMethodIsRefused(String method) {
        tables.assertRefused(403, "message", () -> client.as(OFFICER).send(method, START, null));
    }

    // variable types

    @ParameterizedTest
    @MethodSource
    void aVariableOfAnotherTypeIsRefused(Map<String, Object> variable) {
        for (var path : List.of(START, submitForm("complete-dossier"), complete("complete-dossier"))) {
            assertRefused(400, "achievement", OFFICER, path,
                    withVariable(path.equals(START) ? proposal() : Map.of(), "achievement", variable));
        }
    }

    static Stream<Named<Map<String, Object>>> aVariableOfAnotherTypeIsRefused() {
        return Stream.of(variable("Integer", 5), variable("Integer", "five"), variable("Integer", 1e300),
                variable("Long", 5L), variable("Long", "99999999999999999999"), variable("Short", 5),
                variable("Double", 1.5), variable("Double", "NaN"), variable("Boolean", true),
                variable("Boolean", "maybe"), variable("Date", "2024-01-01T00:00:00.000+0700"),
                variable("Date", "yesterday"), variable("Json", "5"), variable("Json", "{\"broken\": "),
                variable("Json", ""), variable("Json", "[]"), variable("Json", 5), variable("Xml", "<a/>"),
                variable("Xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
                variable("Xml", "<a>"), variable("Bytes", "AAAA"), variable("Bytes", "%"),
                variable("Null", "text"), variable("Nonsense", "text"), variable("", "text"),
                variable("Object", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", Map.of("objectTypeName",
                        "java.util.HashMap", "serializationDataFormat", "application/x-java-serialized-object")),
                variable("Object", "{}", Map.of("objectTypeName", "javax.script.ScriptEngineManager",
                        "serializationDataFormat", "application/json")),
                variable("Object", "text"), variable("Object", Map.of("a", 1)),
                variable("File", "AAAA", Map.of("filename", "a.txt", "mimetype", "text/plain")),
                variable("File", "AAAA"), variable(null, List.of(1)), variable(null, Map.of("a", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "[}", "[{]", "[1", "nominees", "[{\"kind\":}]", "[NaN]",
            "[{'kind':'individual'}]", "5", "\"text\"", "true", "{}", "[5]", "[null]", "[[]]", "[\"individual\"]", "[]",
            "[{}]"})
    void aListThatIsNoListOfRowsIsRefused(String json) {
        for (var path : List.of(START, complete("complete-dossier"))) {
            tables.assertRefused(400, "nominees", () -> client.as(OFFICER).post(path, withVariable(
                    path.equals(START) ? proposal() : Map.of(), "nominees", variable("Json", json).getPayload())));
        }
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        var json = "[".repeat(50_000);
        tables.assertRefused(400, "nominees", () -> client.as(OFFICER).post(START,
                withVariable(proposal(), "nominees", variable("Json", json).getPayload())));
    }

    // proposals

    @ParameterizedTest
    @MethodSource
    void aProposalIsRefusedByField(int status, String field, Map<String, Object> proposal) {
        tables.assertRefused(status, field, () -> client.as(OFFICER).post(START, HttpJourney.variables(proposal)));
    }

    static Stream<Arguments> aProposalIsRefusedByField() {
        var twin = individual("Người đề nghị hai lần");
        return Stream.of(
                missing("awardForm"), missing("achievementType"), missing("achievement"), missing("achievedFrom"),
                missing("achievedTo"), missing("nominees"),
                bad(400, "awardForm", "no-such-form"), bad(400, "awardForm", ""), bad(400, "awardForm", " "),
                bad(400, "awardForm", "commune-certificate "), bad(400, "awardForm", "COMMUNE-CERTIFICATE"),
                bad(400, "achievementType", "daily"), bad(400, "achievementType", List.of("regular")),
                bad(400, "achievement", "   "), bad(400, "achievement", "x".repeat(301)),
                bad(400, "achievement", "x".repeat(1_000_000)), bad(400, "achievement", "dòng\nmới"),
                bad(400, "achievement", "\u0000"), bad(400, "achievement", "a\u001bb"),
                bad(400, "achievement", "a\u007fb"), bad(400, "achievement", "a\ufffeb"),
                bad(400, "achievement", "a\ue000b"),
                bad(400, "achievedFrom", "2024-02-30"), bad(400, "achievedFrom", "2023-02-29"),
                bad(400, "achievedFrom", "01/01/2024"), bad(400, "achievedFrom", "2024-1-1"),
                bad(400, "achievedFrom", "2024-01-01T00:00:00Z"), bad(400, "achievedFrom", "0000-00-00"),
                bad(400, "achievedFrom", "99999-01-01"), bad(400, "achievedFrom", "-2024-01-01"),
                bad(400, "achievedFrom", 20240101), bad(400, "achievedFrom", "٢٠٢٤-٠١-٠١"),
                bad(400, "achievedTo", "2024-13-01"),
                bad(422, "achievedTo", "2023-12-31"), bad(422, "achievedTo", "2024-12-31"),
                bad(422, "achievedTo", "2199-12-31"), bad(422, "achievedTo", "1900-01-01"),
                bad(400, "nominees", List.of()),
                bad(400, "nominees", IntStream.range(0, 501).mapToObj(i -> collective("Tổ mẫu " + i)).toList()),
                bad(400, "nominees", IntStream.range(0, 10_000).mapToObj(i -> collective("Tổ mẫu " + i)).toList()),
                row(400, "kind", "person"), row(400, "kind", 1), row(400, "name", ""),
                row(400, "name", "x".repeat(201)), row(400, "name", List.of("a")), row(400, "name", Map.of()),
                row(400, "name", "a\u0007"), row(400, "summary", "x".repeat(2001)),
                row(400, "summary", "x".repeat(1_000_000)), row(400, "hamlet", "x".repeat(101)),
                row(400, "occupation", 5), row(400, "birthYear", 1899), row(400, "birthYear", 2101),
                row(400, "birthYear", -1), row(400, "birthYear", 1980.5), row(400, "birthYear", 1e300),
                row(400, "birthYear", "1980"), row(400, "birthYear", Long.MAX_VALUE), row(400, "birthYear", true),
                row(422, "birthYear", 2025), row(400, "citizenId", "09500000000"),
                row(400, "citizenId", "0950000000001"), row(400, "citizenId", "09500000000a"),
                row(400, "citizenId", "095 00000001"), row(400, "citizenId", "٠٩٥٠٠٠٠٠٠٠٠١"),
                row(400, "citizenId", "０９５０００００００１"), row(400, "citizenId", "0********001"),
                row(400, "citizenId", 95000000001L), row(400, "citizenId", "095000000001\n"), row(400, "id", "1"),
                row(400, "result", "awarded"), row(400, "subject", "citizen:0"), row(400, "nominees", List.of()),
                row(400, "", "x"), nominees(400, "nominees[0].birthYear", without("birthYear")),
                nominees(400, "nominees[0].citizenId", without("citizenId")),
                nominees(400, "nominees[0].kind", without("kind")),
                nominees(400, "nominees[0].name", without("name")),
                nominees(400, "nominees[1].citizenId", individual("Người mẫu"),
                        Map.of("kind", "household", "name", "Hộ mẫu", "citizenId", citizenId())),
                nominees(400, "nominees[0].birthYear", Map.of("kind", "collective", "name", "Tổ mẫu", "birthYear",
                        1980)),
                nominees(422, "nominees[1]", twin, twin),
                nominees(422, "nominees[1]", twin, with(twin, "name", "Tên khác")),
                nominees(422, "nominees[1]", household("Hộ Mẫu"), household("hộ  mẫu.")),
                rule("nominees[0].kind", "security-medal", collective("Tổ mẫu")),
                rule("nominees[0].kind", "security-medal", household("Hộ mẫu")));
    }

    @ParameterizedTest
    @CsvSource({"outcome,approve", "dossierNumber,KT-31813-2024-00001", "originator,95/police-officer",
            "unitPath,95/956/31843", "stop,1", "stops,0", "reviewOutcome,approve", "councilOutcome,carried",
            "member,police-officer.31813", "process,commendation", "initiator,admin",
            "decider,95/954/31813/police-chief", "loopCounter,0", "nrOfInstances,0", "comment,x", "__proto__,x",
            "'achievement ',x", "Achievement,x"})
    void aVariableThatTheStartFormDoesNotHaveIsRefused(String name, String value) {
        tables.assertRefused(400, name.strip(), () -> client.as(OFFICER)
                .post(START, withVariable(proposal(), name, Map.of("value", value))));
    }

    @Test
    void aTextWithHalfACharacterIsRefused() {
        tables.assertRefused(400, "achievement", () -> client.as(OFFICER).post(START, Client.text(
                HttpJourney.variables(with(proposal(), "achievement", "HALF"))).replace("HALF", "a\\ud800b")));
    }

    @Test
    void aReviewDoesNotStartOnItsOwn() {
        tables.assertRefused(403, "message", () -> client.as(OFFICER)
                .post("/engine-rest/process-definition/key/review/submit-form", HttpJourney.variables(proposal())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-process", "Commendation", "commendation%20", "%F0%9F%92%A9", "..%2f..", "%00"})
    void aProcessThatDoesNotExistDoesNotStart(String key) {
        var before = tables.fingerprints();
        var answer = client.as(OFFICER).post("/engine-rest/process-definition/key/" + key + "/submit-form",
                HttpJourney.variables(proposal()));
        assertThat(answer.status()).as(answer.toString()).isIn(400, 403, 404);
        assertThat(tables.fingerprints()).isEqualTo(before);
        Tables.assertSaysNothingInternal(answer);
    }

    @Test
    void aFormOfAwardAboveTheDecidingTierIsRefused() {
        tables.assertRefused(422, "awardForm", () -> client.as("police-officer.954").post(START, HttpJourney.variables(
                HttpJourney.proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))))));
        tables.assertRefused(422, "awardForm", () -> client.as("police-officer.95").post(START, HttpJourney.variables(
                HttpJourney.proposal("district-certificate", "ad-hoc", List.of(individual("Người mẫu"))))));
    }

    // tasks

    @ParameterizedTest
    @CsvSource({"complete-dossier,approve", "supplement,approve", "council-vote,approve", "decide,return",
            "record-ministry-result,return", "sign,forward", "appraise,carried", "sign,Approve", "decide,''",
            "appraise,approve;reject"})
    void anOutcomeThatTheFormDoesNotHaveIsRefused(String task, String outcome) {
        refusesTask(task, 400, "outcome", with(valid(task), "outcome", outcome));
    }

    @Test
    void aVoteNamesNomineesOfItsDossierOnce() {
        var own = journey.nomineeIds(open.dossier("council-vote"));
        var foreign = journey.nomineeIds(number);
        refusesTask("council-vote", 400, "approvedNominees", Map.of());
        for (var ids : List.of(foreign, List.of(own.get(0), own.get(0)), List.of("0"), List.of("-1"), List.of("x"),
                List.of(""), List.of(true), List.of(List.of()), List.of(" " + own.get(0)), List.of("0" + own.get(0)),
                List.of(9_999_999_999_999_999L), List.of(Map.of("id", own.get(0))))) {
            refusesTask("council-vote", 400, "approvedNominees", Map.of("approvedNominees", ids));
        }
        refusesTask("council-vote", 400, "approvedNominees", Map.of("approvedNominees", own.get(0)));
        refusesTask("record-ministry-result", 400, "approvedNominees",
                with(valid("record-ministry-result"), "approvedNominees", foreign));
        refusesTask("record-ministry-result", 400, "approvedNominees",
                with(valid("record-ministry-result"), "approvedNominees", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"council-vote,comment", "sign,comment", "decide,struckReason"})
    void noNumberOfPapersIsTakenWithWhatIsTyped(String task, String field) {
        refusesTask(task, 400, field, with(valid(task), field, "Trùng với ông A, CCCD 095 080 100 001"));
    }

    @Test
    void aResultNamesADecisionOfThePast() {
        var task = "record-ministry-result";
        refusesTask(task, 400, "decisionNumber", without(valid(task), "decisionNumber"));
        refusesTask(task, 400, "decisionNumber", with(valid(task), "decisionNumber", "x".repeat(51)));
        refusesTask(task, 400, "decidedOn", without(valid(task), "decidedOn"));
        refusesTask(task, 400, "decidedOn", with(valid(task), "decidedOn", "2024-06-31"));
        refusesTask(task, 422, "decidedOn", with(valid(task), "decidedOn", "2030-01-01"));
        refusesTask(task, 400, "decisionNumber",
                Map.of("outcome", "reject", "comment", "Ý kiến", "decisionNumber", "1/QĐ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete-dossier", "supplement"})
    void rowsKeepToTheirDossier(String task) {
        var own = journey.show(open.dossier(task)).at("/nominees/0");
        var kept = with(individual("Nguyễn Văn Mẫu"), "id", own.get("id").asText());
        var foreign = journey.show(open.dossier("sign")).at("/nominees/0");

        refusesTask(task, 422, "nominees", nominees(with(kept, "id", foreign.get("id").asText())));
        refusesTask(task, 422, "nominees", nominees(with(kept, "id", "999999999999999999")));
        refusesTask(task, 400, "id", nominees(with(kept, "id", "9999999999999999999")));
        refusesTask(task, 400, "id", nominees(with(kept, "id", "-1")));
        refusesTask(task, 400, "id", nominees(with(kept, "id", "1 or 1=1")));
        refusesTask(task, 400, "id", nominees(with(kept, "id", own.get("id").asInt())));
        refusesTask(task, 422, "nominees[1]", nominees(kept, with(kept, "citizenId", citizenId())));
        refusesTask(task, 400, "citizenId", nominees(without(with(kept, "citizenId",
                own.get("citizenId").asText()), "id")));
        refusesTask(task, 400, "citizenId", nominees(with(kept, "citizenId", "9********999")));
        refusesTask(task, 400, "citizenId", nominees(with(kept, "citizenId", "************")));
        refusesTask(task, 422, "nominees[1]", nominees(kept, without(kept, "id")));
        refusesTask(task, 422, "achievedTo", Map.of("achievedTo", "2023-01-01"));
        refusesTask(task, 422, "achievedTo", Map.of("achievedTo", "2030-01-01"));
        refusesTask(task, 422, "achievedTo", Map.of("achievedFrom", "2024-07-01"));
        refusesTask(task, 400, "achievement", Map.of("achievement", " "));
        refusesTask(task, 400, "nominees", Map.of("nominees", List.of()));
    }

    @Test
    void aMaskedNumberKeepsTheNumberItHad() {
        var task = "supplement";
        var own = journey.show(open.dossier(task)).at("/nominees/0");
        journey.submit(open.account(task), open.id(task), nominees(with(with(individual("Tên đã sửa"), "id",
                own.get("id").asText()), "citizenId", own.get("citizenId").asText()))).expectOk();

        var kept = journey.show(open.dossier(task)).at("/nominees/0");
        open.renew();
        assertThat(kept.get("name").asText()).isEqualTo("Tên đã sửa");
        assertThat(kept.get("citizenId").asText()).isEqualTo(own.get("citizenId").asText());
        assertThat(kept.get("id").asText()).isEqualTo(own.get("id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-task", "00000000-0000-0000-0000-000000000000", "%F0%9F%92%A9", "%27", "%3Cb%3E",
            "a%0Ab", "%2e%2e", "a%3Bb"})
    void aTaskThatDoesNotExistIsNotCompleted(String id) {
        for (var call : List.of("complete", "submit-form", "claim", "unclaim")) {
            var before = tables.fingerprints();
            var answer = client.as(OFFICER).post("/engine-rest/task/" + id + "/" + call, "{}");
            assertThat(answer.status()).as(answer.toString()).isIn(400, 403, 404);
            assertThat(tables.fingerprints()).isEqualTo(before);
            Tables.assertSaysNothingInternal(answer);
        }
    }

    private void refusesTask(String task, int status, String field, Map<String, ?> fields) {
        var path = "/engine-rest/task/%s/%s".formatted(open.id(task),
                submissions++ % 2 == 0 ? "submit-form" : "complete");
        assertRefused(status, field, open.account(task), path, HttpJourney.variables(fields));
    }

    private void assertRefused(int status, String named, String account, String path, Object body) {
        tables.assertRefused(status, named, () -> {
            var answer = client.as(account).post(path, body);
            if (answer.ok()) {
                open.renew();
            }
            return answer;
        });
    }

    private Map<String, Object> valid(String task) {
        return open.valid(task);
    }

    private String submitForm(String task) {
        return "/engine-rest/task/%s/submit-form".formatted(open.id(task));
    }

    private String complete(String task) {
        return "/engine-rest/task/%s/complete".formatted(open.id(task));
    }

    private static Map<String, Object> withVariable(Map<String, ?> fields, String name, Object variable) {
        @SuppressWarnings("unchecked")
        var variables = (Map<String, Object>) HttpJourney.variables(fields).get("variables");
        return Map.of("variables", with(variables, name, variable));
    }

    private static Named<Map<String, Object>> variable(String type, Object value) {
        return variable(type, value, Map.of());
    }

    private static Named<Map<String, Object>> variable(String type, Object value, Map<String, ?> valueInfo) {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("value", value);
        variable.put("type", type);
        variable.put("valueInfo", valueInfo);
        return Named.of("%s %s".formatted(type, value), variable);
    }

    private static Arguments bad(int status, String field, Object value) {
        return arguments(status, field, shortened(value), with(proposal(), field, value));
    }

    private static Arguments missing(String field) {
        return arguments(400, field, "missing", without(proposal(), field));
    }

    private static Arguments row(int status, String field, Object value) {
        return arguments(status, "nominees[0]" + (field.isEmpty() ? "." : "." + field), shortened(value),
                with(proposal(), "nominees", List.of(with(individual("Người mẫu"), field, value))));
    }

    private static Arguments nominees(int status, String field, Map<?, ?>... rows) {
        return arguments(status, field, rows.length + " rows", with(proposal(), "nominees", List.of(rows)));
    }

    private static Map<String, Object> nominees(Map<?, ?>... rows) {
        return Map.of("nominees", List.of(rows));
    }

    private static Arguments rule(String field, String awardForm, Map<?, ?> nominee) {
        return arguments(422, field, awardForm, HttpJourney.proposal(awardForm, "regular", List.of(nominee)));
    }

    private static Arguments arguments(int status, String field, String what, Map<String, Object> proposal) {
        return Arguments.of(status, field, Named.of(what, proposal));
    }

    private static String shortened(Object value) {
        var text = String.valueOf(value);
        return "'%s' (%d)".formatted(text.substring(0, Math.min(40, text.length())), text.length());
    }

    private static Map<String, Object> proposal() {
        return HttpJourney.proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu")));
    }

    private static Map<String, Object> without(String field) {
        return without(individual("Người mẫu"), field);
    }

    private static Map<String, Object> with(Map<String, ?> fields, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, ?> fields, String name) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.remove(name);
        return changed;
    }
}
