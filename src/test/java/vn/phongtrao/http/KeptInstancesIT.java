package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator takes no open dossier's process away, by whichever of the engine's ways. */
@HttpTest
class KeptInstancesIT {

    private static final String OFFICER = "police-officer.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;
    @Autowired
    ManagementService jobs;

    private String number;
    private String instance;
    private Map<String, String> before;

    @BeforeEach
    void anOpenDossier() {
        number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người còn quy trình"))));
        instance = client.as("admin").get("/engine-rest/task?processInstanceBusinessKey=" + number).expectOk().text("/0/processInstanceId");
        before = tables.fingerprints();
    }

    @Test
    void anInstanceIsNotDeleted() {
        for (var options : List.of("", "?skipCustomListeners=true", "?skipCustomListeners=true&skipIoMappings=true&skipSubprocesses=true")) {
            refuses(client.as("admin").send("DELETE", "/engine-rest/process-instance/" + instance + options, null));
            refuses(Browser.of(client, "admin").send("DELETE", Browser.ENGINE + "/process-instance/" + instance + options, null));
        }
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void aCalledInstanceIsNotDeleted() {
        journey.bringPapers(number, OFFICER);
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        var called = StreamSupport.stream(client.as("admin").get("/engine-rest/process-instance?businessKey=" + number).expectOk().json()
                .spliterator(), false).map(one -> one.get("id").asText()).filter(id -> !id.equals(instance)).toList();
        assertThat(called).hasSize(1);
        before = tables.fingerprints();

        refuses(client.as("admin").send("DELETE", "/engine-rest/process-instance/" + called.get(0), null));

        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void aBatchDeletesNoInstance() {
        var batch = client.as("admin").post("/engine-rest/process-instance/delete", Map.of("processInstanceIds", List.of(instance))).expectOk()
                .text("/id");
        await().atMost(Duration.ofMinutes(1)).until(() -> jobs.createJobQuery().jobDefinitionId(batch(batch).getBatchJobDefinitionId()).withException().count() == 1);

        assertThat(journey.openTasks(OFFICER, number)).containsExactly("complete-dossier");
        // not while one of its jobs is being done
        await().atMost(Duration.ofMinutes(1)).until(() -> client.as("admin").send("DELETE", "/engine-rest/batch/" + batch + "?cascade=true", null).ok());
    }

    @Test
    void anEndedDossierHasNoProcess() {
        journey.withdraw(number, OFFICER);

        assertThat(client.as("admin").get("/engine-rest/process-instance/count?businessKey=" + number).expectOk().json().get("count").asInt()).isZero();
    }

    private Batch batch(String id) {
        return jobs.createBatchQuery().batchId(id).singleResult();
    }

    private void refuses(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.body()).contains(number, "chưa kết thúc");
    }
}
