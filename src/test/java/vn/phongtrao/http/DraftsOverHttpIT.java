package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was typed and not sent is kept for whoever typed it, and for nobody else. */
@HttpTest
class DraftsOverHttpIT {

    private static final String HOLDER = "police-officer.31813";
    private static final String COLLEAGUE = "police-officer-2.31813";
    private static final String START = "/api/drafts/processes/commendation";
    private static final Map<String, Object> TYPED = Map.of("fields", Map.of("achievement", "Điều chưa gửi",
            "nominees", List.of(Map.of("name", "Lê Thị Nháp", "citizenId", "095080000177"))));

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient database;

    private String number;
    private String task;

    @BeforeEach
    void aTaskWaits() {
        database.sql("delete from draft").update();
        number = journey.propose(HOLDER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người Mẫu"))));
        task = "/api/drafts/tasks/" + journey.task(number, "complete-dossier", HOLDER).id();
    }

    @Test
    void itComesBackToItsOwnerAloneAndIsSealed() {
        for (var place : List.of(START, task)) {
            assertThat(client.as(HOLDER).get(place).status()).isEqualTo(204);
            assertThat(client.as(HOLDER).send("PUT", place, TYPED).status()).isEqualTo(204);
            assertThat(client.as(HOLDER).get(place).expectOk().text("/fields/nominees/0/name"))
                    .isEqualTo("Lê Thị Nháp");
            assertThat(client.as(COLLEAGUE).get(place).status()).isEqualTo(204);
            client.as(COLLEAGUE).send("DELETE", place, null);
            assertThat(client.as(HOLDER).get(place).status()).isEqualTo(200);
        }
        assertThat(database.sql("select encode(sealed, 'escape') from draft").query(String.class).list()).hasSize(2)
                .noneMatch(kept -> kept.contains("Nháp") || kept.contains("095080000177"));
        assertThat(client.as(HOLDER).send("DELETE", START, null).status()).isEqualTo(204);
        assertThat(client.as(HOLDER).get(START).status()).isEqualTo(204);
    }

    @Test
    void onlyWhoMayFillInTheFormKeepsOne() {
        for (var stranger : List.of("police-officer.31843", "committee-chair.954", Actor.WITHOUT_POST.account())) {
            assertThat(client.as(stranger).send("PUT", task, TYPED).status()).as(stranger).isEqualTo(403);
            assertThat(client.as(stranger).get(task).status()).as(stranger).isEqualTo(403);
        }
        assertThat(client.as("committee-chair.31813").send("PUT", START, TYPED).status()).isEqualTo(403);
        assertThat(client.as(HOLDER).send("PUT", "/api/drafts/processes/review", TYPED).status()).isEqualTo(404);
        assertThat(client.as(HOLDER).send("PUT", "/api/drafts/tasks/no-such-task", TYPED).status()).isEqualTo(404);
        assertThat(client.withToken("no-token").get(START).status()).isEqualTo(401);
    }

    @Test
    void whatIsNoFormOrTooLargeIsRefused() {
        for (var body : List.of(Map.of(), Map.of("fields", "text"), Map.of("fields", List.of(1)),
                Map.of("fields", Map.of("achievement", "a".repeat(1_000_001))))) {
            assertThat(client.as(HOLDER).send("PUT", START, body).status()).isEqualTo(400);
        }
    }

    @Test
    void itIsForgottenWhenTheFormIsSent() {
        client.as(HOLDER).send("PUT", START, TYPED);
        client.as(HOLDER).send("PUT", task, TYPED);
        client.as(COLLEAGUE).send("PUT", task, TYPED);
        journey.propose(HOLDER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người Khác"))));
        assertThat(client.as(HOLDER).get(START).status()).isEqualTo(204);

        journey.complete(number, "complete-dossier", HOLDER, Map.of());
        assertThat(database.sql("select count(*) from draft").query(Long.class).single()).isZero();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer = client.as(HOLDER).post("/engine-rest/process-definition/key/commendation/submit-form",
                Map.of("variables", Map.of("achievedFrom", Map.of("value", "31/02/2024"))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().findValuesAsText("field")).contains("awardForm", "achievement", "achievedFrom",
                "achievedTo", "nominees");
        assertThat(answer.text("/field")).isEqualTo(answer.text("/errors/0/field"));
        assertThat(answer.text("/errors/0/message")).isNotBlank();
    }
}
