package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.holiday.CalendarRow;
import vn.phongtrao.holiday.Change;
import vn.phongtrao.holiday.DayKind;
import vn.phongtrao.holiday.Reckoned;
import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.holiday.Years;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/** What moves when the province changes its calendar: dossiers that go on and that are suspended, tasks and timers. */
@ScenarioTest
class CalendarChangesIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CLERK = officer(COMMITTEE_CLERK, COMMUNE);
    private static final Officer KEEPER = officer(COMMITTEE_CLERK, "95");

    @Autowired
    Journey journey;
    @Autowired
    Years years;
    @Autowired
    WorkingCalendar calendar;
    @Autowired
    Handling handling;
    @Autowired
    Dossiers dossiers;
    @Autowired
    ProcessEngine engine;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    /** The next working day is off. */
    private CalendarRow off;

    private LocalDate tomorrow() {
        return calendar.dueDate(LocalDate.now(clock), 1);
    }

    @AfterEach
    void takeBack() {
        if (off != null) {
            confirm(new Change(null, null, List.of(off.day()), "Trả lại lịch", revision()));
        }
    }

    @Test
    void datesOfADossierThatGoesOnAndOfOneThatIsSuspendedMoveTogetherAndAreToldWhy() {
        var running = propose();
        var suspended = propose();
        handling.suspend(DossierNumber.of(suspended), "Đang xác minh đơn", CHIEF);
        var due = due(running);
        var change = changing();

        var plan = years.plan(change, KEEPER);
        assertThat(due(running)).isEqualTo(due);
        assertThat(plan.moves()).filteredOn(move -> move.dossier().equals(running)).hasSize(2)
                .extracting(Reckoned.Move::kind).containsExactly(Reckoned.Kind.DUE, Reckoned.Kind.TASK);
        assertThat(plan.moves()).filteredOn(move -> move.dossier().equals(suspended)).hasSize(2)
                .allMatch(Reckoned.Move::suspended);

        confirm(change);
        var moved = calendar.dueDate(LocalDate.now(clock), workingDays(running));
        assertThat(moved).isAfter(due);
        for (var number : List.of(running, suspended)) {
            assertThat(due(number)).isEqualTo(moved);
            assertThat(journey.openTasks(number)).singleElement()
                    .satisfies(task -> assertThat(day(task.getDueDate())).isEqualTo(moved));
            assertThat(journey.reminders(number)).singleElement()
                    .satisfies(reminder -> assertThat(day(reminder.getDuedate())).isEqualTo(moved));
            assertThat(dossiers.stepsOf(DossierNumber.of(number))).last().satisfies(step -> {
                assertThat(step.task()).isEqualTo("reckon");
                assertThat(step.comment()).contains("Văn bản mẫu", "hạn chuyển từ ngày");
            });
        }
        handling.resume(DossierNumber.of(suspended), "Đã xác minh", CHIEF);
        assertThat(due(suspended)).isEqualTo(moved);
        journey.approve(running, "sign", CHIEF);

        confirm(new Change(null, null, List.of(off.day()), "Rút theo công văn mẫu", revision()));
        off = null;
        assertThat(due(suspended)).isEqualTo(due);
        assertThat(years.history(due.getYear())).extracting(Years.Entry::act).startsWith("withdrawn", "added");
    }

    @Test
    void theTimeThatAVoteEndsMovesWithItsTimerAndWhatTheMinutesWillSay() {
        var number = propose("regular");
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
        var before = timer(number);

        confirm(changing());
        var after = timer(number);
        assertThat(day(after)).isEqualTo(due(number)).isAfter(day(before));
        assertThat(after.toInstant().atZone(clock.getZone()).toLocalTime())
                .isEqualTo(before.toInstant().atZone(clock.getZone()).toLocalTime());
        assertThat(jdbc.sql("select closes_at from vote_session where dossier_number = ?").param(number)
                .query(Date.class).single().toInstant()).isEqualTo(after.toInstant());
    }

    @Test
    void whoConfirmsWhatSomebodyElseHasOvertakenIsTold() {
        var seen = revision();
        confirm(changing());
        var day = calendar.dueDate(off.day(), 3);
        var refusal = catchThrowableOfType(Refusal.class, () -> confirm(new Change(List.of(row(day)), null, null, null,
                seen)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(calendar.isWorkingDay(day)).isTrue();
        assertThat(catchThrowableOfType(Refusal.class, () -> years.declare(day.getYear(), "Văn bản mẫu", seen, KEEPER))
                .kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void ofTwoAtOnceOneIsTold() {
        var day = tomorrow();
        var change = new Change(List.of(row(day)), null, null, null, revision());
        var both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
            try {
                years.confirm(change, KEEPER);
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).isIn(Refusal.Kind.CONFLICT, Refusal.Kind.RULE_BROKEN);
                return false;
            }
        })).limit(2).toList();

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        off = row(day);
    }

    /** A date that is being kept is counted by the calendar as it stays until then. */
    @Test
    void theCalendarDoesNotChangeUnderWhoKeepsADate() {
        var change = changing();
        off = null;
        transaction.executeWithoutResult(status -> {
            calendar.dueDate(LocalDate.now(clock), 2);
            assertThat(CompletableFuture.supplyAsync(() -> catchThrowableOfType(Refusal.class,
                    () -> years.confirm(change, KEEPER))).join().kind()).isEqualTo(Refusal.Kind.CONFLICT);
        });
    }

    @Test
    void aLastDayInAYearWithoutRowsIsSaidWithTheDossier() {
        var number = propose();
        assertThat(journey.show(number).get("findings").toString()).doesNotContain("Chưa có lịch nghỉ");
        jdbc.sql("update dossier_last_day set due_on = '2035-03-01' where number = ?").param(number).update();

        assertThat(journey.show(number).get("findings").toString()).contains("Chưa có lịch nghỉ năm 2028, 2029");
        jdbc.sql("update dossier_last_day set due_on = '2024-03-01' where number = ?").param(number).update();
    }

    private Change changing() {
        off = row(tomorrow());
        return new Change(List.of(off), null, null, null, revision());
    }

    private static CalendarRow row(LocalDate day) {
        return new CalendarRow(day, DayKind.OFF, "Ngày nghỉ mẫu", "Văn bản mẫu", null);
    }

    private void confirm(Change change) {
        years.confirm(change, KEEPER);
        transaction.executeWithoutResult(status -> calendar.dueDate(LocalDate.now(clock), 1));
    }

    private long revision() {
        return years.of(2024).revision();
    }

    private String propose() {
        return propose("ad-hoc");
    }

    private String propose(String type) {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", type, List.of(individual("Người Mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        return number;
    }

    private LocalDate due(String number) {
        return jdbc.sql("select due_on from dossier_last_day where number = ?").param(number).query(LocalDate.class).single();
    }

    private int workingDays(String number) {
        return jdbc.sql("select due_days from dossier_last_day where number = ?").param(number).query(Integer.class).single();
    }

    private Date timer(String number) {
        return engine.getManagementService().createJobQuery().activityId("voting-closed").timers().list().stream()
                .filter(job -> engine.getRuntimeService().createProcessInstanceQuery()
                        .processInstanceBusinessKey(number).list().stream()
                        .anyMatch(instance -> instance.getId().equals(job.getProcessInstanceId())))
                .findFirst().orElseThrow().getDuedate();
    }

    private LocalDate day(Date moment) {
        return moment.toInstant().atZone(clock.getZone()).minusNanos(1).toLocalDate();
    }
}
