package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.DISTRICT;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;
import static vn.phongtrao.http.HttpJourney.variables;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Unit;

/**
 * Who may do what with a dossier and its tasks: every position of the units around it, the administrator, a system
 * and a person without a post, at every kind of task. What is expected stands in {@link Call} and in the stages.
 */
@HttpTest
class AccessMatrixTest {

    private static final List<Actor> ACTORS = Actor.all();
    private static final Map<String, Object> APPROVE = Map.of("outcome", "approve");
    private static final Map<String, Object> UNKNOWN_FIELD = Map.of("no-such-field", "x");

    /** Whose task it is, against those who only look on. */
    private enum Right {
        WORKER, WORKER_AND_ADMINISTRATOR, ADMINISTRATOR_UNLESS_A_VOTE, NOBODY;

        boolean has(Actor actor, Stage stage) {
            return switch (this) {
                case WORKER -> stage.worker(actor);
                case WORKER_AND_ADMINISTRATOR -> stage.worker(actor) || actor.administrator();
                case ADMINISTRATOR_UNLESS_A_VOTE -> actor.administrator() && !stage.vote();
                case NOBODY -> false;
            };
        }
    }

    /** A call on a task; a body of null stands for the fields that would complete it. */
    private record Call(Right right, String method, String path, Object body) {

        static Call get(String path) {
            return new Call(Right.WORKER_AND_ADMINISTRATOR, "GET", path, null);
        }
    }

    private static final List<Call> CALLS = List.of(
            Call.get(""),
            Call.get("/form"),
            Call.get("/deployed-form"),
            Call.get("/form-variables"),
            Call.get("/variables"),
            Call.get("/identity-links"),
            new Call(Right.WORKER, "POST", "/submit-form", null),
            new Call(Right.WORKER, "POST", "/complete", null),
            new Call(Right.NOBODY, "POST", "/claim", Map.of("userId", "police-chief.956")),
            new Call(Right.ADMINISTRATOR_UNLESS_A_VOTE, "POST", "/unclaim", Map.of()),
            new Call(Right.NOBODY, "POST", "/delegate", Map.of("userId", "police-chief.956")),
            new Call(Right.NOBODY, "POST", "/resolve", Map.of()));

    /** A task on a dossier's way: who may work on it, and how {@code doer} completes it. */
    private record Stage(String task, Actor doer, Map<String, Object> fields) {

        /** A council member's vote is the member's alone; other tasks are everybody's in the post. */
        boolean worker(Actor actor) {
            return vote() ? actor.equals(doer)
                    : actor.position() == doer.position() && doer.unit().equals(actor.unit());
        }

        boolean vote() {
            return task.equals("council-vote");
        }
    }

    private static Stage approved(String task, Position position, String unit) {
        return new Stage(task, Actor.of(position, unit), APPROVE);
    }

    private static final Stage COMPLETION =
            new Stage("complete-dossier", Actor.of(POLICE_OFFICER, COMMUNE), Map.of());

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    private final List<String> wrong = new ArrayList<>();
    private int allowed;
    private int refused;

    @Test
    void everyTaskIsItsWorkersAloneAndOnlyAdministratorsLookOn() {
        var merit = journey.propose("police-officer.31813", proposal("province-merit", "regular",
                List.of(individual("Người được tặng Bằng khen"))));
        var approvesAll = Map.<String, Object>of("approvedNominees", journey.nomineeIds(merit));
        for (var stage : List.of(COMPLETION,
                approved("sign", POLICE_CHIEF, COMMUNE),
                approved("sign", COMMITTEE_CHAIR, COMMUNE),
                new Stage("appraise", Actor.of(POLICE_OFFICER, DISTRICT),
                        Map.of("outcome", "return", "comment", "Bổ sung xác nhận")),
                new Stage("supplement", Actor.of(POLICE_OFFICER, COMMUNE), Map.of()),
                approved("appraise", POLICE_OFFICER, DISTRICT),
                approved("sign", POLICE_CHIEF, DISTRICT),
                approved("sign", COMMITTEE_CHAIR, DISTRICT),
                approved("appraise", POLICE_OFFICER, PROVINCE),
                approved("sign", POLICE_CHIEF, PROVINCE),
                approved("appraise", COMMITTEE_CLERK, PROVINCE),
                new Stage("council-vote", Actor.of(COUNCIL_MEMBER, PROVINCE), approvesAll),
                new Stage("council-vote", Actor.of(COUNCIL_MEMBER, PROVINCE, 2), approvesAll),
                new Stage("council-vote", Actor.of(COUNCIL_MEMBER, PROVINCE, 3), approvesAll),
                approved("decide", COMMITTEE_CHAIR, PROVINCE))) {
            tryOut(merit, stage);
        }
        tryOutRegisters(merit);

        var ministry = journey.propose("police-officer.95", proposal("ministry-merit", "regular",
                List.of(individual("Người được Bộ khen"))));
        journey.complete(ministry, "complete-dossier", "police-officer.95", Map.of());
        journey.approve(ministry, "appraise", "police-officer-2.95");
        journey.approve(ministry, "sign", "police-chief.95");
        if (!journey.tasks("council-member.95", ministry).isEmpty()) {
            journey.voteForAll(ministry, "95");
        }
        tryOut(ministry, new Stage("record-ministry-result", Actor.of(POLICE_OFFICER, PROVINCE), Map.of(
                "outcome", "approve", "decisionNumber", "123/QĐ-BCA", "decidedOn", "2024-07-01",
                "approvedNominees", journey.nomineeIds(ministry))));

        System.out.printf("Tasks and registers: %d calls allowed, %d refused%n", allowed, refused);
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(4000);
    }

    @Test
    void handlingADossierIsForItsOriginatorAndForTheUnitThatHoldsIt() {
        var number = journey.propose("police-officer.31813", proposal("province-merit", "regular",
                List.of(individual("Người trong hồ sơ tạm dừng"))));
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "sign", "committee-chair.31813");

        Predicate<Actor> holder = actor -> actor.in(DISTRICT) && actor.position() != COUNCIL_MEMBER;
        onlyFor(holder, number, "suspension");
        handle(Actor.of(POLICE_CHIEF, DISTRICT), number, "suspension").expectOk();
        assertThat(journey.show(number).get("status").asText()).isEqualTo("suspended");
        onlyFor(holder, number, "resumption");
        handle(Actor.of(POLICE_CHIEF, DISTRICT), number, "resumption").expectOk();
        onlyFor(actor -> actor.in(COMMUNE) && actor.position() == POLICE_OFFICER, number, "withdrawal");
        handle(Actor.SYSTEM, number, "withdrawal").expectOk();

        assertThat(journey.show(number).get("status").asText()).isEqualTo("withdrawn");
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoDraftsADossierDoesNotAppraiseIt() {
        var number = journey.propose("police-officer.954", proposal("province-merit", "regular",
                List.of(individual("Người của cấp huyện"))));
        journey.complete(number, "complete-dossier", "police-officer.954", Map.of());
        var task = journey.task(number, "appraise", "police-officer.954").id();
        var before = tables.fingerprints();

        assertThat(journey.submit("police-officer.954", task, APPROVE).status()).isEqualTo(422);
        assertThat(client.as("police-officer.954").post("/engine-rest/task/" + task + "/claim",
                Map.of("userId", "police-officer.954")).status()).isEqualTo(422);
        assertThat(tables.fingerprints()).isEqualTo(before);
        journey.submit("police-officer-2.954", task, APPROVE).expectOk();
    }

    @Test
    void aClaimedTaskIsKeptFromColleaguesUntilItIsReleased() {
        var number = journey.propose("police-officer.31813", proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người chờ hoàn thiện"))));
        var task = journey.task(number, "complete-dossier", "police-officer.31813").id();
        var path = "/engine-rest/task/" + task;
        var own = client.as("police-officer.31813");
        var colleague = client.as("police-officer-2.31813");
        own.post(path + "/claim", Map.of("userId", "police-officer.31813")).expectOk();
        var before = tables.fingerprints();

        colleague.get(path).expectOk();
        for (var call : List.of("/unclaim", "/claim", "/submit-form", "/complete")) {
            var body = call.equals("/claim") ? Map.of("userId", "police-officer-2.31813") : Map.of();
            assertThat(colleague.post(path + call, body).status()).as(call).isEqualTo(403);
        }
        assertThat(tables.fingerprints()).isEqualTo(before);

        own.post(path + "/unclaim", null).expectOk();
        colleague.post(path + "/claim", Map.of("userId", "police-officer-2.31813")).expectOk();
        colleague.post(path + "/submit-form", variables(Map.of())).expectOk();
    }

    @Test
    void onlyPoliceOfficersOpenDossiers() {
        for (var actor : ACTORS) {
            var before = tables.fingerprints();
            var body = variables(proposal("commendation-letter", "regular", List.of(individual("Người được biểu dương"))));
            for (var call : List.of("submit-form", "start")) {
                var answer = client.as(actor.account()).post(
                        "/engine-rest/process-definition/key/commendation/" + call, body);
                var may = actor.position() == POLICE_OFFICER && call.equals("submit-form");
                if (may ? !answer.ok() && answer.status() != 422 : answer.status() != 403) {
                    wrong.add(actor + " opens: " + answer);
                }
            }
            if (actor.position() != POLICE_OFFICER) {
                unchanged(before, actor, "opens a dossier");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Lets everybody try everything on the dossier's task, and then the one whose turn it is do it. */
    private void tryOut(String number, Stage stage) {
        var id = journey.task(number, stage.task(), stage.doer().account()).id();
        for (var actor : ACTORS) {
            var before = tables.fingerprints();
            for (var call : CALLS) {
                check(number, id, stage, actor, call);
            }
            var listed = journey.tasks(actor.account(), number).stream().anyMatch(task -> task.id().equals(id));
            note(listed == Right.WORKER_AND_ADMINISTRATOR.has(actor, stage), listed,
                    "%s at %s of %s: listed %s".formatted(actor, stage.task(), number, listed));
            var claim = client.as(actor.account()).post("/engine-rest/task/" + id + "/claim",
                    Map.of("userId", user(actor)));
            if (stage.worker(actor)) {
                note(claim.ok(), true, "%s at %s: %s".formatted(actor, stage.task(), claim));
                release(id, stage, actor);
            } else {
                note(isRefusal(claim), false, "%s at %s: %s".formatted(actor, stage.task(), claim));
                if (!Right.ADMINISTRATOR_UNLESS_A_VOTE.has(actor, stage)) {
                    unchanged(before, actor, stage.task());
                }
            }
            var mayRead = actor.administrator() || actor.in(COMMUNE, DISTRICT, PROVINCE)
                    && Unit.covers(actor.unit(), unitOf(number));
            var shown = client.as(actor.account()).get("/api/dossiers/" + number);
            note(mayRead ? shown.ok() : isRefusal(shown), mayRead, actor + ": " + shown);
        }
        journey.submit(stage.doer().account(), id, stage.fields()).expectOk();
    }

    private void check(String number, String id, Stage stage, Actor actor, Call call) {
        var may = call.right().has(actor, stage);
        Object body = call.body();
        if (call.right() == Right.WORKER) {
            body = variables(may ? UNKNOWN_FIELD : stage.fields());
        }
        var answer = client.as(actor.account()).send(call.method(), "/engine-rest/task/" + id + call.path(), body);
        var right = !may ? isRefusal(answer)
                : call.right() == Right.WORKER ? answer.status() == 400 || answer.status() == 422 : answer.ok();
        note(right, may, "%s at %s of %s: %s".formatted(actor, stage.task(), number, answer));
    }

    /** Whoever took a task gives it back; a vote was given to its member and stays with the member. */
    private void release(String id, Stage stage, Actor actor) {
        var answer = client.as(actor.account()).post("/engine-rest/task/" + id + "/unclaim", null);
        var vote = stage.vote();
        note(vote ? isRefusal(answer) : answer.ok(), !vote, "%s at %s: %s".formatted(actor, stage.task(), answer));
    }

    private void tryOutRegisters(String number) {
        for (var actor : ACTORS) {
            var may = actor.administrator() || actor.in(COMMUNE, DISTRICT, PROVINCE);
            for (var path : List.of("/api/awards?dossierNumber=", "/api/decisions?dossierNumber=",
                    "/api/dossiers?number=")) {
                var found = client.as(actor.account()).get(path + number).expectOk().json()
                        .at("/page/totalElements").asInt();
                note(found == (may ? 1 : 0), may, "%s: %s%s finds %d".formatted(actor, path, number, found));
            }
            var decision = client.as("admin").get("/api/decisions?dossierNumber=" + number).text("/content/0/id");
            var shown = client.as(actor.account()).get("/api/decisions/" + decision);
            note(may ? shown.ok() : isRefusal(shown), may, actor + ": " + shown);
        }
    }

    private void onlyFor(Predicate<Actor> may, String number, String action) {
        for (var actor : ACTORS) {
            if (may.negate().test(actor)) {
                var before = tables.fingerprints();
                var answer = handle(actor, number, action);
                note(isRefusal(answer), false, actor + ": " + answer);
                unchanged(before, actor, action);
            }
        }
    }

    private Answer handle(Actor actor, String number, String action) {
        return client.as(actor.account()).post("/api/dossiers/" + number + "/" + action, Map.of("reason", "Lý do mẫu"));
    }

    private static String unitOf(String number) {
        return number.contains("-31813-") ? COMMUNE : PROVINCE;
    }

    private static String user(Actor actor) {
        return actor.equals(Actor.SYSTEM) ? "service-account-phongtrao-integration" : actor.account();
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() == 403 || answer.status() == 404;
    }

    private void note(boolean right, boolean may, String coordinates) {
        if (may) {
            allowed++;
        } else {
            refused++;
        }
        if (!right) {
            wrong.add(coordinates);
        }
    }

    private void unchanged(Map<String, String> before, Actor actor, String what) {
        var after = new TreeMap<>(tables.fingerprints());
        after.entrySet().removeAll(before.entrySet());
        if (!after.isEmpty()) {
            wrong.add("%s at %s changed %s".formatted(actor, what, after.keySet()));
        }
    }
}
