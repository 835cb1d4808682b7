package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.test.util.ReflectionTestUtils;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.KeycloakAdministration;
import vn.phongtrao.security.PostHolders;

/** Absences, and tasks of those who left, with the real Keycloak. */
@HttpTest
class DeputiesOverHttpIT {

    private static final String COMMUNE = "95/956/31843";
    private static final String OFFICER = "police-officer.31843";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;
    @Autowired
    ScheduledAnnotationBeanPostProcessor schedule;
    @Autowired
    PostHolders holders;
    @Autowired
    Clock clock;

    private final KeycloakAdministration keycloak = new KeycloakAdministration(DemoProvince.BAC_LIEU_2024);

    @Test
    void whoIsDisabledHoldsNoPost() {
        var id = keycloak.create("disabled-chair", "/95/956/committee-chair");
        try {
            keycloak.enable(id, false);
            var choice = client.as("committee-clerk.956").get("/api/absences/choices?unit=95/956&position=committee-chair")
                    .expectOk().json();
            assertThat(choice.findValuesAsText("user")).contains("committee-chair.956", "committee-clerk.956")
                    .doesNotContain("disabled-chair");
            assertThat(choice.at("/holders/0/name").asText()).isNotBlank();
        } finally {
            keycloak.delete(id);
        }
    }

    @Test
    void tasksOfWhoWasDisabledDeletedOrLeftTheGroupGoBackToThePost() {
        var disabled = keycloak.create("leaver-disabled", "/" + COMMUNE + "/police-chief");
        var deleted = keycloak.create("leaver-deleted", "/" + COMMUNE + "/police-chief");
        var moved = keycloak.create("leaver-moved", "/" + COMMUNE + "/police-chief");
        var staying = keycloak.create("stayer", "/" + COMMUNE + "/police-chief");
        try {
            var dossiers = List.of("leaver-disabled", "leaver-deleted", "leaver-moved", "stayer").stream()
                    .map(this::takenBy).toList();
            takeFromLeavers();
            dossiers.forEach(number -> assertThat(notes(number)).isEmpty());

            keycloak.enable(disabled, false);
            keycloak.delete(deleted);
            keycloak.leave(moved, "/" + COMMUNE + "/police-chief");
            takeFromLeavers();
            takeFromLeavers();

            dossiers.subList(0, 3).forEach(number -> {
                assertThat(notes(number)).singleElement().asString().contains("không còn giữ", "leaver-");
                var task = journey.task(number, "sign", "police-chief.31843").id();
                client.as("police-chief.31843").post("/engine-rest/task/" + task + "/claim",
                        Map.of("userId", "police-chief.31843")).expectOk();
                client.as("police-chief.31843").post("/engine-rest/task/" + task + "/unclaim", null).expectOk();
            });
            assertThat(notes(dossiers.get(3))).isEmpty();
        } finally {
            List.of(disabled, moved, staying).forEach(keycloak::delete);
            takeFromLeavers();
        }
    }

    @ParameterizedTest
    @CsvSource({"unitPath,95/956/99999,422", "unitPath,nowhere!,400", "position,boss,400", "position,council-member,422",
            "absent,nobody,422", "deputy,nobody,422", "deputy,committee-clerk.31843,422", "deputy,police-officer.31813,422",
            "from,2024-02-30,400", "from,+999999999-12-31,400", "to,1000-01-01,400", "to,2199-12-31,422", "manner,x,400",
            "title,'',422", "unitPath,95/954/31813,403"})
    void badInputIsRefusedAndNothingIsStored(String field, String value, int status) {
        var today = LocalDate.now(clock).toString();
        var body = new HashMap<String, Object>(Map.of("unitPath", COMMUNE, "position", "police-chief", "absent",
                "police-chief.31843", "from", today, "to", today, "manner", "deputy", "deputy", "police-officer-2.31843",
                "title", "Phó Trưởng Công an"));
        body.put(field, value);
        tables.assertRefused(status, status == 403 ? "detail" : field, () -> client.as(OFFICER).post("/api/absences", body));
    }

    private String takenBy(String account) {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        var task = journey.task(number, "sign", account).id();
        client.as(account).post("/engine-rest/task/" + task + "/claim", Map.of("userId", account)).expectOk();
        return number;
    }

    private List<String> notes(String number) {
        return journey.show(number).get("steps").findParents("task").stream()
                .filter(step -> step.get("task").asText().equals("give-back")).map(step -> step.get("comment").asText())
                .toList();
    }

    /** What every node does by itself every few minutes, when what it knew of Keycloak has grown old. */
    private void takeFromLeavers() {
        ((Cache<?, ?>) ReflectionTestUtils.getField(holders, "known")).invalidateAll();
        schedule.getScheduledTasks().stream().filter(task -> task.toString().contains("takeFromLeavers")).findFirst()
                .orElseThrow().getTask().getRunnable().run();
    }
}
