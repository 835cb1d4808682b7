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
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.dossier.DeadlineNear;
import vn.phongtrao.dossier.DeadlinePassed;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.dossier.Reminder;
import vn.phongtrao.dossier.Term;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Whom a reminder tells, and how its timer follows the last day of a task. */
@ScenarioTest
@ExtendWith(NobodyElseDoesJobs.class)
@RecordApplicationEvents
class RemindersIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CLERK = officer(COMMITTEE_CLERK, COMMUNE);

    @Autowired
    Journey journey;
    @Autowired
    Handling handling;
    @Autowired
    WorkingCalendar calendar;
    @Autowired
    ProcessEngine engine;
    @Autowired
    ApplicationEvents events;
    @Autowired
    Clock clock;

    @Test
    void theTimerOfSignersFollowsTheOneWhoseTurnItIs() {
        var number = propose("province-merit", "ad-hoc");
        var timer = journey.reminders(number).get(0);
        engine.getManagementService().setJobDuedate(timer.getId(), Date.from(clock.instant().plusSeconds(1_000_000)));

        journey.approve(number, "sign", CHIEF);

        assertThat(journey.reminders(number)).singleElement().satisfies(same -> {
            assertThat(same.getId()).isEqualTo(timer.getId());
            assertThat(when(same.getDuedate())).isEqualTo(morningAfter(1));
        });
    }

    @Test
    void theTimerFollowsALastDayThatIsMoved() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular", List.of(individual("Người mẫu"))));
        assertThat(next(number)).isEqualTo(morningAfter(3));
        var task = journey.openTasks(number).get(0);

        engine.getTaskService().setDueDate(task.getId(), at(calendar.dueDate(LocalDate.now(clock), 7)));
        assertThat(next(number)).isEqualTo(morningAfter(4));

        journey.take(task.getId(), DRAFTER);
        handling.suspend(DossierNumber.of(number), "Đang xác minh đơn", CHIEF);
        handling.resume(DossierNumber.of(number), "Đã xác minh", CHIEF);
        assertThat(next(number)).isEqualTo(morningAfter(4));
    }

    @Test
    void whoHasTakenATaskIsToldInsteadOfAllWhoMightAndItsHeadByOffice() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular", List.of(individual("Người mẫu"))));
        var task = journey.openTasks(number).get(0);
        journey.take(task.getId(), DRAFTER);
        var yesterday = LocalDate.now(clock).minusDays(4);
        engine.getTaskService().setDueDate(task.getId(), at(yesterday));

        journey.remind(number);
        journey.remind(number);

        assertThat(events.stream(DeadlineNear.class)).isEmpty();
        assertThat(events.stream(DeadlinePassed.class)).singleElement().satisfies(passed -> {
            assertThat(passed.task()).isEqualTo("complete-dossier");
            assertThat(passed.dueOn()).isEqualTo(yesterday);
            assertThat(passed.users()).containsExactly(DRAFTER.id());
            assertThat(passed.told()).containsExactly(new Post(UnitPath.of(COMMUNE), POLICE_CHIEF));
        });
        assertThat(reminders(number)).singleElement().satisfies(told -> assertThat(told.daysPast()).isPositive());
        assertThat(journey.openTasks(number)).hasSize(1);
    }

    @Test
    void theCouncilIsToldTogetherAndOnlyWhoHasNotVoted() {
        var number = propose("commune-certificate", "regular");
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
        journey.complete(number, "council-vote", officer(COUNCIL_MEMBER, COMMUNE, 1),
                Map.of("approvedNominees", journey.nomineeIds(number)));
        journey.openTasks(number).forEach(vote -> engine.getTaskService().setDueDate(vote.getId(),
                at(LocalDate.now(clock).minusDays(4))));

        journey.remind(number);

        assertThat(events.stream(DeadlinePassed.class)).singleElement().satisfies(passed -> {
            assertThat(passed.users()).isEqualTo(Set.of(officer(COUNCIL_MEMBER, COMMUNE, 2).id(),
                    officer(COUNCIL_MEMBER, COMMUNE, 3).id()));
            assertThat(passed.told()).containsExactly(new Post(UnitPath.of(COMMUNE), COMMITTEE_CHAIR));
        });
        assertThat(journey.reminders(number)).hasSize(1);
    }

    @Test
    void theWholeDossierHasAClockWhichStandsStillForASupplement() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular", List.of(individual("Người mẫu"))));
        assertThat(term(number, "wholeTerm")).isNull();
        assertThat(term(number, "stepTerm")).satisfies(step -> {
            assertThat(step.dueOn()).isEqualTo(calendar.dueDate(LocalDate.now(clock), 5));
            assertThat(step.workingDaysLeft()).isEqualTo(5);
            assertThat(step.workingDaysUsed()).isZero();
        });

        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        assertThat(term(number, "wholeTerm")).satisfies(whole -> {
            assertThat(whole.dueOn()).isEqualTo(calendar.dueDate(LocalDate.now(clock), 10));
            assertThat(whole.legalBasis()).contains("10 ngày làm việc");
            assertThat(whole.stopped()).isFalse();
        });
        journey.refuse(number, "sign", CHIEF, "return");
        assertThat(term(number, "wholeTerm").stopped()).isTrue();
        assertThat(term(number, "stepTerm").stopped()).isFalse();
        journey.complete(number, "supplement", DRAFTER, Map.of());
        assertThat(term(number, "wholeTerm").stopped()).isFalse();
        handling.suspend(DossierNumber.of(number), "Đang xác minh đơn", CHIEF);
        assertThat(Stream.of("stepTerm", "wholeTerm").map(name -> term(number, name))).allMatch(Term::stopped);
    }

    @Test
    void aDossierThatNoRuleGivesATimeHasOneClock() {
        assertThat(term(propose("province-merit", "ad-hoc"), "wholeTerm")).isNull();
    }

    private String propose(String form, String type) {
        var number = journey.propose(DRAFTER, proposal(form, type, List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        return number;
    }

    private Term term(String number, String name) {
        return (Term) journey.show(number).get(name);
    }

    @SuppressWarnings("unchecked")
    private List<Reminder> reminders(String number) {
        return (List<Reminder>) journey.show(number).get("reminders");
    }

    private LocalDateTime next(String number) {
        return when(journey.reminders(number).get(0).getDuedate());
    }

    private LocalDateTime morningAfter(int workingDays) {
        return calendar.dueDate(LocalDate.now(clock), workingDays).atTime(8, 0);
    }

    private LocalDateTime when(Date moment) {
        return LocalDateTime.ofInstant(moment.toInstant(), clock.getZone());
    }

    private Date at(LocalDate last) {
        return Date.from(last.atTime(LocalTime.of(23, 59, 59)).atZone(clock.getZone()).toInstant());
    }
}
