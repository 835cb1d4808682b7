package vn.phongtrao.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.commendation.AwardsGiven;
import vn.phongtrao.commendation.AwardsGiven.Given;
import vn.phongtrao.document.Samples;
import vn.phongtrao.http.Walks.Step;
import vn.phongtrao.http.Walks.Walk;
import vn.phongtrao.team.SampleTeams;

/** Takes dossiers along their way over HTTP, each step as the demo account whose turn it is. */
public class HttpJourney {

    private static final AtomicLong CITIZENS = new AtomicLong(95_080_100_000L);

    private final Client client;
    private final SampleTeams teams;
    private final AwardsGiven awards;

    HttpJourney(Client client, SampleTeams teams, AwardsGiven awards) {
        this.client = client;
        this.teams = teams;
        this.awards = awards;
    }

    /** @return the id of a new team of four */
    public String team(String commune) {
        return Long.toString(teams.team(commune, 4));
    }

    /** Sees to it that the commune has a team that has served since the first day of that year. */
    void teamSince(String commune, int year) {
        var day = LocalDate.of(year, 1, 1);
        if (client.as("admin").get("/api/teams?unit=%s&on=%s".formatted(commune, day)).expectOk().json()
                .at("/page/totalElements").asInt() == 0) {
            teams.since(teams.team(commune, 4), day);
        }
    }

    /** @return a campaign of the commune's own from March to May 2023, when no other dossier's achievement lies */
    public String campaignOfSpring(String commune) {
        var plan = "03/KH-UBND";
        var launched = client.as("admin").get("/api/campaigns?unit=%s&q=%s".formatted(commune, plan)).expectOk().json().get("content");
        return launched.isEmpty() ? client.as("police-officer." + commune.substring(commune.lastIndexOf('/') + 1)).post("/api/campaigns",
                Map.of("unitPath", commune, "name", "Phong trào mẫu", "document", plan, "plannedOn", "2023-02-15", "authority",
                        "Chủ tịch Ủy ban nhân dân", "validFrom", "2023-03-01", "validTo", "2023-05-31", "contents", "Nội dung mẫu"))
                .expectOk().text("/id") : launched.get(0).get("id").asText();
    }

    /** Awards of a decision of today, see {@link AwardsGiven#by}. */
    Given awards(String decider, String unit, String form, String... names) {
        return awards.by(decider, unit, form, names);
    }

    /** The verification code of a decision, as it stands on its paper. */
    String code(long decision) {
        return awards.code(decision);
    }

    /** What the Ministry gave to a collective that the unit had proposed. */
    Given ministrysAward(String unit) {
        return awards.byTheMinistry(unit, "ministry-merit", "Tập thể mẫu");
    }

    /** @return the dossier of a commune's report whose period is closed, so that it is corrected */
    String reportToCorrect(String commune) {
        var province = client.as("police-officer.95");
        if (province.get("/api/report-periods").expectOk().json().get("content").isEmpty()) {
            var id = province.post("/api/report-periods", Map.of("name", "Kỳ mẫu đã khóa", "from", "2000-01-01",
                    "to", "2000-06-30", "dueOn", "2050-01-01")).expectOk().text("/id");
            province.post("/api/report-periods/" + id + "/closure", null).expectOk();
        }
        return rows(province.get("/api/movement-reports?unit=" + commune).expectOk().json().get("content")).stream()
                .filter(report -> List.of("missed", "accepted").contains(report.get("status").asText())).findFirst()
                .orElseThrow().get("dossierNumber").asText();
    }

    /** An open task as the engine's REST API shows it. */
    record Task(String id, String key) {
    }

    /** An invented citizen number of a man born in 1980 that no other nominee of the run has. */
    public static String citizenId() {
        return "%012d".formatted(CITIZENS.incrementAndGet());
    }

    public static Map<String, Object> individual(String name) {
        return Map.of("kind", "individual", "name", name, "birthYear", 1980, "citizenId", citizenId(),
                "hamlet", "Khóm Mẫu", "occupation", "Nông dân", "summary", "Thành tích mẫu");
    }

    public static Map<String, Object> household(String name) {
        return Map.of("kind", "household", "name", name, "hamlet", "Khóm Mẫu", "summary", "Thành tích mẫu");
    }

    public static Map<String, Object> collective(String name) {
        return Map.of("kind", "collective", "name", name, "summary", "Thành tích mẫu");
    }

    /** The fields of the start form of {@code commendation}, to be changed at will. */
    public static Map<String, Object> proposal(String awardForm, String achievementType, List<?> nominees) {
        return new LinkedHashMap<>(Map.of("awardForm", awardForm, "achievementType", achievementType,
                "achievement", "Thành tích mẫu trong phong trào", "achievedFrom", "2024-01-01",
                "achievedTo", "2024-06-30", "nominees", nominees));
    }

    /**
     * Fields as a request body of the engine: {@code {"variables": {name: {value, type}}}}; lists become Json texts.
     */
    static Map<String, Object> variables(Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, value instanceof List || value instanceof Map
                ? Map.of("value", Client.text(value), "type", "Json") : Collections.singletonMap("value", value)));
        return Map.of("variables", variables);
    }

    /** @return the number of a new commendation */
    public String propose(String account, Map<String, ?> fields) {
        return propose("commendation", account, fields);
    }

    /** @return the dossier number */
    String propose(String process, String account, Map<String, ?> fields) {
        return start(process, account, fields).expectOk().text("/businessKey");
    }

    Answer start(String process, String account, Map<String, ?> fields) {
        return client.as(account).post("/engine-rest/process-definition/key/" + process + "/submit-form",
                variables(fields));
    }

    /** @return the number of a new dossier at the beginning of its walk */
    String start(String process, Walk walk) {
        return propose(process, walk.starter().account(), walk.start().apply(this));
    }

    /** Completes the task of a step. */
    void take(String number, Step step) {
        complete(number, step.task(), step.actor().account(), step.fields().apply(show(number)));
    }

    /** @return the number of a dossier that has gone its whole way */
    String walk(String process, Walk walk) {
        var number = start(process, walk);
        walk.steps().forEach(step -> take(number, step));
        return number;
    }

    /** Enters what the province allows a commune or hamlet. */
    void enterQuota(Map<String, ?> quota) {
        client.as("committee-clerk.95").post("/api/team-quotas", quota).expectOk();
    }

    Answer submit(String account, String task, Map<String, ?> fields) {
        return client.as(account).post("/engine-rest/task/" + task + "/submit-form", variables(fields));
    }

    /** Brings the documents without which a dossier does not leave its originator. */
    public void bringPapers(String number, String account) {
        Map<String, byte[]> wanted = new LinkedHashMap<>();
        rows(show(number).get("requiredDocuments")).stream()
                .filter(document -> document.get("enforced").asBoolean() && !document.get("present").asBoolean())
                .forEach(document -> wanted.put(document.get("kindName").asText() + ".pdf", Samples.pdf()));
        if (!wanted.isEmpty()) {
            client.as(account).upload("/api/dossiers/" + number + "/documents?kind=by-name", wanted).expectOk();
        }
    }

    /** Completes the dossier's open task of that key; of several, the account's own. Papers that are needed are brought. */
    public void complete(String number, String key, String account, Map<String, ?> fields) {
        if (key.equals("complete-dossier")) {
            bringPapers(number, account);
        }
        submit(account, task(number, key, account).id(), fields).expectOk();
    }

    public void approve(String number, String key, String account) {
        complete(number, key, account, Map.of("outcome", "approve"));
    }

    public void refuse(String number, String key, String account, String outcome) {
        complete(number, key, account, Map.of("outcome", outcome, "comment", "Ý kiến mẫu"));
    }

    Task task(String number, String key, String account) {
        return tasks(account, number).stream().filter(task -> task.key().equals(key)).findFirst()
                .orElseThrow(() -> new AssertionError("%s has no task %s of %s".formatted(account, key, number)));
    }

    /** The dossier's open tasks that the account sees. */
    List<Task> tasks(String account, String number) {
        return rows(client.as(account).get("/engine-rest/task?processInstanceBusinessKey=" + number).expectOk().json())
                .stream().map(task -> new Task(task.get("id").asText(), task.get("taskDefinitionKey").asText()))
                .toList();
    }

    /** The keys of the dossier's open tasks that the account sees. */
    public List<String> openTasks(String account, String number) {
        return tasks(account, number).stream().map(Task::key).toList();
    }

    List<String> nomineeIds(String number) {
        return rows(show(number).get("nominees")).stream().map(nominee -> nominee.get("id").asText()).toList();
    }

    /** A dossier in a list. */
    record Listed(String number, String title) {
    }

    /** The unit's dossiers of a process that have not ended, the oldest first. */
    List<Listed> openDossiers(String process, String unit) {
        return rows(client.as("admin").get("/api/dossiers?size=200&sort=openedAt&process=%s&unit=%s"
                .formatted(process, unit)).expectOk().json().get("content")).stream()
                .filter(dossier -> dossier.get("closedAt").isNull())
                .map(dossier -> new Listed(dossier.get("number").asText(), dossier.get("title").asText())).toList();
    }

    public void withdraw(String number, String account) {
        client.as(account).post("/api/dossiers/" + number + "/withdrawal", Map.of("reason", "Lý do mẫu")).expectOk();
    }

    /** The dossier as the administrator sees it under {@code /api}. */
    JsonNode show(String number) {
        return client.as("admin").get("/api/dossiers/" + number).expectOk().json();
    }

    /** The bonuses of the dossier's awards in đồng, in the order of its nominees. */
    List<Long> bonuses(String number) {
        return rows(client.as("admin").get("/api/awards?dossierNumber=" + number).expectOk().json().get("content"))
                .stream().map(award -> award.get("bonus").asLong()).toList();
    }

    /** All three demo members of a unit's council vote yes for everybody. */
    public void voteForAll(String number, String unitCode) {
        for (var member : List.of("council-member.", "council-member-2.", "council-member-3.")) {
            vote(number, member + unitCode);
        }
    }

    /** A member of the council votes yes for everybody. */
    public void vote(String number, String member) {
        complete(number, "council-vote", member, Map.of("approvedNominees", nomineeIds(number)));
    }

    /** The names of the papers that a dossier has. */
    List<String> papers(String number) {
        return rows(client.as("admin").get("/api/dossiers/" + number + "/papers").expectOk().json()).stream()
                .map(paper -> paper.get("name").asText()).toList();
    }

    private static List<JsonNode> rows(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
