package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.Walks.Walk;

/** The walks that other tests follow lead to the end, and pass every task of every process that people start. */
@HttpTest
class WalksIT {

    private static final Path PROCESSES = Path.of("processes");
    private static final String PROVINCE = "police-officer.95";

    @Autowired
    HttpJourney journey;
    @Autowired
    Client client;

    @ParameterizedTest
    @MethodSource
    void aWalkLeadsToTheEndOfItsDossier(String process, Walk walk) {
        var number = journey.walk(process, walk);

        assertThat(journey.show(number).get("closedAt").isNull()).as(number).isFalse();
        var page = Browser.of(client, PROVINCE).send("GET", "/dossiers/" + number, null);
        assertThat(page.expectOk().body()).contains(number);
    }

    static Stream<Arguments> aWalkLeadsToTheEndOfItsDossier() {
        return Walks.ALL.stream().flatMap(walks -> walks.walks().stream().map(walk ->
                Arguments.of(walks.process(), walk)));
    }

    @Test
    void everyProcessThatPeopleStartIsWalked() throws IOException {
        try (var folders = Files.list(PROCESSES)) {
            var started = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Files.exists(model(name)) && !name.equals("review")).toList();

            assertThat(Walks.ALL).extracting(Walks::process).containsExactlyInAnyOrderElementsOf(started);
        }
    }

    @ParameterizedTest
    @MethodSource
    void everyTaskIsPassed(String process, List<String> passed, Set<String> notOnTheRoute) {
        assertThat(tasks(process)).isNotEmpty().filteredOn(task -> !notOnTheRoute.contains(task))
                .allSatisfy(task -> assertThat(passed).contains(task));
    }

    static Stream<Arguments> everyTaskIsPassed() {
        return Walks.ALL.stream().map(walks -> Arguments.of(walks.process(), walks.tasks().toList(),
                walks.notOnTheRoute()));
    }

    private static List<String> tasks(String process) {
        var model = Bpmn.readModelFromFile(model(process).toFile());
        var own = model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId);
        var called = model.getModelElementsByType(CallActivity.class).stream()
                .flatMap(call -> tasks(call.getCalledElement()).stream());
        return Stream.concat(own, called).toList();
    }

    /** In the folder of its procedure, or among those that all procedures call. */
    private static Path model(String process) {
        var own = PROCESSES.resolve(process).resolve(process + ".bpmn");
        return Files.exists(own) ? own : PROCESSES.resolve("review").resolve(process + ".bpmn");
    }
}
