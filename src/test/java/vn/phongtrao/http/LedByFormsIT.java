package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dossiers go on by the forms of those whose posts it is alone: no administrator leads a process past them, hands its tasks to others, or
 * changes what it goes by, whichever of the engine's calls are tried.
 */
@HttpTest
class LedByFormsIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String CHAIR = "committee-chair.31813";
    private static final String MEMBER = "council-member.31813";
    private static final String ANOTHER_MEMBER = "council-member-2.31813";
    private static final String CHAIRS_POST = "95/954/31813/committee-chair";
    private static final String FOREIGN_CHAIRS_POST = "95/956/31843/committee-chair";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aTaskIsHandedToNobodyPastItsPost() {
        var number = toSign("ad-hoc");
        var task = "/task/" + task(number, "sign");
        var foreign = Map.of("groupId", "95/956/31843/police-chief", "type", "candidate");

        refused(Map.of(
                "POST " + task + "/identity-links", foreign,
                "POST " + task + "/identity-links/delete", Map.of("groupId", "95/954/31813/police-chief", "type", "candidate"),
                "PUT " + task, Map.of("assignee", "police-chief.31843"),
                "POST " + task + "/assignee", Map.of("userId", "police-officer.31843"),
                "POST " + task + "/delegate", Map.of("userId", CHIEF)));
        refused(Map.of(
                "POST " + task + "/identity-links", Map.of("userId", "police-chief.31843", "type", "assignee"),
                "POST " + task + "/assignee", Map.of("userId", "khong-co"),
                "PUT " + task, Map.of("owner", "police-chief.31843", "name", "x", "priority", 5)));
    }

    @Test
    void aVoteIsItsMembersAlone() {
        var number = toVote();
        var vote = "/task/" + vote(number, ANOTHER_MEMBER);

        refused(Map.of(
                "PUT " + vote, Map.of("assignee", MEMBER),
                "POST " + vote + "/assignee", Map.of("userId", MEMBER),
                "POST " + vote + "/unclaim", Map.of(),
                "POST " + vote + "/identity-links", Map.of("groupId", "95/954/31813/council-member", "type", "candidate"),
                "POST " + vote + "/identity-links/delete", Map.of("userId", ANOTHER_MEMBER, "type", "assignee")));
    }

    @Test
    void votingEndsNotBeforeItsDay() {
        var number = toVote();
        var timer = jdbc.sql("""
                select job.id_ from act_ru_job job join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                join act_ru_execution instance on instance.id_ = job.process_instance_id_
                where instance.business_key_ = ? and definition.act_id_ = 'voting-closed'""").param(number).query(String.class).single();
        var job = "/job/" + timer;
        var early = Map.of("duedate", "2024-01-01T00:00:00.000+0700");

        refused(Map.of(
                "POST " + job + "/execute", Map.of(),
                "PUT " + job + "/duedate", early,
                "POST " + job + "/duedate/recalculate", Map.of(),
                "DELETE " + job, Map.of(),
                "PUT " + job + "/retries", Map.of("retries", 1, "dueDate", "2024-01-01T00:00:00.000+0700"),
                "POST /job/retries", Map.of("retries", 1, "dueDate", "2024-01-01T00:00:00.000+0700", "jobIds", List.of(timer)),
                "POST /process-instance/job-retries", Map.of("retries", 1, "dueDate", "2024-01-01T00:00:00.000+0700",
                        "processInstances", List.of(instance(number)))));
        client.as("admin").send("PUT", "/engine-rest" + job + "/retries", Map.of("retries", 3)).expectOk();
    }

    @Test
    void whatAProcessGoesByIsNotChangedFromOutside() {
        var number = toSign("ad-hoc");
        var task = "/task/" + task(number, "sign");
        var execution = client.as("admin").get("/engine-rest" + task).text("/executionId");
        var value = Map.of("value", "95/956/31843/police-officer", "type", "String");
        var modifications = Map.of("modifications", Map.of("originator", value));
        Map<String, Object> calls = new LinkedHashMap<>();
        for (var place : List.of("/process-instance/" + instance(number) + "/variables", task + "/variables", task + "/localVariables",
                "/execution/" + execution + "/localVariables")) {
            calls.put("PUT " + place + "/originator", value);
            calls.put("DELETE " + place + "/originator", Map.of());
            calls.put("POST " + place, modifications);
        }
        calls.put("POST /process-instance/variables-async",
                Map.of("processInstanceIds", List.of(instance(number)), "variables", Map.of("originator", value)));

        refused(calls);
    }

    @Test
    void noStepIsSkipped() {
        var number = toSign("ad-hoc");
        var task = task(number, "sign");
        var execution = client.as("admin").get("/engine-rest/task/" + task).text("/executionId");
        var instance = instance(number);
        var definition = client.as("admin").get("/engine-rest/process-instance/" + instance).text("/definitionId");
        var review = client.as("admin").get("/engine-rest/task/" + task).text("/processDefinitionId");
        var reviewing = client.as("admin").get("/engine-rest/task/" + task).text("/processInstanceId");
        var instructions = List.of(Map.of("type", "startBeforeActivity", "activityId", "decision"),
                Map.of("type", "cancel", "activityId", "review-stops#multiInstanceBody"));
        var approve = Map.of("outcome", Map.of("value", "approve", "type", "String"));
        var plan = Map.of("migrationPlan", Map.of("sourceProcessDefinitionId", review, "targetProcessDefinitionId", review, "instructions",
                List.of(Map.of("sourceActivityIds", List.of("sign#multiInstanceBody"), "targetActivityIds", List.of("sign#multiInstanceBody")),
                        Map.of("sourceActivityIds", List.of("sign"), "targetActivityIds", List.of("sign")))),
                "processInstanceIds", List.of(reviewing));
        Map<String, Object> calls = new LinkedHashMap<>();
        calls.put("POST /process-instance/" + instance + "/modification", Map.of("instructions", instructions));
        calls.put("POST /process-instance/" + instance + "/modification-async", Map.of("instructions", instructions));
        for (var how : List.of("execute", "executeAsync")) {
            calls.put("POST /modification/" + how, Map.of("processDefinitionId", definition, "processInstanceIds", List.of(instance),
                    "instructions", instructions));
            calls.put("POST /migration/" + how, plan);
        }
        calls.put("POST /execution/" + execution + "/signal", Map.of("variables", approve));
        calls.put("POST /task/" + task + "/bpmnError", Map.of("errorCode", "x", "variables", approve));
        calls.put("POST /task/" + task + "/bpmnEscalation", Map.of("escalationCode", "x", "variables", approve));
        calls.put("POST /message", Map.of("messageName", "withdrawal", "businessKey", number));
        calls.put("POST /process-instance/message-async", Map.of("messageName", "withdrawal", "processInstanceIds", List.of(instance)));
        calls.put("POST /execution/" + execution + "/messageSubscriptions/withdrawal/trigger", Map.of());
        calls.put("POST /signal", Map.of("name", "x"));

        refused(calls);
    }

    @Test
    void onlyWhoMaySuspendsAndResumes() {
        var number = toVote();
        client.as(OFFICER).post("/api/dossiers/" + number + "/suspension", Map.of("reason", "Chờ xác minh")).expectOk();
        var instance = instance(number);
        var definition = client.as("admin").get("/engine-rest/process-instance/" + instance).text("/definitionId");
        var active = Map.of("suspended", false);

        refused(Map.of(
                "PUT /process-instance/" + instance + "/suspended", active,
                "PUT /process-instance/suspended", Map.of("suspended", false, "processInstanceIds", List.of(instance)),
                "POST /process-instance/suspended-async", Map.of("suspended", false, "processInstanceIds", List.of(instance)),
                "PUT /process-definition/" + definition + "/suspended", Map.of("suspended", false, "includeProcessInstances", true),
                "PUT /job/suspended", Map.of("suspended", false, "processInstanceId", instance),
                "PUT /job-definition/suspended", Map.of("suspended", false, "processDefinitionId", definition, "includeJobs", true)));
    }

    /** Even where the engine's tables were changed by other means. */
    @Test
    void theDossiersOwnRecordSaysWhoDecides() {
        var number = toDecide();
        var task = task(number, "decide");
        jdbc.sql("update act_ru_identitylink set group_id_ = ? where task_id_ = ?").params(FOREIGN_CHAIRS_POST, task).update();

        assertThat(submit("committee-chair.31843", task, Map.of("outcome", "approve")).status()).isEqualTo(403);

        jdbc.sql("delete from act_ru_identitylink where task_id_ = ?").param(task).update();
        jdbc.sql("update act_ru_task set assignee_ = ? where id_ = ?").params(MEMBER, task).update();
        assertThat(submit(MEMBER, task, Map.of("outcome", "approve")).status()).isEqualTo(403);
        assertThat(journey.show(number).get("status").asText()).isNotEqualTo("DECIDED");
    }

    @Test
    void theDossiersOwnRouteSaysWhoSigns() {
        var number = toSign("ad-hoc");
        var task = task(number, "sign");
        jdbc.sql("update act_ru_identitylink set group_id_ = ? where task_id_ = ?").params("95/956/31843/police-chief", task).update();

        assertThat(submit("police-chief.31843", task, Map.of("outcome", "approve")).status()).isEqualTo(403);
    }

    /** As submitting its form says. */
    @Test
    void aTaskOfASuspendedDossierIsNeitherTakenNorGivenBack() {
        for (var taken : List.of(false, true)) {
            var number = toSign("ad-hoc");
            var task = "/engine-rest/task/" + task(number, "sign");
            if (taken) {
                client.as(CHIEF).post(task + "/claim", Map.of("userId", CHIEF)).expectOk();
            }
            client.as(OFFICER).post("/api/dossiers/" + number + "/suspension", Map.of("reason", "Chờ xác minh")).expectOk();

            var answer = client.as(CHIEF).post(task + (taken ? "/unclaim" : "/claim"), Map.of("userId", CHIEF));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("đang tạm dừng");
        }
    }

    private String toSign(String type) {
        var number = journey.propose(OFFICER, proposal("commune-certificate", type, List.of(individual("Người theo biểu mẫu"))));
        journey.bringPapers(number, OFFICER);
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        return number;
    }

    private String toVote() {
        return reviewed(toSign("regular"));
    }

    private String toDecide() {
        return reviewed(toSign("ad-hoc"));
    }

    private String reviewed(String number) {
        journey.complete(number, "sign", CHIEF, Map.of("outcome", "approve"));
        journey.complete(number, "appraise", CLERK, Map.of("outcome", "approve"));
        return number;
    }

    private Answer submit(String account, String task, Map<String, ?> fields) {
        return client.as(account).post("/engine-rest/task/" + task + "/submit-form", HttpJourney.variables(fields));
    }

    private String task(String number, String key) {
        return client.as("admin").get("/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s".formatted(number, key)).expectOk()
                .text("/0/id");
    }

    private String vote(String number, String member) {
        return client.as("admin").get("/engine-rest/task?processInstanceBusinessKey=%s&assignee=%s".formatted(number, member)).expectOk()
                .text("/0/id");
    }

    private String instance(String number) {
        return StreamSupport.stream(client.as("admin").get("/engine-rest/process-instance?businessKey=" + number).expectOk().json()
                .spliterator(), false).filter(one -> one.get("definitionKey").asText().equals("commendation")).findFirst().orElseThrow()
                .get("id").asText();
    }

    private void refused(Map<String, ?> calls) {
        var browser = Browser.of(client, "admin");
        tables.assertUnchangedBy(() -> calls.forEach((call, body) -> {
            var words = call.split(" ");
            for (var answer : List.of(client.as("admin").send(words[0], "/engine-rest" + words[1], body),
                    browser.send(words[0], Browser.ENGINE + words[1], body))) {
                assertThat(answer.status()).as(call + " " + answer).isEqualTo(403);
            }
        }));
    }
}
