package vn.phongtrao.http;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.Sweep;

/** What no form of any process takes, whoever sends it: refused by name, and nothing is stored. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFormIT {

    private static final List<String> BODIES = List.of("", "{", "[]", "null", "\"text\"", "{\"variables\": 5}",
            "{\"variables\": []}", "{\"variables\": {\"comment\": 5}}", "{\"variables\": {\"comment\": []}}",
            "{\"variable\": {}}", "{\"variables\": {}, \"skipIoMappings\": true}", "\u0000");
    private static final List<String> CALLS = List.of("submit-form", "complete");
    private static final List<String> UNDECLARED = List.of("dossierNumber", "originator", "unitPath", "stop", "stops",
            "reviewOutcome", "councilOutcome", "member", "process", "steps", "tally", "result", "decider", "initiator",
            "loopCounter", "nrOfInstances", "__proto__", "Outcome");

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    private final Map<String, OpenTasks> open = new LinkedHashMap<>();

    @BeforeAll
    void openTasks() {
        Walks.ALL.forEach(walks -> open.put(walks.process(), new OpenTasks(journey, walks)));
    }

    /** A task of a process. */
    record Place(String process, String task) {

        @Override
        public String toString() {
            return process + ": " + task;
        }
    }

    static Stream<String> processes() {
        return Walks.ALL.stream().map(Walks::process);
    }

    static Stream<Place> tasks() {
        return Walks.ALL.stream().flatMap(walks -> walks.tasks().map(task -> new Place(walks.process(), task)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aBodyThatIsNoProposalOpensNothing(String process) {
        var starter = client.as(open.get(process).starter());
        tables.assertUnchangedBy(() -> BODIES.parallelStream().forEach(body ->
                Tables.assertRefusal(400, "message", starter.post(start(process), body))));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aVariableThatTheStartFormDoesNotHaveIsRefused(String process) {
        var proposal = open.get(process).proposal();
        tables.assertUnchangedBy(() -> UNDECLARED.parallelStream().forEach(name -> Tables.assertRefusal(400, name,
                journey.start(process, open.get(process).starter(), with(proposal, name, "x")))));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aDossierNumberIsNotForTheCallerToChoose(String process) {
        var body = new LinkedHashMap<>(HttpJourney.variables(open.get(process).proposal()));
        body.put("businessKey", "KT-31813-2024-00001");
        tables.assertRefused(400, "businessKey", () -> client.as(open.get(process).starter())
                .post(start(process), body));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void nothingStartsPastTheForm(String process) {
        var path = "/engine-rest/process-definition/key/%s/start".formatted(process);
        for (var body : List.of("{}", HttpJourney.variables(open.get(process).proposal()))) {
            tables.assertRefused(403, "biểu mẫu", () -> client.as(open.get(process).starter()).post(path, body));
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskIsCompletedByNothingButWhatItsFormHas(Place place) {
        open.get(place.process()).goOnTo(place.task());
        assertAll(() -> aBodyThatIsNoSubmissionCompletesNothing(place),
                () -> aVariableThatATaskFormDoesNotHaveIsRefused(place),
                () -> whoJudgesSaysHowAndWhoDoesNotAgreeSaysWhy(place));
    }

    private void aBodyThatIsNoSubmissionCompletesNothing(Place place) {
        var worker = client.as(account(place));
        tables.assertUnchangedBy(() -> some(BODIES, place).parallelStream().forEach(body -> CALLS.forEach(call ->
                Tables.assertRefusal(400, "message", worker.post(path(place, call), body)))));
    }

    private void aVariableThatATaskFormDoesNotHaveIsRefused(Place place) {
        var valid = open.get(place.process()).valid(place.task());
        tables.assertUnchangedBy(() -> some(UNDECLARED, place).parallelStream().forEach(
                name -> refused(place, name, with(valid, name, "approve"))));
    }

    private void whoJudgesSaysHowAndWhoDoesNotAgreeSaysWhy(Place place) {
        var valid = open.get(place.process()).valid(place.task());
        tables.assertUnchangedBy(() -> {
            if (valid.containsKey("outcome")) {
                refusedOutcomes(place, valid);
            } else {
                refused(place, "outcome", with(valid, "outcome", "approve"));
            }
        });
    }

    private void refusedOutcomes(Place place, Map<String, Object> valid) {
        refused(place, "outcome", Map.of());
        for (var outcome : List.of("", "Approve", "carried", "approve;reject", "${true}")) {
            refused(place, "outcome", with(valid, "outcome", outcome));
        }
        refused(place, "comment", Map.of("outcome", "reject"));
        for (var comment : List.of(" \n ", "x".repeat(2001), "a\u0000")) {
            refused(place, "comment", Map.of("outcome", "reject", "comment", comment));
        }
    }

    /** Others than at the task before. */
    private static List<String> some(List<String> all, Place place) {
        return Sweep.every(4, place.hashCode(), all);
    }

    private void refused(Place place, String named, Map<String, Object> fields) {
        CALLS.forEach(call -> Tables.assertRefusal(400, named, client.as(account(place)).post(path(place, call),
                HttpJourney.variables(fields))));
    }

    private String account(Place place) {
        return open.get(place.process()).account(place.task());
    }

    private String path(Place place, String call) {
        return "/engine-rest/task/%s/%s".formatted(open.get(place.process()).id(place.task()), call);
    }

    private static String start(String process) {
        return "/engine-rest/process-definition/key/%s/submit-form".formatted(process);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}
