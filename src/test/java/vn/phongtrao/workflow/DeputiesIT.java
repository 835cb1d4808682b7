package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.phongtrao.absence.Absence;
import vn.phongtrao.absence.Absences;
import vn.phongtrao.absence.Handovers;
import vn.phongtrao.absence.Terms;
import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.decision.Verifier;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.dossier.TaskGivenBack;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Manner;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.security.PostLeavers;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Dossiers go on while somebody is away or has left: in other hands, and never past four eyes. */
@ScenarioTest
@RecordApplicationEvents
class DeputiesIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CLERK = officer(COMMITTEE_CLERK, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);

    @Autowired
    Journey journey;
    @Autowired
    Absences absences;
    @Autowired
    Handovers handovers;
    @Autowired
    GivenBackTasks job;
    @Autowired
    TakenTasks taken;
    @Autowired
    PostHolders holders;
    @Autowired
    Units units;
    @Autowired
    DecisionRegister decisions;
    @Autowired
    Verifier verifier;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;
    @Autowired
    Clock clock;

    private final List<Absence> entered = new ArrayList<>();

    @AfterEach
    void everybodyIsBack() {
        entered.forEach(absence -> absences.end(absence.id(), absence.position().police() ? DRAFTER : CLERK));
    }

    @Test
    void whatAnAbsentOfficerHadTakenGoesBackOnceWithANoteAndTheDeputySignsForThem() throws Exception {
        var number = toSign();
        var task = journey.task(number, "sign", CHIEF).getId();
        claim(task, CHIEF);
        away(CHIEF, POLICE_CHIEF, "police-officer-2.31813", Manner.DEPUTY, "Phó Trưởng Công an");

        onFourNodes(job::handOver);
        job.handOver();

        assertThat(journey.task(number, "sign", CHIEF).getAssignee()).isNull();
        assertThat(steps(number)).filteredOn(step -> step.task().equals("give-back")).singleElement().satisfies(step -> {
            assertThat(step.post().group()).isEqualTo(COMMUNE + "/police-chief");
            assertThat(step.comment()).contains("“", "trở lại", "police-officer-2.31813", "police-chief.31813 vắng từ");
        });
        assertThat(events.stream(TaskGivenBack.class)).singleElement().satisfies(back -> {
            assertThat(back.task()).isEqualTo("sign");
            assertThat(back.user()).isEqualTo("police-chief.31813");
        });

        // the absent one may still take it, and keeps it then
        claim(task, CHIEF);
        job.handOver();
        assertThat(journey.task(number, "sign", CHIEF).getAssignee()).isEqualTo(CHIEF.id());
        journey.giveBack(task, CHIEF);

        journey.approve(number, "sign", deputy("police-officer-2.31813", POLICE_OFFICER, POLICE_CHIEF));

        assertThat(steps(number)).filteredOn(step -> step.task().equals("sign")).singleElement().satisfies(step -> {
            assertThat(step.actor()).isEqualTo("police-officer-2.31813");
            assertThat(step.onBehalfOf()).isEqualTo("police-chief.31813");
            assertThat(step.manner()).isEqualTo("deputy");
            assertThat(step.signsAs()).isEqualTo("Phó Trưởng Công an");
        });
    }

    @Test
    void whatSomebodyTookUnderTheirOwnPostIsForNobody() {
        away(CHIEF, POLICE_CHIEF, "police-officer-2.31813", Manner.DEPUTY, "Phó Trưởng Công an");
        var number = toSign();
        assertThat(steps(number)).extracting(Step::onBehalfOf).containsOnlyNulls();
        journey.approve(number, "sign", CHIEF);
        assertThat(steps(number)).extracting(Step::onBehalfOf).containsOnlyNulls();
    }

    @Test
    void aDecisionTakenForTheHeadSaysSoInTheBookAndWhereItIsVerified() {
        var number = toDecide(CLERK);
        away(CHAIR, COMMITTEE_CHAIR, "committee-clerk-2.31813", Manner.BY_AUTHORISATION, "Chánh Văn phòng");
        journey.approve(number, "decide", deputy("committee-clerk-2.31813", COMMITTEE_CLERK, COMMITTEE_CHAIR));

        assertThat(decisions.list(new DecisionRegister.Filter(null, null, null, number, null), CHIEF, Pageable.ofSize(5)))
                .singleElement().satisfies(decision -> {
                    assertThat(decision.signer()).isEqualTo("committee-clerk-2.31813");
                    assertThat(decision.signedBy()).isEqualTo("committee-clerk-2.31813 (TUQ. committee-chair.31813)");
                    assertThat(decision.position()).isEqualTo(COMMITTEE_CHAIR);
                });
        var code = jdbc.sql("select code from decision where dossier_number = ?").param(number).query(String.class).single();
        assertThat(verifier.check(code).signedAs()).isEqualTo("TUQ. CHỦ TỊCH – CHÁNH VĂN PHÒNG");
    }

    @Test
    void whoDraftedSignsForNobody() {
        var number = toSign();
        away(CHIEF, POLICE_CHIEF, DRAFTER.id(), Manner.DEPUTY, "Phó Trưởng Công an", officer(POLICE_OFFICER, COMMUNE, 3));
        var task = journey.task(number, "sign", CHIEF).getId();
        var deputy = deputy(DRAFTER.id(), POLICE_OFFICER, POLICE_CHIEF);

        assertRuleBroken(() -> journey.approve(number, "sign", deputy));
        assertRuleBroken(() -> claim(task, deputy));
        entered.forEach(absence -> absences.end(absence.id(), DRAFTER));
        entered.clear();
    }

    @Test
    void whoAppraisedDecidesForNobody() {
        var number = toDecide(officer(COMMITTEE_CLERK, COMMUNE, 2));
        away(CHAIR, COMMITTEE_CHAIR, "committee-clerk-2.31813", Manner.BY_ORDER, "Chánh Văn phòng");
        var deputy = deputy("committee-clerk-2.31813", COMMITTEE_CLERK, COMMITTEE_CHAIR);

        assertRuleBroken(() -> journey.approve(number, "decide", deputy));
        assertRuleBroken(() -> claim(journey.task(number, "decide", CHAIR).getId(), deputy));
        // the head's own judgement of what an officer below appraised is none of an officer's own act
        assertThatNoException().isThrownBy(() -> journey.approve(number, "decide", CHAIR));
    }

    @Test
    void nobodySignsForWhoDraftedIt() {
        var number = journey.propose(officer(POLICE_OFFICER, COMMUNE, 3), proposal("commune-certificate", "ad-hoc",
                List.of(individual("Nguyễn Văn Mẫu"))));
        journey.complete(number, "complete-dossier", officer(POLICE_OFFICER, COMMUNE, 3), Map.of());
        jdbc.sql("update dossier set opened_by = ? where number = ?").params(CHIEF.id(), number).update();
        away(CHIEF, POLICE_CHIEF, "police-officer-2.31813", Manner.DEPUTY, "Phó Trưởng Công an");

        assertRuleBroken(() -> journey.approve(number, "sign",
                deputy("police-officer-2.31813", POLICE_OFFICER, POLICE_CHIEF)));
    }

    @Test
    void whoSignsAgainAfterAReturnStillSignsForTheSame() {
        var number = toSign();
        away(CHIEF, POLICE_CHIEF, "police-officer-2.31813", Manner.DEPUTY, "Phó Trưởng Công an");
        var deputy = deputy("police-officer-2.31813", POLICE_OFFICER, POLICE_CHIEF);
        journey.refuse(number, "sign", deputy, "return");
        journey.complete(number, "supplement", DRAFTER, Map.of());

        assertThatNoException().isThrownBy(() -> journey.approve(number, "sign", deputy));
    }

    @Test
    void aVoteIsItsMembersAndIsNeverHandedOver() {
        var number = toCouncil();
        var member = officer(COUNCIL_MEMBER, COMMUNE);
        assertThat(journey.task(number, "council-vote", member)).isNotNull();
        assertRuleBroken(() -> absences.enter(new Post(UnitPath.of(COMMUNE), COUNCIL_MEMBER), member.id(),
                terms("council-member-2.31813", Manner.SAME_POSITION, null), CLERK));

        assertThat(taken.all()).noneMatch(task -> task.number().value().equals(number));
        job((user, posts) -> true).takeFromLeavers();
        assertThat(journey.task(number, "council-vote", member)).isNotNull();
    }

    @Test
    void whatADeputyHadTakenGoesBackWhenTheDeputyIsOneNoMore() {
        var number = toSign();
        away(CHIEF, POLICE_CHIEF, "police-officer-2.31813", Manner.DEPUTY, "Phó Trưởng Công an");
        var deputy = deputy("police-officer-2.31813", POLICE_OFFICER, POLICE_CHIEF);
        claim(journey.task(number, "sign", CHIEF).getId(), deputy);

        job((user, posts) -> true).takeFromLeavers();
        assertThat(journey.task(number, "sign", CHIEF).getAssignee()).isEqualTo(deputy.id());

        everybodyIsBack();
        entered.clear();
        job((user, posts) -> true).takeFromLeavers();
        assertThat(journey.task(number, "sign", CHIEF).getAssignee()).isNull();
        assertThat(steps(number)).filteredOn(step -> step.task().equals("give-back")).singleElement()
                .satisfies(step -> assertThat(step.comment()).contains("police-officer-2.31813 không còn giữ"));
    }

    @Test
    void whatSomebodyHeldWhoLeftGoesBackUnlessKeycloakIsSilent() {
        var number = toSign();
        var gone = Officer.of("police-chief-9.31813", List.of(COMMUNE + "/police-chief"));
        claim(journey.task(number, "sign", CHIEF).getId(), gone);

        job((user, posts) -> {
            throw Refusal.unavailable("Keycloak không trả lời");
        }).takeFromLeavers();
        job((user, posts) -> false).takeFromLeavers();
        assertThat(journey.task(number, "sign", CHIEF).getAssignee()).isEqualTo(gone.id());

        job((user, posts) -> user.equals(gone.id())).takeFromLeavers();
        job((user, posts) -> user.equals(gone.id())).takeFromLeavers();
        assertThat(journey.task(number, "sign", CHIEF).getAssignee()).isNull();
        assertThat(events.stream(TaskGivenBack.class)).hasSize(1);
    }

    @Test
    void nobodySignsForAHeadWhoLeft() {
        var head = Officer.of("police-chief-3.31813", List.of(COMMUNE + "/police-chief"));
        away(head, POLICE_CHIEF, "police-officer-2.31813", Manner.DEPUTY, "Phó Trưởng Công an");
        PostHolders without = post -> holders.of(post).stream().filter(user -> !user.equals(head.id())).toList();
        var absence = entered.remove(0);

        new GivenBackTasks(taken, handovers, without, (user, posts) -> false, units, clock).takeFromLeavers();
        assertThat(handovers.posts("police-officer-2.31813")).hasSize(1);
        new GivenBackTasks(taken, handovers, without, (user, posts) -> user.equals(head.id()), units, clock)
                .takeFromLeavers();
        assertThat(handovers.posts("police-officer-2.31813")).isEmpty();
        assertThat(absences.history(absence.id(), CHIEF).get(0).enteredBy()).isEqualTo("hệ thống");
    }

    private GivenBackTasks job(PostLeavers leavers) {
        return new GivenBackTasks(taken, handovers, holders, leavers, units, clock);
    }

    private void away(Officer absent, Position position, String deputy, Manner manner, String title) {
        away(absent, position, deputy, manner, title, position.police() ? DRAFTER : CLERK);
    }

    private void away(Officer absent, Position position, String deputy, Manner manner, String title, Officer by) {
        entered.add(absences.enter(new Post(UnitPath.of(COMMUNE), position), absent.id(), terms(deputy, manner, title), by));
    }

    private Terms terms(String deputy, Manner manner, String title) {
        var today = LocalDate.now(clock);
        var authorised = manner == Manner.BY_AUTHORISATION;
        return new Terms(today, today.plusDays(3), deputy, manner, title, authorised ? "05/GUQ-UBND" : null,
                authorised ? today : null);
    }

    private static Officer deputy(String id, Position own, Position other) {
        return Officer.of(id, List.of(COMMUNE + "/" + own.id(), COMMUNE + "/" + other.id()));
    }

    private String toSign() {
        return propose("ad-hoc");
    }

    private String toCouncil() {
        var number = propose("regular");
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
        return number;
    }

    private String toDecide(Officer appraiser) {
        var number = propose("ad-hoc");
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", appraiser);
        return number;
    }

    private String propose(String type) {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", type, List.of(individual("Nguyễn Văn Mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        return number;
    }

    @SuppressWarnings("unchecked")
    private List<Step> steps(String number) {
        return (List<Step>) journey.show(number).get("steps");
    }

    private void claim(String task, Officer officer) {
        engine.getIdentityService().setAuthentication(officer.id(), officer.posts().stream().map(Post::group)
                .collect(Collectors.toList()));
        try {
            engine.getTaskService().claim(task, officer.id());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static void onFourNodes(Runnable work) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(4);
        try {
            pool.invokeAll(List.<Callable<Object>>of(Executors.callable(work), Executors.callable(work),
                    Executors.callable(work), Executors.callable(work)));
        } finally {
            pool.shutdown();
        }
    }

    private static void assertRuleBroken(ThrowingCallable act) {
        assertThat(catchThrowableOfType(Refusal.class, act).kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
    }
}
