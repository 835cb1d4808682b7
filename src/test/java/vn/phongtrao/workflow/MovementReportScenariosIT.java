package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.dossier.DossierCards;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.report.Periods;
import vn.phongtrao.report.ReportRegister;
import vn.phongtrao.report.ReportSums;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** A period and its reports, every outcome of {@code movement-report}, three tiers, Bạc Liêu 2024. */
@ScenarioTest
@CompleteCoverage
class MovementReportScenariosIT {

    private static final String COMMUNE = "95/954/31813";
    private static final String NEIGHBOUR = "95/954/31816";
    private static final String DISTRICT = "95/954";
    private static final Officer PROVINCE = officer(POLICE_OFFICER, "95");
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);
    /** Each test has months of its own, which are over, because no day belongs to two periods. */
    private static final AtomicInteger MONTHS = new AtomicInteger();

    @Autowired
    Journey journey;
    @Autowired
    Periods periods;
    @Autowired
    ReportRegister register;
    @Autowired
    ReportSums sums;
    @Autowired
    Handling handling;
    @Autowired
    DossierRegister dossiers;
    @Autowired
    DossierCards cards;
    @Autowired
    Worklist worklist;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    WorkingCalendar calendar;
    @Autowired
    Clock clock;

    private Periods.Entry period;

    /** The communes of other tests have nothing to do with it. */
    @AfterEach
    void close() {
        if (period != null && periods.show(period.id(), PROVINCE).closedOn() == null) {
            periods.close(period.id(), PROVINCE);
        }
    }

    @Test
    void everyCommuneOfTheProvinceGetsItsReportWhenAPeriodIsOpened() {
        var before = System.nanoTime();
        open();
        System.out.printf("A period of %d reports was opened in %d ms%n", period.communes(),
                (System.nanoTime() - before) / 1_000_000);

        assertThat(period.communes()).isEqualTo(64);
        assertThat(period.reported()).isZero();
        assertThat(journey.openTasks(report(COMMUNE))).singleElement().satisfies(task -> {
            assertThat(task.getTaskDefinitionKey()).isEqualTo("fill-report");
            assertThat(task.getDueDate().toInstant().atZone(clock.getZone()).toLocalDate()).isEqualTo(period.dueOn());
        });
        assertThat(dossiers.show(DossierNumber.of(report(COMMUNE)), ADMINISTRATOR).fields())
                .containsEntry("openedBy", "hệ thống");
        assertThat(periods.show(period.id(), officer(POLICE_OFFICER, DISTRICT)).communes()).isEqualTo(10);
    }

    @Test
    void reportIsFilledInSignedAndAcceptedByTheTierAboveAndAddedUp() {
        open();
        var number = report(COMMUNE);
        fill(number, COMMUNE, figures(10, 200));
        assertThat(sum("95").reported()).isZero();
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));

        assertThat(sum("95").reported()).isEqualTo(1);
        assertThat(sum("95").accepted()).isZero();
        journey.approve(number, "accept-report", officer(POLICE_OFFICER, DISTRICT));
        journey.assertPath(number, "opened", "fill-report", "sign", "accept-report", "accept", "accepted");
        assertThat(journey.show(number)).containsEntry("status", "accepted").containsEntry("reportStatus", "accepted");

        var neighbours = report(NEIGHBOUR);
        fill(neighbours, NEIGHBOUR, figures(5, 50));
        journey.approve(neighbours, "sign", officer(POLICE_CHIEF, NEIGHBOUR));
        for (var unit : List.of("95", DISTRICT)) {
            assertThat(sum(unit)).satisfies(sum -> {
                assertThat(List.of(sum.reported(), sum.accepted())).containsExactly(2L, 1L);
                assertThat(List.of(sum.launchEvents(), sum.attendances())).containsExactly(15L, 250L);
            });
        }
        assertThat(sum(COMMUNE).attendances()).isEqualTo(200);
        assertThat(entry(COMMUNE).status()).isEqualTo("accepted");
    }

    @Test
    void returnedReportCountsForNothingUntilItIsSignedAgain() {
        open();
        var number = report(COMMUNE);
        fill(number, COMMUNE, figures(10, 200));
        journey.refuse(number, "sign", officer(POLICE_CHIEF, COMMUNE), "return");
        assertThat(entry(COMMUNE).status()).isEqualTo("returned");
        assertThat(returned(number)).isTrue();
        fill(number, COMMUNE, figures(11, 200));
        assertThat(returned(number)).isFalse();
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.refuse(number, "accept-report", officer(POLICE_OFFICER, DISTRICT), "return");

        assertThat(entry(COMMUNE).reported()).isFalse();
        assertThat(sum("95").launchEvents()).isNull();
        assertThat(journey.show(number)).containsEntry("status", "supplementing").containsEntry("launchEvents", 11);
        fill(number, COMMUNE, figures(12, 200));
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "accept-report", officer(POLICE_OFFICER, DISTRICT));
        assertThat(sum("95").launchEvents()).isEqualTo(12);
    }

    @Test
    void reportThatIsNotHandedInIsRemindedOfAndNamedOnce() {
        open();
        var number = report(COMMUNE);
        var handedIn = report(NEIGHBOUR);
        fill(handedIn, NEIGHBOUR, figures(5, 50));
        journey.approve(handedIn, "sign", officer(POLICE_CHIEF, NEIGHBOUR));

        for (var one : List.of(number, handedIn)) {
            fire(one, "reminder-due");
            fire(one, "report-due");
        }
        journey.assertPath(number, "reminder-due", "remind", "reminded", "report-due", "mark-late", "marked-late");
        assertThat(entry(COMMUNE).remindedOn()).isEqualTo(LocalDate.now(clock));
        assertThat(entry(COMMUNE).lateOn()).isEqualTo(LocalDate.now(clock));
        assertThat(entry(COMMUNE).progress()).isEqualTo("late");
        assertThat(entry(NEIGHBOUR).progress()).isEqualTo("signed");
        assertThat(entry(NEIGHBOUR).remindedOn()).isNull();
        assertThat(entry(NEIGHBOUR).lateOn()).isNull();
        assertThat(dossiers.show(DossierNumber.of(number), ADMINISTRATOR).steps()).extracting("task")
                .containsExactly("remind", "mark-late");
        assertThat(worklist.of(officer(POLICE_OFFICER, COMMUNE), 50)).filteredOn(item ->
                item.dossierNumber().value().equals(number)).singleElement().matches(Worklist.Item::urgent);
        assertThat(journey.ended(number)).isFalse();
    }

    @Test
    void whoHasNotReportedAfterTheLastDayIsNamed() {
        open();
        assertThat(period.late()).isEmpty();
        jdbc.sql("update movement_report set due_on = ? where dossier_number = ?")
                .params(LocalDate.now(clock).minusDays(1), report(COMMUNE)).update();

        assertThat(periods.show(period.id(), PROVINCE).late()).containsExactly("Phường 2");
        assertThat(sum(DISTRICT).late()).containsExactly("Phường 2");
        assertThat(sum("95/956").late()).isEmpty();
    }

    @Test
    void reportBeginsWithWhatLastsAndWithWhatTheRegisterKnows() {
        open();
        var first = report(COMMUNE);
        accept(first, COMMUNE, figures(10, 200));
        periods.close(period.id(), PROVINCE);
        jdbc.sql("""
                with organisation as (
                    insert into mass_organisation (unit_path, name, kind, active_from)
                    values (?, 'Câu lạc bộ mẫu của báo cáo', 'Câu lạc bộ', '2000-12-01') returning id)
                insert into mass_organisation_members (organisation_id, counted_on, members, counted_by)
                select id, '2000-12-01', 37, 'mẫu' from organisation""").param(COMMUNE).update();
        open();

        assertThat(journey.show(report(COMMUNE))).containsEntry("regularPolice", 9).containsEntry("complexAreas", 2)
                .containsEntry("massOrganisations", 1).containsEntry("massOrganisationMembers", 37)
                .containsEntry("launchEvents", null).containsEntry("filled", false);
    }

    @Test
    void whatIsUnlikelyIsToldAndStopsNothing() {
        open();
        accept(report(COMMUNE), COMMUNE, figures(10, 200));
        periods.close(period.id(), PROVINCE);
        open();
        var number = report(COMMUNE);
        fill(number, COMMUNE, figures(1001, 1000));

        assertThat(journey.show(number).get("findings").toString()).contains("Số lượt người dự (1.000) ít hơn",
                "Số lượt người dự: 1.000, ", "là 200, chênh lệch từ 5 lần trở lên").doesNotContain("tờ rơi");
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
    }

    @Test
    void closedPeriodIsFrozenAndSignedReportsMayStillBeAccepted() {
        open();
        var signed = report(COMMUNE);
        fill(signed, COMMUNE, figures(10, 200));
        journey.approve(signed, "sign", officer(POLICE_CHIEF, COMMUNE));
        var missed = report(NEIGHBOUR);
        periods.close(period.id(), PROVINCE);

        journey.assertPath(missed, "withdrawal-requested", "end-report", "ended");
        assertThat(entry(NEIGHBOUR).status()).isEqualTo("missed");
        assertThat(periods.show(period.id(), PROVINCE).begun()).as("who missed it has filled in nothing").isEqualTo(1);
        assertThat(journey.ended(missed)).isTrue();
        refused("outcome", "đã khóa", () -> journey.refuse(signed, "accept-report", officer(POLICE_OFFICER, DISTRICT),
                "return"));
        journey.approve(signed, "accept-report", officer(POLICE_OFFICER, DISTRICT));
        refused(null, "đã khóa", () -> periods.close(period.id(), PROVINCE));
        assertThat(sum("95").launchEvents()).isEqualTo(10);
    }

    @Test
    void aReportIsNotSignedBeforeItsPeriodIsOver() {
        var day = LocalDate.now(clock);
        period = periods.open(new Periods.Asked("Kỳ chưa hết", day.plusYears(7), day.plusYears(7).plusMonths(1),
                day.plusYears(8)), PROVINCE);
        var number = report(COMMUNE);
        fill(number, COMMUNE, figures(10, 200));

        refused("outcome", "chưa kết thúc", () -> journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE)));
        journey.refuse(number, "sign", officer(POLICE_CHIEF, COMMUNE), "return");
    }

    @Test
    void aPeriodThatWasOpenedByMistakeIsTakenBackAndItsDaysAreFree() {
        var asked = asked();
        period = periods.open(asked, PROVINCE);
        var number = report(COMMUNE);
        var suspended = report(NEIGHBOUR);
        handling.suspend(DossierNumber.of(suspended), "Đang thanh tra", officer(POLICE_OFFICER, NEIGHBOUR));
        var mistaken = period.id();
        periods.withdraw(mistaken, PROVINCE);

        for (var one : List.of(number, suspended)) {
            assertThat(journey.show(one)).containsEntry("status", "withdrawn");
            assertThat(journey.ended(one)).isTrue();
        }
        assertThatThrownBy(() -> periods.show(mistaken, PROVINCE)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> periods.close(mistaken, PROVINCE)).isInstanceOf(Refusal.class);
        period = periods.open(asked, PROVINCE);
        assertThat(period.communes()).isEqualTo(64);
        assertThat(sum("95").communes()).isEqualTo(64);
    }

    @Test
    void aPeriodWhoseReportsWereBegunIsNotTakenBack() {
        open();
        var number = report(COMMUNE);
        fill(number, COMMUNE, figures(10, 200));
        journey.refuse(number, "sign", officer(POLICE_CHIEF, COMMUNE), "return");

        refused(null, "Đã có đơn vị lập báo cáo", () -> periods.withdraw(period.id(), PROVINCE));
        assertThat(periods.show(period.id(), PROVINCE).begun()).isEqualTo(1);
        assertThat(journey.show(report(NEIGHBOUR))).containsEntry("status", "in-progress");
    }

    @Test
    void reportThatNobodyHandedInIsMissedAndNotWithdrawnThoughItIsSuspended() {
        open();
        var suspended = report(COMMUNE);
        handling.suspend(DossierNumber.of(suspended), "Đang thanh tra", officer(POLICE_OFFICER, COMMUNE));
        periods.close(period.id(), PROVINCE);

        for (var number : List.of(suspended, report(NEIGHBOUR))) {
            assertThat(journey.show(number)).containsEntry("status", "missed").containsEntry("reportStatus", "missed");
            assertThat(journey.ended(number)).isTrue();
        }
    }

    /** Opened for the last day of a week: what follows it must not follow days off instead. */
    @Test
    void whileAReportIsSuspendedItsLastDayWaitsToo() {
        open();
        var number = report(COMMUNE);
        var friday = LocalDate.of(2031, 7, 11);
        jdbc.sql("update movement_report set due_on = ? where dossier_number = ?").params(friday, number).update();
        jdbc.sql("update dossier_last_day set due_on = ? where number = ?").params(friday, number).update();
        dueAt(number, "report-due", friday.plusDays(1));
        handling.suspend(DossierNumber.of(number), "Đang thanh tra", officer(POLICE_OFFICER, COMMUNE));
        var since = LocalDate.now(clock).minusDays(14);
        jdbc.sql("update dossier set suspended_on = ? where number = ?").params(since, number).update();
        handling.resume(DossierNumber.of(number), "Đã có kết luận", officer(POLICE_OFFICER, COMMUNE));

        var last = calendar.dueDate(friday, calendar.workingDaysBetween(since, LocalDate.now(clock)));
        assertThat(last).isAfter(friday);
        assertThat(entry(COMMUNE).dueOn()).isEqualTo(last);
        assertThat(dossiers.show(DossierNumber.of(number), ADMINISTRATOR).dueOn()).isEqualTo(last);
        assertThat(timer(number, "report-due").getDuedate().toInstant().atZone(clock.getZone()).toLocalDate())
                .isEqualTo(last.plusDays(1));
        fill(number, COMMUNE, figures(10, 200));
        assertThat(journey.openTasks(number).get(0).getDueDate().toInstant().atZone(clock.getZone()).toLocalDate())
                .isEqualTo(last);
    }

    @Test
    void correctionIsKeptBesideTheReportAndCountsOnceItIsAccepted() {
        open();
        var number = report(COMMUNE);
        accept(number, COMMUNE, figures(10, 200));
        var correction = correct(COMMUNE, "Cộng sót hai buổi phát động");
        assertThat(journey.show(correction)).containsEntry("launchEvents", 10).containsEntry("attendances", 200);
        refused("report", "đang có một đính chính", () -> correct(COMMUNE, "Lần nữa"));
        fill(correction, COMMUNE, figures(12, 240));
        journey.approve(correction, "sign", officer(POLICE_CHIEF, COMMUNE));

        assertThat(sum("95").launchEvents()).isEqualTo(10);
        journey.approve(correction, "accept-report", officer(POLICE_OFFICER, DISTRICT));
        assertThat(sum("95").launchEvents()).isEqualTo(12);
        assertThat(entry(COMMUNE).correctionNumber().value()).isEqualTo(correction);
        assertThat(entry(COMMUNE).progress()).isEqualTo("corrected");
        assertThat(journey.show(number)).containsEntry("launchEvents", 10);
        assertThat(journey.show(correction).get("lines").toString()).contains("reported=12, before=10");
    }

    @Test
    void communeThatWasLateReportsByACorrectionAfterThePeriodWasClosed() {
        open();
        refused("report", "không phải là một lựa chọn", () -> correct(COMMUNE, "Nộp muộn"));
        periods.close(period.id(), PROVINCE);
        accept(correct(COMMUNE, "Nộp muộn"), COMMUNE, figures(10, 200));

        assertThat(sum("95").reported()).isEqualTo(1);
        assertThat(sum("95").launchEvents()).isEqualTo(10);
        assertThat(entry(COMMUNE).status()).isEqualTo("missed");
    }

    @Test
    void correctionIsWithdrawnByItsCommuneAndAReportIsNot() {
        open();
        refused(null, "không rút được", () -> handling.withdraw(DossierNumber.of(report(COMMUNE)), "Không cần",
                officer(POLICE_OFFICER, COMMUNE)));
        accept(report(COMMUNE), COMMUNE, figures(10, 200));
        var correction = correct(COMMUNE, "Nhầm");
        handling.withdraw(DossierNumber.of(correction), "Không cần", officer(POLICE_OFFICER, COMMUNE));

        assertThat(journey.show(correction)).containsEntry("status", "withdrawn");
        assertThat(sum("95").launchEvents()).isEqualTo(10);
    }

    @Test
    void noDayBelongsToTwoPeriods() {
        open();

        refused("from", period.name(), () -> periods.open(new Periods.Asked("Kỳ khác", period.to(),
                period.to().plusDays(30), period.dueOn()), PROVINCE));
    }

    @Test
    void ofTwoWhoOpenThePeriodAtOnceOneWins() {
        var asked = asked();
        var both = List.of(CompletableFuture.supplyAsync(() -> periods.open(asked, PROVINCE)),
                CompletableFuture.supplyAsync(() -> periods.open(asked, officer(POLICE_OFFICER, "95", 2))));
        var failures = both.stream().filter(one -> {
            try {
                period = one.join();
                return false;
            } catch (CompletionException failed) {
                return Refusal.in(failed).map(Refusal::kind).filter(Refusal.Kind.RULE_BROKEN::equals).isPresent();
            }
        }).count();

        assertThat(failures).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from report_period where name = ?").param(asked.name())
                .query(Long.class).single()).isEqualTo(1);
        assertThat(period.communes()).isEqualTo(64);
    }

    @Test
    void whatIsSignedWhileThePeriodIsClosedIsSignedOrMissed() {
        open();
        var number = report(COMMUNE);
        fill(number, COMMUNE, figures(10, 200));
        var signing = CompletableFuture.runAsync(() ->
                journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE)));
        var before = System.nanoTime();
        periods.close(period.id(), PROVINCE);
        System.out.printf("A period of %d reports was closed in %d ms%n", period.communes(),
                (System.nanoTime() - before) / 1_000_000);
        var signed = signing.handle((done, failed) -> failed == null).join();

        assertThat(entry(COMMUNE).status()).isEqualTo(signed ? "signed" : "missed");
        assertThat(sum("95").reported()).isEqualTo(signed ? 1 : 0);
        assertThat(journey.ended(number)).isEqualTo(!signed);
    }

    @Test
    void onlyTheProvincesPoliceOfficersOpenAndClosePeriods() {
        open();
        for (var other : List.of(officer(POLICE_OFFICER, DISTRICT), officer(POLICE_CHIEF, "95"), ADMINISTRATOR)) {
            assertThatThrownBy(() -> periods.open(asked(), other)).isInstanceOfSatisfying(Refusal.class, refusal ->
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
            assertThatThrownBy(() -> periods.close(period.id(), other)).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
    }

    @Test
    void onlyDaysOfAPeriodAreAPeriod() {
        var today = LocalDate.now(clock);
        var day = LocalDate.of(2030, 1, 1);
        refused("to", "không được trước ngày đầu kỳ", () -> periods.open(new Periods.Asked("Kỳ", day, day.minusDays(1),
                day.plusDays(1)), PROVINCE));
        refused("dueOn", "không được trước hôm nay", () -> periods.open(new Periods.Asked("Kỳ",
                LocalDate.of(2001, 1, 1), LocalDate.of(2001, 6, 30), today.minusDays(1)), PROVINCE));
        refused("dueOn", "trước ngày cuối kỳ", () -> periods.open(new Periods.Asked("Kỳ", day, day.plusMonths(3),
                day.plusMonths(2)), PROVINCE));
        refused("from", "2000 đến 2100", () -> periods.open(new Periods.Asked("Kỳ", LocalDate.of(1999, 1, 1), day,
                day), PROVINCE));
    }

    private void open() {
        period = periods.open(asked(), PROVINCE);
    }

    private static Periods.Asked asked() {
        var from = LocalDate.of(2001, 1, 1).plusMonths(3L * MONTHS.getAndIncrement());
        return new Periods.Asked("3 tháng từ " + from, from, from.plusMonths(3).minusDays(1), LocalDate.of(2050, 7, 8));
    }

    private boolean returned(String number) {
        return cards.of(List.of(DossierNumber.of(number))).get(DossierNumber.of(number)).returned();
    }

    private String report(String commune) {
        return entry(commune).dossierNumber().value();
    }

    private ReportRegister.Entry entry(String commune) {
        return register.list(new ReportRegister.Filter(period.id(), null, null, UnitPath.of(commune), null, null, null,
                null, null), ADMINISTRATOR, Pageable.ofSize(10)).getContent().get(0);
    }

    private ReportSums.Sum sum(String unit) {
        return sums.list(period.id(), null, UnitPath.of(unit), ADMINISTRATOR, Pageable.ofSize(200)).stream()
                .filter(sum -> sum.unitPath().value().equals(unit)).findFirst().orElseThrow();
    }

    private void fill(String number, String commune, Map<String, Object> figures) {
        journey.complete(number, "fill-report", officer(POLICE_OFFICER, commune), figures);
    }

    private void accept(String number, String commune, Map<String, Object> figures) {
        fill(number, commune, figures);
        journey.approve(number, "sign", officer(POLICE_CHIEF, commune));
        journey.approve(number, "accept-report", officer(POLICE_OFFICER, DISTRICT));
    }

    private String correct(String commune, String reason) {
        return journey.propose("movement-report", officer(POLICE_OFFICER, commune),
                Map.of("report", report(commune), "reason", reason));
    }

    static Map<String, Object> figures(int launchEvents, int attendances) {
        return Map.ofEntries(Map.entry("launchEvents", launchEvents), Map.entry("attendances", attendances),
                Map.entry("leaflets", 1000), Map.entry("personsPersuaded", 30), Map.entry("personsEducated", 4),
                Map.entry("regularPolice", 9), Map.entry("massOrganisations", 12),
                Map.entry("massOrganisationMembers", 340), Map.entry("complexAreas", 2),
                Map.entry("festivalEvents", 1), Map.entry("crimeReports", 6));
    }

    private void fire(String number, String timer) {
        engine.getManagementService().executeJob(timer(number, timer).getId());
    }

    private void dueAt(String number, String timer, LocalDate day) {
        engine.getManagementService().setJobDuedate(timer(number, timer).getId(),
                Date.from(day.atStartOfDay(clock.getZone()).toInstant()));
    }

    private Job timer(String number, String timer) {
        var jobs = engine.getManagementService().createJobQuery().activityId(timer).timers().list().stream()
                .filter(job -> number.equals(engine.getRuntimeService().createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey())).toList();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private static void refused(String field, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field().orElse(null)).isEqualTo(field);
            assertThat(refusal.getMessage()).contains(message);
        });
    }
}
