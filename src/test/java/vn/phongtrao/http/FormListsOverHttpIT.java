package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sheets for lists of forms, and earlier dossiers to begin with, are for those who may fill in the form. */
@HttpTest
class FormListsOverHttpIT {

    private static final String HOLDER = "police-officer.31813";
    private static final String START = "/api/forms/processes/commendation";
    private static final String LIST = START + "/lists/nominees";
    private static final Map<String, byte[]> SHEET =
            Map.of("a.csv", "Đối tượng;Họ tên\nTập thể;Tổ 1\nTập thể;\n".getBytes(StandardCharsets.UTF_8));

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @Test
    void aSheetIsAnsweredWithRowsAndWhatIsWrongByLine() {
        var answer = client.as(HOLDER).upload(LIST, "file", SHEET).expectOk();

        assertThat(answer.text("/rows/0/name")).isEqualTo("Tổ 1");
        assertThat(answer.text("/problems/0/line")).isEqualTo("3");
        assertThat(answer.text("/problems/0/key")).isEqualTo("name");
        assertThat(client.as(HOLDER).get(LIST).status()).isEqualTo(200);
        assertThat(client.as(HOLDER).upload(LIST, "file", Map.of("a.csv", new byte[0])).status()).isEqualTo(400);
        assertThat(client.as(HOLDER).get(START + "/lists/achievement").status()).isEqualTo(404);
    }

    @Test
    void theListsOfATaskAreForWhoeverCanTakeIt() {
        var number = journey.propose(HOLDER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người Mẫu"))));
        var list = "/api/forms/tasks/" + journey.task(number, "complete-dossier", HOLDER).id() + "/lists/nominees";

        assertThat(client.as(HOLDER).upload(list, "file", SHEET).expectOk().text("/rows/0/kind")).isEqualTo("collective");
        for (var stranger : List.of("police-officer.31843", "committee-chair.954", Actor.WITHOUT_POST.account())) {
            assertThat(client.as(stranger).upload(list, "file", SHEET).status()).as(stranger).isEqualTo(403);
            assertThat(client.as(stranger).get(list).status()).as(stranger).isEqualTo(403);
        }
        assertThat(client.as("committee-chair.31813").get(LIST).status()).isEqualTo(403);
        assertThat(client.as(HOLDER).get("/api/forms/processes/review/lists/nominees").status()).isEqualTo(404);
        assertThat(client.withToken("no-token").get(LIST).status()).isEqualTo(401);
    }

    @Test
    void anEarlierDossierIsTakenByThoseWhoMaySeeItWithoutNumbersAndDays() {
        var number = journey.propose(HOLDER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người Cũ"))));

        assertThat(client.as(HOLDER).get(START + "/earlier").expectOk().json().findValuesAsText("number"))
                .contains(number);
        var copied = client.as(HOLDER).get(START + "/earlier/" + number).expectOk();
        assertThat(copied.text("/fields/nominees/0/name")).isEqualTo("Người Cũ");
        assertThat(copied.json().at("/fields/nominees/0").has("citizenId")).isFalse();
        assertThat(copied.json().at("/fields/nominees/0").has("id")).isFalse();
        assertThat(copied.json().at("/fields").has("achievedFrom")).isFalse();
        assertThat(client.as("police-officer.31843").get(START + "/earlier/" + number).status()).isEqualTo(403);
        assertThat(client.as("committee-chair.31813").get(START + "/earlier/" + number).status()).isEqualTo(403);
        assertThat(client.as(HOLDER).get("/api/forms/processes/team-change/earlier/" + number).status()).isEqualTo(404);
    }
}
