package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.DISTRICT;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;
import static vn.phongtrao.http.HttpJourney.variables;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.Sweep;
import vn.phongtrao.http.Walks.Step;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.KeycloakAdministration;
import vn.phongtrao.unit.UnitPath;

/**
 * Who may do what with a dossier and its tasks: every position of the units around it, the administrator, a system
 * and a person without a post, at every kind of task. What is expected stands in {@link Call} and in the {@link Walks}.
 */
@HttpTest
class AccessMatrixIT {

    private static final List<Actor> ACTORS = Actor.all();
    private static final String WHOLE = "commendation";
    private static final Map<String, Object> APPROVE = Map.of("outcome", "approve");
    private static final Map<String, Object> UNKNOWN_FIELD = Map.of("no-such-field", "x");

    /** Whose task it is, against those who only look on. */
    private enum Right {
        WORKER, WORKER_AND_ADMINISTRATOR, ADMINISTRATOR_UNLESS_A_VOTE, NOBODY;

        boolean has(Actor actor, Step step) {
            return switch (this) {
                case WORKER -> step.isFor(actor);
                case WORKER_AND_ADMINISTRATOR -> step.isFor(actor) || actor.administrator();
                case ADMINISTRATOR_UNLESS_A_VOTE -> actor.administrator() && !step.personal();
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
    private static final List<Call> CHANGING = CALLS.stream().filter(call -> call.right() == Right.WORKER
            || call.path().equals("/form-variables")).toList();

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private final List<String> wrong = new ArrayList<>();
    private int allowed;
    private int refused;

    /**
     * Each task of each position is tried out once, in a full sweep in each unit. One whole process is tried with every
     * actor and every call. The others pass the same gate, so there it is the calls that show and change the task, by
     * all in its unit, by all in its position elsewhere, and by those without a post.
     */
    @ParameterizedTest
    @MethodSource("processes")
    void everyTaskIsItsWorkersAloneAndOnlyAdministratorsLookOn(Walks walks) {
        Set<String> tried = new HashSet<>();
        var whole = walks.process().equals(WHOLE);
        for (var walk : walks.walks()) {
            var number = journey.start(walks.process(), walk);
            var unit = journey.show(number).get("unitPath").asText();
            for (var step : walk.steps()) {
                if (tried.add(whole && Sweep.FULL ? step.task() + " of " + step.actor() + " for " + unit
                        : step.task() + " of " + step.actor().position())) {
                    tryOut(number, unit, step, walk.starter(), whole ? ACTORS : near(step),
                            whole ? CALLS : CHANGING);
                }
                journey.take(number, step);
            }
        }
        System.out.printf("%s: %d calls allowed, %d refused%n", walks.process(), allowed, refused);
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan((whole ? 250 : 25) * tried.size());
    }

    private static List<Actor> near(Step step) {
        return ACTORS.stream().filter(actor -> actor.unit() == null || actor.in(step.actor().unit())
                || actor.position() == step.actor().position()).toList();
    }

    static Stream<Named<Walks>> processes() {
        return Walks.ALL.stream().map(walks -> Named.of(walks.process(), walks));
    }

    @Test
    void registersShowWhatLiesInTheOwnUnitAndBelow() {
        var number = journey.walk("commendation", new CommendationWalks().walks().get(0));

        tryOutRegisters(number);
        assertThat(wrong).isEmpty();
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
        journey.bringPapers(number, "police-officer.31813");
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

    /** Who is away holds the post as before, so that nothing waits for somebody who has come back. */
    @Test
    void deputiesAreWorkersFromTheFirstDayToTheLastWhereTheyServeBesideWhoIsAway() {
        var keycloak = new KeycloakAdministration(DemoProvince.BAC_LIEU_2024);
        var today = LocalDate.now(clock);
        var accounts = new ArrayList<String>();
        for (var account : List.of("deputy-yesterday", "deputy-tomorrow", "deputy-moved", "deputy-elsewhere", "deputy-today")) {
            var unit = account.endsWith("moved") || account.endsWith("elsewhere") ? SIBLING_COMMUNE : COMMUNE;
            accounts.add(keycloak.create(account, "/" + unit + "/police-officer"));
        }
        try {
            stand("deputy-yesterday", COMMUNE, today.minusDays(3), today.minusDays(1));
            stand("deputy-tomorrow", COMMUNE, today.plusDays(1), today.plusDays(3));
            stand("deputy-moved", COMMUNE, today, today);
            stand("deputy-elsewhere", SIBLING_COMMUNE, today, today);
            var entered = client.as("police-officer.31813").post("/api/absences", Map.of("unitPath", COMMUNE,
                    "position", "police-chief", "absent", "police-chief.31813", "from", today.toString(), "to",
                    today.toString(), "manner", "deputy", "deputy", "deputy-today", "title", "Phó Trưởng Công an"));
            assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
            // the job that hands tasks over has nothing to do meanwhile
            jdbc.sql("update absence set handed_over_at = now()").update();

            var walk = new CommendationWalks().walks().stream().filter(one -> one.starter().in(COMMUNE)).findFirst()
                    .orElseThrow();
            var number = journey.start("commendation", walk);
            for (var step : walk.steps().subList(0, walk.stepsTo("sign"))) {
                journey.take(number, step);
            }
            var sign = walk.steps().get(walk.stepsTo("sign"));
            assertThat(sign.actor()).isEqualTo(Actor.of(POLICE_CHIEF, COMMUNE));
            var deputy = new Actor("deputy-today", COMMUNE, POLICE_CHIEF);
            tryOut(number, COMMUNE, sign, walk.starter(), List.of(deputy, Actor.of(POLICE_CHIEF, COMMUNE),
                    new Actor("deputy-yesterday", COMMUNE, POLICE_OFFICER),
                    new Actor("deputy-tomorrow", COMMUNE, POLICE_OFFICER),
                    new Actor("deputy-moved", SIBLING_COMMUNE, POLICE_OFFICER),
                    new Actor("deputy-elsewhere", SIBLING_COMMUNE, POLICE_CHIEF)), CALLS);
            assertThat(wrong).isEmpty();
            assertThat(allowed).isGreaterThan(20);

            journey.take(number, new Step("sign", deputy, sign.fields()));
            var step = journey.show(number).at("/steps/1");
            assertThat(step.get("actor").asText()).isEqualTo("deputy-today");
            assertThat(step.get("onBehalfOf").asText()).isEqualTo("police-chief.31813");
            assertThat(step.get("manner").asText()).isEqualTo("deputy");
            assertThat(step.get("signsAs").asText()).isEqualTo("Phó Trưởng Công an");

            assertThat(client.as("police-officer.31813").send("DELETE", "/api/absences/" + entered.text("/id"), null).ok())
                    .isTrue();
        } finally {
            jdbc.sql("update absence set ended_at = now() where ended_at is null").update();
            accounts.forEach(keycloak::delete);
        }
    }

    private void stand(String deputy, String unit, LocalDate from, LocalDate to) {
        jdbc.sql("""
                        insert into absence (unit_path, position, absent, deputy, from_day, to_day, manner, title, entered_by,
                                             entered_at, handed_over_at)
                        values (?, 'police-chief', ?, ?, ?, ?, 'deputy', 'Phó Trưởng Công an', 'x', now(), now())""")
                .params(unit, "chief-whom-%s-stands-for".formatted(deputy), deputy, from, to).update();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void onlyPoliceOfficersOpenDossiers(Walks walks) {
        var opener = walks.walks().get(0).start();
        var body = variables(opener.apply(journey));
        for (var actor : ACTORS) {
            var before = tables.fingerprints();
            for (var call : List.of("submit-form", "start")) {
                var answer = client.as(actor.account()).post(
                        "/engine-rest/process-definition/key/%s/%s".formatted(walks.process(), call), body);
                var may = actor.position() == POLICE_OFFICER && call.equals("submit-form");
                // what it names, such as a hamlet, may not be of the unit of another
                if (may ? !answer.ok() && !List.of(400, 422).contains(answer.status()) : answer.status() != 403) {
                    wrong.add(actor + " opens: " + answer);
                }
            }
            if (actor.position() == POLICE_OFFICER) {
                body = variables(opener.apply(journey));
            } else {
                unchanged(before, actor, "opens a dossier");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Lets everybody try everything on the dossier's task; who drafted the dossier does not judge it. */
    private void tryOut(String number, String unit, Step step, Actor drafter, List<Actor> actors, List<Call> calls) {
        var id = journey.task(number, step.task(), step.actor().account()).id();
        var dossier = journey.show(number);
        var fields = step.fields().apply(dossier);
        var judges = fields.containsKey("outcome") && !dossier.get("status").asText().equals("forwarded");
        var before = tables.fingerprints();
        actors.parallelStream().filter(actor -> mayNothing(actor, step)).forEach(actor -> {
            look(number, unit, id, step, fields, actor, calls);
            var claim = claim(id, actor);
            note(isRefusal(claim), false, "%s at %s: %s".formatted(actor, step.task(), claim));
        });
        unchanged(before, "those who may nothing", step.task());
        for (var actor : actors) {
            if (mayNothing(actor, step)) {
                continue;
            }
            before = tables.fingerprints();
            look(number, unit, id, step, fields, actor, calls);
            var claim = claim(id, actor);
            if (step.isFor(actor) && judges && actor.equals(drafter)) {
                note(claim.status() == 422, false, "%s at %s: %s".formatted(actor, step.task(), claim));
                unchanged(before, actor, step.task());
            } else if (step.isFor(actor)) {
                note(claim.ok(), true, "%s at %s: %s".formatted(actor, step.task(), claim));
                release(id, step, actor);
            } else {
                note(isRefusal(claim), false, "%s at %s: %s".formatted(actor, step.task(), claim));
            }
        }
    }

    private static boolean mayNothing(Actor actor, Step step) {
        return !step.isFor(actor) && !Right.ADMINISTRATOR_UNLESS_A_VOTE.has(actor, step);
    }

    private void look(String number, String unit, String id, Step step, Map<String, Object> fields, Actor actor,
                      List<Call> calls) {
        for (var call : calls) {
            check(number, id, step, fields, actor, call);
        }
        var listed = journey.tasks(actor.account(), number).stream().anyMatch(task -> task.id().equals(id));
        note(listed == Right.WORKER_AND_ADMINISTRATOR.has(actor, step), listed,
                "%s at %s of %s: listed %s".formatted(actor, step.task(), number, listed));
        var mayRead = actor.administrator() || actor.unit() != null && UnitPath.of(actor.unit())
                .covers(UnitPath.of(unit));
        var shown = client.as(actor.account()).get("/api/dossiers/" + number);
        note(mayRead ? shown.ok() : isRefusal(shown), mayRead, actor + ": " + shown);
    }

    private Answer claim(String id, Actor actor) {
        return client.as(actor.account()).post("/engine-rest/task/" + id + "/claim", Map.of("userId", user(actor)));
    }

    private void check(String number, String id, Step step, Map<String, Object> fields, Actor actor, Call call) {
        var may = call.right().has(actor, step);
        Object body = call.body();
        if (call.right() == Right.WORKER) {
            body = variables(may ? UNKNOWN_FIELD : fields);
        }
        var answer = client.as(actor.account()).send(call.method(), "/engine-rest/task/" + id + call.path(), body);
        var right = !may ? isRefusal(answer)
                : call.right() == Right.WORKER ? answer.status() == 400 || answer.status() == 422 : answer.ok();
        note(right, may, "%s at %s of %s: %s".formatted(actor, step.task(), number, answer));
    }

    /** Whoever took a task gives it back; a vote was given to its member and stays with the member. */
    private void release(String id, Step step, Actor actor) {
        var answer = client.as(actor.account()).post("/engine-rest/task/" + id + "/unclaim", null);
        var vote = step.personal();
        note(vote ? isRefusal(answer) : answer.ok(), !vote, "%s at %s: %s".formatted(actor, step.task(), answer));
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
            var taken = client.as(actor.account()).get("/api/awards?format=csv&purpose=x&dossierNumber=" + number)
                    .expectOk().body().lines().count();
            note(taken == (may ? 2 : 1), may, "%s: takes %d lines away".formatted(actor, taken));
            var decision = client.as("admin").get("/api/decisions?dossierNumber=" + number).text("/content/0/id");
            var paths = new ArrayList<>(List.of("/api/decisions/" + decision, "/api/decisions/" + decision
                    + "/document", "/api/decisions/" + decision + "/certificates", "/api/decisions/" + decision
                    + "/papers", "/api/dossiers/" + number + "/papers"));
            journey.papers(number).forEach(paper -> paths.add("/api/dossiers/" + number + "/papers/" + paper));
            for (var path : paths) {
                var shown = client.as(actor.account()).get(path);
                note(may ? shown.ok() : isRefusal(shown), may, actor + ": " + shown);
            }
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

    private static String user(Actor actor) {
        return actor.equals(Actor.SYSTEM) ? "service-account-phongtrao-integration" : actor.account();
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() == 403 || answer.status() == 404;
    }

    /** Called by several threads. */
    private synchronized void note(boolean right, boolean may, String coordinates) {
        if (may) {
            allowed++;
        } else {
            refused++;
        }
        if (!right) {
            wrong.add(coordinates);
        }
    }

    private void unchanged(Map<String, String> before, Object who, String what) {
        var after = new TreeMap<>(tables.fingerprints());
        after.entrySet().removeAll(before.entrySet());
        if (!after.isEmpty()) {
            wrong.add("%s at %s changed %s".formatted(who, what, after.keySet()));
        }
    }
}
