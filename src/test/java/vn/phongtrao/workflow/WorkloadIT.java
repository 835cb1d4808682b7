package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.phongtrao.absence.Absences;
import vn.phongtrao.absence.Terms;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.dossier.TaskGivenBack;
import vn.phongtrao.dossier.TaskHandedOver;
import vn.phongtrao.security.Manner;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.workload.Workload;

/** Heads see who has what, and give tasks to others: in their own unit, and never past four eyes. */
@ScenarioTest
@RecordApplicationEvents
class WorkloadIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer COLLEAGUE = officer(POLICE_OFFICER, COMMUNE, 2);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CLERK = officer(COMMITTEE_CLERK, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final String REASON = "Lý do mẫu";

    @Autowired
    Journey journey;
    @Autowired
    Workload workload;
    @Autowired
    HandingOver handingOver;
    @Autowired
    Absences absences;
    @Autowired
    Dossiers dossiers;
    @Autowired
    Handling handling;
    @Autowired
    ApplicationEvents events;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @Test
    void theHeadGivesATaskToAColleagueWhoThenHasItAloneAndTheDossierSaysSo() {
        var number = propose(DRAFTER);
        var task = journey.task(number, "complete-dossier", DRAFTER).getId();
        events.clear();

        assertThat(handOver(task, COLLEAGUE.id(), CHIEF)).isEqualTo(204);

        assertThat(held(number, CHIEF)).singleElement().satisfies(held -> assertThat(held.holder()).isEqualTo(COLLEAGUE.id()));
        assertThat(events.stream(TaskHandedOver.class)).singleElement().satisfies(told -> {
            assertThat(told.user()).isEqualTo(COLLEAGUE.id());
            assertThat(told.from()).isNull();
            assertThat(told.task()).isEqualTo("complete-dossier");
        });
        assertThat(steps(number)).filteredOn(step -> step.task().equals("hand-over")).singleElement().satisfies(step -> {
            assertThat(step.actor()).isEqualTo(CHIEF.id());
            assertThat(step.post().group()).isEqualTo(COMMUNE + "/police-chief");
            assertThat(step.comment()).contains("“", "giao cho " + COLLEAGUE.id(), REASON);
        });
        assertThat(handOver(task, COLLEAGUE.id(), CHIEF)).isEqualTo(422);
        journey.complete(number, "complete-dossier", COLLEAGUE, Map.of());
    }

    @Test
    void theHeadGivesATakenTaskBackToItsPost() {
        var number = propose(DRAFTER);
        var task = journey.task(number, "complete-dossier", DRAFTER).getId();
        assertThat(handOver(task, null, CHIEF)).isEqualTo(422);
        handOver(task, COLLEAGUE.id(), CHIEF);
        events.clear();

        assertThat(handOver(task, null, CHIEF)).isEqualTo(204);

        assertThat(held(number, CHIEF)).singleElement().satisfies(held -> assertThat(held.holder()).isNull());
        assertThat(events.stream(TaskGivenBack.class)).singleElement().satisfies(told ->
                assertThat(told.user()).isEqualTo(COLLEAGUE.id()));
    }

    @Test
    void onlyTheHeadOfTheSameBodyOfTheSameUnitMay() {
        var number = propose(DRAFTER);
        var task = journey.task(number, "complete-dossier", DRAFTER).getId();
        for (var other : List.of(DRAFTER, COLLEAGUE, CLERK, CHAIR, officer(COUNCIL_MEMBER, COMMUNE),
                officer(POLICE_CHIEF, "95/954"), officer(POLICE_CHIEF, "95"), officer(POLICE_CHIEF, "95/956/31843"),
                Officer.of("admin", List.of(Officer.ADMINISTRATORS)))) {
            assertThat(handOver(task, COLLEAGUE.id(), other)).as(other.id()).isEqualTo(403);
        }
        for (var foreign : List.of(CLERK.id(), CHIEF.id(), "police-officer.31843", "nobody")) {
            assertThat(handOver(task, foreign, CHIEF)).as(foreign).isEqualTo(422);
        }
        assertThat(handOver("no-such-task", COLLEAGUE.id(), CHIEF)).isEqualTo(404);
        assertThat(steps(number)).isEmpty();
    }

    @Test
    void whoIsAbsentIsGivenNothing() {
        var number = propose(DRAFTER);
        var task = journey.task(number, "complete-dossier", DRAFTER).getId();
        var today = LocalDate.now(clock);
        var absence = absences.enter(new Post(UnitPath.of(COMMUNE), POLICE_OFFICER), COLLEAGUE.id(),
                new Terms(today, today.plusDays(9), DRAFTER.id(), Manner.SAME_POSITION, null, null, null), COLLEAGUE);

        assertThat(handingOver.handOver(List.of(task), COLLEAGUE.id(), REASON, CHIEF)).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(422);
            assertThat(result.message()).contains("vắng mặt đến hết ngày " + Wording.day(today.plusDays(9)));
        });
        assertThat(held(number, CHIEF)).singleElement().satisfies(held -> assertThat(held.holder()).isNull());
        absences.end(absence.id(), COLLEAGUE);
        assertThat(handOver(task, COLLEAGUE.id(), CHIEF)).isEqualTo(204);
    }

    @Test
    void whoDraftedIsNotGivenTheAppraisal() {
        var unit = "95/954";
        var drafter = officer(POLICE_OFFICER, unit);
        var number = journey.propose(drafter, proposal("province-merit", "regular", List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", drafter, Map.of());
        var chief = officer(POLICE_CHIEF, unit);
        var task = journey.task(number, "appraise", officer(POLICE_OFFICER, unit, 2)).getId();

        assertThat(handOver(task, drafter.id(), chief)).isEqualTo(422);
        assertThat(held(number, chief)).singleElement().satisfies(held -> assertThat(held.holder()).isNull());
        assertThat(steps(number)).noneMatch(step -> step.task().equals("hand-over"));
        assertThat(handOver(task, officer(POLICE_OFFICER, unit, 2).id(), chief)).isEqualTo(204);
    }

    @Test
    void whatSomebodyFinishedMeanwhileIsToldAndTheOthersAreHandedOver() {
        var done = propose(DRAFTER);
        var open = propose(DRAFTER);
        var tasks = Stream.of(done, open).map(number -> journey.task(number, "complete-dossier", DRAFTER).getId()).toList();
        journey.complete(done, "complete-dossier", DRAFTER, Map.of());

        assertThat(handingOver.handOver(tasks, COLLEAGUE.id(), REASON, CHIEF)).extracting(HandingOver.Result::status)
                .containsExactly(404, 204);
        var suspended = propose(DRAFTER);
        var task = journey.task(suspended, "complete-dossier", DRAFTER).getId();
        handling.suspend(DossierNumber.of(suspended), REASON, CHIEF);
        assertThat(handOver(task, COLLEAGUE.id(), CHIEF)).isEqualTo(422);
    }

    @Test
    void ofTwoAtOnceOneFinishesAndTheOtherIsToldThatItIsGone() throws Exception {
        var number = propose(DRAFTER);
        var task = journey.task(number, "complete-dossier", DRAFTER).getId();
        var pool = Executors.newFixedThreadPool(2);
        try {
            var complete = pool.submit(() -> {
                try {
                    journey.complete(number, "complete-dossier", DRAFTER, Map.of());
                    return true;
                } catch (RuntimeException refused) {
                    return false;
                }
            });
            var given = pool.submit(() -> handOver(task, COLLEAGUE.id(), CHIEF));

            assertThat(List.of(complete.get(), given.get())).isIn(List.of(true, 404), List.of(true, 409), List.of(false, 204));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aVoteIsNotHandedOver() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular", List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
        var votes = held(number, CHAIR);

        assertThat(votes).hasSize(3).allSatisfy(vote -> {
            assertThat(vote.position()).isEqualTo(COUNCIL_MEMBER);
            assertThat(handOver(vote.id(), officer(COUNCIL_MEMBER, COMMUNE).id(), CHAIR)).isEqualTo(403);
        });
    }

    @Test
    void pagesTurnOverEachTaskOnceInTheirOrder() {
        aVoteIsNotHandedOver();
        var endless = journey.task(propose(DRAFTER), "complete-dossier", DRAFTER).getId();
        jdbc.sql("update act_ru_task set due_date_ = null where id_ = ?").param(endless).update();
        propose(officer(POLICE_OFFICER, "95/954/31816"));
        var head = officer(POLICE_CHIEF, "95/954");
        var all = workload.list(filter(null, null), head, PageRequest.ofSize(10_000)).getContent();
        assertThat(all).anyMatch(held -> held.position() == COUNCIL_MEMBER).anyMatch(held -> held.dueOn() == null)
                .extracting(HeldTasks.Held::unitPath).contains(UnitPath.of(COMMUNE), UnitPath.of("95/954/31816"));

        var nearest = Comparator.comparing(HeldTasks.Held::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));
        assertThat(turned(Sort.by("dueOn"), filter(null, null), head)).hasSameElementsAs(all).hasSameSizeAs(all).isSortedAccordingTo(nearest);
        assertThat(turned(Sort.by("dueOn").descending(), filter(null, null), head)).hasSameElementsAs(all).hasSameSizeAs(all)
                .isSortedAccordingTo(nearest.reversed());
        assertThat(turned(Sort.by("since"), filter(null, null), head)).hasSameElementsAs(all).hasSameSizeAs(all)
                .isSortedAccordingTo(Comparator.comparing(HeldTasks.Held::since));
        assertThat(turned(Sort.by("dueOn"), filter(true, null), head)).hasSameElementsAs(all.stream().filter(held -> held.holder() != null).toList());
        assertThat(turned(Sort.by("dueOn"), filter(false, null), head)).hasSameElementsAs(all.stream().filter(held -> held.holder() == null).toList());
        assertThat(turned(Sort.by("dueOn"), filter(null, true), head)).hasSameElementsAs(all.stream().filter(HeldTasks.Held::late).toList());
    }

    private static HeldTasks.Filter filter(Boolean taken, Boolean late) {
        return new HeldTasks.Filter(null, null, null, taken, late, null);
    }

    private List<HeldTasks.Held> turned(Sort sort, HeldTasks.Filter filter, Officer head) {
        var pages = workload.list(filter, head, PageRequest.of(0, 7, sort)).getTotalPages();
        return IntStream.range(0, pages).mapToObj(page -> workload.list(filter, head, PageRequest.of(page, 7, sort)).getContent()).flatMap(List::stream).toList();
    }

    @Test
    void headsSeeTheirUnitAndBelowClerksTheirUnitAndOthersNothing() {
        var number = propose(DRAFTER);
        for (var may : List.of(CHIEF, CHAIR, CLERK, officer(POLICE_CHIEF, "95/954"), officer(COMMITTEE_CHAIR, "95"))) {
            assertThat(held(number, may)).as(may.id()).hasSize(1);
            assertThat(Workload.sees(UnitPath.of(COMMUNE), may)).as(may.id()).isTrue();
        }
        for (var other : List.of(DRAFTER, officer(POLICE_OFFICER, "95"), officer(COMMITTEE_CLERK, "95"),
                officer(COUNCIL_MEMBER, COMMUNE), officer(POLICE_CHIEF, "95/956"))) {
            assertThat(held(number, other)).as(other.id()).isEmpty();
            assertThat(Workload.sees(UnitPath.of(COMMUNE), other)).as(other.id()).isFalse();
        }
    }

    @Test
    void sumsCountByUnitPostAndPersonAndWhatIsLate() {
        var before = workload.sums(UnitPath.of(COMMUNE), CHIEF);
        var number = propose(DRAFTER);
        var task = journey.task(number, "complete-dossier", DRAFTER).getId();
        handOver(task, COLLEAGUE.id(), CHIEF);
        jdbc.sql("update act_ru_task set due_date_ = due_date_ - interval '100 days' where id_ = ?").param(task).update();

        var after = workload.sums(UnitPath.of(COMMUNE), CHIEF);
        assertThat(after.open()).isEqualTo(before.open() + 1);
        assertThat(after.late()).isEqualTo(before.late() + 1);
        assertThat(after.people()).filteredOn(sum -> COLLEAGUE.id().equals(sum.holder())).isNotEmpty();
        assertThat(after.posts().stream().mapToLong(Workload.Sum::open).sum()).isEqualTo(after.open());
        assertThat(workload.sums(UnitPath.of("95"), officer(POLICE_CHIEF, "95")).units())
                .extracting(sum -> sum.unitPath().value()).contains(COMMUNE);
        assertThat(held(number, CHIEF)).singleElement().matches(held -> held.late());
    }

    @Test
    void unitsAreCountedAlikeFromAboveAndFromWithin() {
        var late = propose(DRAFTER);
        var suspended = propose(DRAFTER);
        handling.suspend(DossierNumber.of(suspended), REASON, CHIEF);
        for (var number : List.of(late, suspended)) {
            jdbc.sql("update act_ru_task set due_date_ = due_date_ - interval '100 days' where proc_inst_id_ in (%s)".formatted(
                    "select id_ from act_ru_execution where business_key_ = ?")).param(number).update();
        }

        var province = officer(POLICE_CHIEF, "95");
        assertThat(workload.sums(UnitPath.of("95"), province).units()).filteredOn(unit -> unit.unitPath().equals(UnitPath.of(COMMUNE)))
                .containsExactlyElementsOf(workload.sums(UnitPath.of(COMMUNE), province).units())
                .singleElement().matches(unit -> unit.late() > 0 && unit.late() < unit.open());
        for (var unit : workload.sums(UnitPath.of("95"), province).units()) {
            assertThat(workload.sums(unit.unitPath(), province).units()).contains(unit);
        }
    }

    @Test
    void whatAPersonHasAndWhatNobodyHasTakenIsCountedAsItIsListed() {
        aVoteIsNotHandedOver();
        handOver(journey.task(propose(DRAFTER), "complete-dossier", DRAFTER).getId(), COLLEAGUE.id(), CHIEF);
        propose(DRAFTER);
        jdbc.sql("update act_ru_task set due_date_ = due_date_ - interval '100 days' where assignee_ = ?").param(COLLEAGUE.id()).update();

        assertThat(workload.sums(UnitPath.of(COMMUNE), CHIEF).people()).anyMatch(sum -> COLLEAGUE.id().equals(sum.holder()) && sum.late() > 0)
                .anyMatch(sum -> sum.position() == POLICE_OFFICER && sum.holder() == null).anyMatch(sum -> sum.position() == COUNCIL_MEMBER)
                .allSatisfy(sum -> {
                    var listed = workload.list(new HeldTasks.Filter(UnitPath.of(COMMUNE), sum.position(), sum.holder(), sum.holder() != null, null, null),
                            CHIEF, PageRequest.ofSize(10_000)).getContent();
                    assertThat(listed).hasSize((int) sum.open());
                    assertThat(listed.stream().filter(HeldTasks.Held::late)).hasSize((int) sum.late());
                    assertThat(listed.stream().map(HeldTasks.Held::since).min(Comparator.naturalOrder())).contains(sum.oldest());
                });
    }

    @Test
    void timesAreThoseOfFinishedTasksAgainstTheDaysOfTheTable() {
        var number = propose(DRAFTER);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        var period = workload.period(null, null);

        assertThat(steps(number)).singleElement().satisfies(step -> assertThat(step.givenDays()).isPositive());
        assertThat(workload.times(UnitPath.of(COMMUNE), period, CHIEF)).filteredOn(times ->
                "commendation".equals(times.process()) && times.task().equals("complete-dossier")).singleElement()
                .satisfies(times -> {
                    assertThat(times.spread().steps()).isPositive();
                    assertThat(times.spread().givenDays()).isPositive();
                    assertThat(times.taskName()).isNotEqualTo("complete-dossier");
                });
        assertThat(workload.summed(UnitPath.of(COMMUNE), period, CHIEF).units()).hasSize(1);
    }

    @Test
    void timesHaveWhatWasFinishedAMomentAgo() {
        var before = finished();
        journey.complete(propose(DRAFTER), "complete-dossier", DRAFTER, Map.of());
        assertThat(finished()).isEqualTo(before + 1);
    }

    private long finished() {
        return workload.summed(UnitPath.of(COMMUNE), workload.period(null, null), CHIEF).tasks().stream()
                .mapToLong(times -> times.spread().steps()).sum();
    }

    @Test
    void readingTakesFewStatements() {
        propose(DRAFTER);
        var province = officer(POLICE_CHIEF, "95");
        // names of tasks are read once
        workload.summed(UnitPath.of("95"), workload.period(null, null), province);
        assertThat(Statements.leastOf(() -> {
            workload.sums(UnitPath.of("95"), province);
            workload.summed(UnitPath.of("95"), workload.period(null, null), province);
            workload.list(new HeldTasks.Filter(null, null, null, null, null, null), province, PageRequest.ofSize(50));
        })).isBetween(1L, 7L);
    }

    private String propose(Officer drafter) {
        return journey.propose(drafter, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
    }

    private int handOver(String task, String user, Officer head) {
        return handingOver.handOver(List.of(task), user, REASON, head).get(0).status();
    }

    private List<HeldTasks.Held> held(String number, Officer officer) {
        return workload.list(new HeldTasks.Filter(null, null, null, null, null, number), officer, PageRequest.ofSize(20))
                .getContent();
    }

    private List<Step> steps(String number) {
        return dossiers.stepsOf(DossierNumber.of(number));
    }
}
