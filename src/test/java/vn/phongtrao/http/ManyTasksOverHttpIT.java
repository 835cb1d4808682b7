package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Many tasks with one call: each is done or refused by itself. */
@HttpTest
class ManyTasksOverHttpIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String COMPLETIONS = "/api/tasks/completions";
    private static final Map<String, Object> APPROVAL = Map.of("outcome", "approve");

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @Test
    void eachTaskIsCompletedOrRefusedByItself() {
        var signed = signing();
        var returned = signing();
        var withoutReason = signing();
        var foreign = propose();
        var results = complete(CHIEF, List.of(task(sign(signed), APPROVAL),
                task(sign(withoutReason), Map.of("outcome", "reject")),
                task(journey.task(foreign, "complete-dossier", OFFICER).id(), Map.of()),
                task("no-such-task", APPROVAL),
                task(sign(returned), Map.of("outcome", "return", "comment", "Thiếu biên bản")))).expectOk();

        assertThat(results.json().findValuesAsText("status")).containsExactly("204", "400", "403", "404", "204");
        assertThat(results.text("/results/1/field")).isEqualTo("comment");
        assertThat(results.text("/results/1/message")).isEqualTo("Ý kiến: bắt buộc nhập");
        assertThat(journey.openTasks(CHIEF, signed)).isEmpty();
        assertThat(journey.openTasks(CHIEF, withoutReason)).containsExactly("sign");
        assertThat(journey.openTasks(OFFICER, foreign)).containsExactly("complete-dossier");
        assertThat(journey.openTasks(OFFICER, returned)).containsExactly("supplement");
    }

    @Test
    void everythingThatIsWrongWithATaskIsToldAtOnce() {
        var results = complete(CHIEF, List.of(task(sign(signing()), Map.of("outcome", "reject", "unknown", "x"))));

        assertThat(results.json().at("/results/0/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("unknown", "comment");
        assertThat(results.text("/results/0/field")).isEqualTo(results.text("/results/0/errors/0/field"));
        assertThat(complete(CHIEF, List.of(task(sign(signing()), APPROVAL))).json().at("/results/0/errors").isNull())
                .isTrue();
    }

    @Test
    void completingTwiceIsDoneOnceAndSaidTheSecondTime() {
        var task = task(sign(signing()), APPROVAL);

        assertThat(complete(CHIEF, List.of(task)).json().findValuesAsText("status")).containsExactly("204");
        assertThat(complete(CHIEF, List.of(task)).json().findValuesAsText("status")).containsExactly("404");
    }

    @Test
    void foreignTasksAreRefusedOneByOneToEverybodyElse() {
        var task = task(sign(signing()), APPROVAL);

        for (var stranger : List.of(OFFICER, "police-chief.31843", "committee-chair.31813", "police-chief.954",
                Actor.WITHOUT_POST.account())) {
            assertThat(complete(stranger, List.of(task)).expectOk().json().findValuesAsText("status")).as(stranger)
                    .containsExactly("403");
        }
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoListOfTasksIsRefusedAsAWhole(Object body) {
        assertThat(client.as(CHIEF).post(COMPLETIONS, body).status()).isEqualTo(400);
    }

    static Stream<Object> whatIsNoListOfTasksIsRefusedAsAWhole() {
        var task = task("one", APPROVAL);
        return Stream.of(Map.of(), Map.of("tasks", List.of()), Map.of("tasks", "one"), List.of(task),
                Map.of("tasks", Collections.singletonList(null)), Map.of("tasks", List.of(task, task)),
                Map.of("tasks", List.of(Map.of("taskId", " ", "fields", APPROVAL))),
                Map.of("tasks", List.of(Map.of("taskId", "a".repeat(65)))),
                Map.of("tasks", List.of(Map.of("taskId", "one", "fields", "approve"))),
                Map.of("tasks", List.of(Map.of("taskId", "one", "outcome", "approve"))),
                Map.of("tasks", IntStream.range(0, 101).mapToObj(i -> task("task-" + i, APPROVAL)).toList()));
    }

    @Test
    void onlyWhoIsSignedInCompletesTasks() {
        assertThat(client.withToken("no-token").post(COMPLETIONS,
                Map.of("tasks", List.of(task("one", APPROVAL)))).status()).isEqualTo(401);
    }

    private String propose() {
        return journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người Được Ký Cùng"))));
    }

    private String signing() {
        var number = propose();
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        return number;
    }

    private String sign(String number) {
        return journey.task(number, "sign", CHIEF).id();
    }

    private static Map<String, Object> task(String id, Map<String, Object> fields) {
        return Map.of("taskId", id, "fields", fields);
    }

    private Answer complete(String account, List<Map<String, Object>> tasks) {
        return client.as(account).post(COMPLETIONS, Map.of("tasks", new ArrayList<>(tasks)));
    }
}
