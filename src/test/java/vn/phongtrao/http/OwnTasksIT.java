package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever lists of tasks are asked for, an officer finds own tasks in them and no others. */
@HttpTest
class OwnTasksIT {

    private static final String HOLDER = "police-officer.31813";
    private static final String COLLEAGUE = "police-officer-2.31813";
    private static final List<String> STRANGERS = List.of("police-chief.31813", "police-officer.31843",
            "committee-chair.954", Actor.WITHOUT_POST.account());
    private static final String TASKS = "/engine-rest/task";
    /** As many as a list has that nobody bounds. */
    private static final int MOST = 500;

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    private String number;
    private String task;

    @BeforeEach
    void aTaskWaits() {
        number = journey.propose(HOLDER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người trong hồ sơ của đơn vị"))));
        task = journey.task(number, "complete-dossier", HOLDER).id();
    }

    @Test
    void ownTasksAreFoundByWhatTheirDossierIsAbout() {
        for (var text : List.of(number.toLowerCase(Locale.ROOT), "nguoi trong ho so cua don vi",
                "Người  trong hồ sơ")) {
            var address = "/api/tasks?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertThat(client.as(HOLDER).get(address).expectOk().body()).as(text)
                    .contains(text.startsWith("kt") ? task : "KT-");
            for (var stranger : STRANGERS) {
                assertThat(client.as(stranger).get(address).expectOk().body()).as(stranger).doesNotContain(task);
            }
        }
        assertThat(client.as(HOLDER).get("/api/tasks?q=...").expectOk().text("/tasks")).isEqualTo("");
        assertThat(client.as(HOLDER).get("/api/tasks").status()).isEqualTo(400);
    }

    @Test
    void whoIsInNoGroupHasAnEmptyListInEveryFilter() {
        var nobody = client.as(Actor.WITHOUT_POST.account());
        nobody.get("/engine-rest/filter").expectOk().json().forEach(filter -> {
            assertThat(nobody.get("/engine-rest/filter/" + filter.get("id").asText() + "/list").expectOk().body())
                    .isEqualTo("[]");
            assertThat(nobody.get("/engine-rest/filter/" + filter.get("id").asText() + "/count").expectOk().json()
                    .get("count").asInt()).isZero();
        });
    }

    @Test
    void whatIsAskedForWithOrStaysWithinTheOwnTasks() {
        for (var asked : List.of(
                Map.of("taskId", task),
                Map.of("processInstanceBusinessKey", number),
                Map.of("processInstanceBusinessKey", number, "processDefinitionKey", "commendation"),
                Map.of("processInstanceBusinessKey", number, "sorting",
                        List.of(Map.of("sortBy", "dueDate", "sortOrder", "desc"))),
                Map.of("processInstanceBusinessKey", number, "sorting", List.of(Map.of("sortBy", "processVariable",
                        "sortOrder", "asc", "parameters", Map.of("variable", "dossierNumber", "type", "String")))),
                Map.of("candidateGroup", "95/954/31813/police-officer", "includeAssignedTasks", true),
                Map.of("candidateGroups", List.of("95/954/31813/police-officer", "95/954/31843/police-officer")),
                Map.of("withCandidateGroups", true),
                Map.of("unassigned", true),
                Map.of("processVariables", List.of(Map.of("name", "dossierNumber", "operator", "eq", "value", number))),
                Map.of("orQueries", List.of(Map.of("taskId", task, "processInstanceBusinessKey", number))),
                Map.of("orQueries", List.of(Map.of("unassigned", true, "assigneeLike", "%"))),
                Map.of("orQueries", List.of(Map.of("taskId", task, "candidateGroup", "95/954/31843/police-officer",
                        "includeAssignedTasks", true))),
                Map.of("orQueries", List.of(Map.of("processDefinitionKey", "commendation", "active", true),
                        Map.of("processInstanceBusinessKey", number, "assigneeLike", "%"))))) {
            assertThat(listed(HOLDER, asked)).as(asked.toString()).contains(task);
            assertThat(listed("admin", within(asked))).as(asked.toString()).contains(task);
            for (var stranger : STRANGERS) {
                assertThat(listed(stranger, asked)).as("%s asks for %s", stranger, asked).doesNotContain(task);
            }
        }
    }

    @Test
    void countsCountWhatIsListed() {
        for (var account : List.of(HOLDER, "police-officer.31843", "committee-chair.954",
                Actor.WITHOUT_POST.account())) {
            assertThat(listed(account, Map.of()).size()).isEqualTo(Math.min(count(account, Map.of()), MOST));
            assertThat(client.as(account).get(TASKS + "/count").expectOk().json().get("count").asInt())
                    .isEqualTo(count(account, Map.of()));
        }
        client.as(HOLDER).post(TASKS + "/" + task + "/claim", Map.of("userId", HOLDER)).expectOk();
        var own = "95/954/31813/police-officer";
        for (var asked : List.<Map<String, ?>>of(Map.of("candidateGroup", own), Map.of("unassigned", true),
                Map.of("candidateGroup", own, "includeAssignedTasks", true), Map.of("assignee", HOLDER),
                Map.of("candidateGroups", List.of(own, "95/954/31813/police-chief"), "includeAssignedTasks", true),
                Map.of("candidateGroups", List.of("95/954/31843/police-officer"), "includeAssignedTasks", true))) {
            for (var account : List.of(HOLDER, COLLEAGUE, "police-officer.31843")) {
                assertThat(listed(account, asked).size()).as("%s asks for %s", account, asked)
                        .isEqualTo(Math.min(count(account, asked), MOST));
            }
        }
        var mine = Map.of("orQueries", List.of(Map.of("taskId", task, "assignee", "nobody")));
        assertThat(count(HOLDER, mine)).isEqualTo(1);
        assertThat(count("police-officer.31843", mine)).isZero();
    }

    @Test
    void pagesHoldTheOwnTasksAndNothingElse() {
        var pages = new ArrayList<String>();
        for (var first = 0; first <= count(HOLDER, Map.of()); first += 2) {
            pages.addAll(ids(client.as(HOLDER).get(TASKS + "?sortBy=created&sortOrder=desc&maxResults=2&firstResult="
                    + first).expectOk()));
        }

        assertThat(pages).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(listed(HOLDER, Map.of()));
        assertThat(pages.get(0)).isEqualTo(task);
    }

    @Test
    void filtersShowOwnTasks() {
        var all = client.as("admin").get("/engine-rest/filter?name="
                + URLEncoder.encode("Việc của mọi đơn vị", StandardCharsets.UTF_8)).expectOk()
                .text("/0/id");
        for (var filter : ids(client.as(HOLDER).get("/engine-rest/filter").expectOk())) {
            assertThat(filter).isNotEqualTo(all);
            for (var stranger : STRANGERS) {
                assertThat(ids(client.as(stranger).post("/engine-rest/filter/" + filter + "/list",
                        Map.of("orQueries", List.of(Map.of("taskId", task, "unassigned", true)))).expectOk()))
                        .doesNotContain(task);
            }
        }
        assertThat(ids(client.as("admin").post("/engine-rest/filter/" + all + "/list", Map.of("taskId", task)).expectOk()))
                .containsExactly(task);
    }

    @Test
    void aTaskThatSomebodyHasTakenIsStillSeenInItsPost() {
        client.as(HOLDER).post(TASKS + "/" + task + "/claim", Map.of("userId", HOLDER)).expectOk();

        assertThat(listed(COLLEAGUE, Map.of("assignee", HOLDER))).contains(task);
        for (var stranger : STRANGERS) {
            for (var asked : List.of(Map.of("assignee", HOLDER), Map.of("involvedUser", HOLDER),
                    Map.of("orQueries", List.of(Map.of("assignee", HOLDER, "unassigned", true))))) {
                assertThat(listed(stranger, asked)).as(stranger + " asks for " + asked).doesNotContain(task);
            }
        }
    }

    /** The same question of this dossier: all that wait for anybody are more than a list has. */
    private Map<String, Object> within(Map<String, ?> asked) {
        var bounded = new HashMap<String, Object>(asked);
        bounded.put("processInstanceBusinessKey", number);
        return bounded;
    }

    private Set<String> listed(String account, Map<String, ?> query) {
        return new HashSet<>(ids(client.as(account).post(TASKS, query).expectOk()));
    }

    private int count(String account, Map<String, ?> query) {
        return client.as(account).post(TASKS + "/count", query).expectOk().json().get("count").asInt();
    }

    private static List<String> ids(Answer answer) {
        var ids = new ArrayList<String>();
        answer.json().forEach(one -> ids.add(one.get("id").asText()));
        return ids;
    }
}
