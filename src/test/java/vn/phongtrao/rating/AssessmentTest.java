package vn.phongtrao.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.rating.Level.COMPLETED;
import static vn.phongtrao.rating.Level.EXCELLENT;
import static vn.phongtrao.rating.Level.FAILED;
import static vn.phongtrao.rating.Level.GOOD;
import static vn.phongtrao.rating.Subject.MEMBER;
import static vn.phongtrao.rating.Subject.TEAM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;

/** How teams and their members are rated, by the tables that are delivered. */
class AssessmentTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 15);
    private static final long WHOLE_PERIOD = 365;
    private static final List<String> ALL = List.of("no-breach", "area", "creative");
    private static final Days DAYS = Days.on(LocalDate.of(2026, 11, 20));

    private final Standards standards = new Standards(new RulesOnFile());

    @ParameterizedTest
    @CsvSource({"95, GOOD", "95.01, EXCELLENT", "100, EXCELLENT", "80, GOOD", "79.99, COMPLETED", "50, COMPLETED",
            "49.99, FAILED", "0, FAILED"})
    void aTeamIsExcellentAboveNinetyFivePerCentAndGoodFromEighty(BigDecimal percent, Level level) {
        assertThat(standards.scale(TEAM, DAYS).highest(percent, condition -> true).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"94.99, GOOD", "95, EXCELLENT", "80, GOOD", "79.99, COMPLETED", "50, COMPLETED", "49.99, FAILED"})
    void aMemberIsExcellentFromNinetyFivePerCentAndGoodFromEighty(BigDecimal percent, Level level) {
        assertThat(standards.scale(MEMBER, DAYS).highest(percent, condition -> true).level()).isEqualTo(level);
    }

    @Test
    void groupsOfTasksAreAveragedOverThoseThatWereGiven() {
        var scale = standards.scale(TEAM, DAYS);

        assertThat(scale.figure(team(1, null, tasks("96", "94", "95", null, null, "95.01"), ALL)))
                .isEqualByComparingTo("95.0025");
        assertThat(scale.figure(team(1, null, tasks(null, null, null, null, null, null), ALL))).isNull();
        assertThat(Scale.text(new BigDecimal("94.9999"))).as("never looks like enough").isEqualTo("94,99");
    }

    @Test
    void theLowestGroupCountsWhereTheTableSaysSo() {
        var scale = standards.scale(TEAM, DAYS);
        var least = new Scale(TEAM, scale.service(), new Scale.Measure(Scale.Combining.of("least"), ""), scale.steps(),
                scale.conditions(), scale.limit());

        assertThat(least.figure(team(1, null, tasks("96", "60", null, "95", "99", "100"), ALL)))
                .isEqualByComparingTo("60");
    }

    @Test
    void withoutAProposalNobodyIsExcellent() {
        assertThat(level(assess(team(1, null, percent("100"), ALL)), 1)).isEqualTo(GOOD);
        assertThat(level(assess(team(1, null, percent("79")), member(2, 1, null, percent("10"))), 2)).isEqualTo(FAILED);
    }

    @Test
    void aMemberIsExcellentForRecognisedCreativeWorkOnly() {
        assertThat(breach(assess(member(2, 1, EXCELLENT, percent("99"))), 2)).contains("sáng kiến");
        assertThat(breach(assess(member(2, 1, EXCELLENT, percent("94"), "creative")), 2)).contains("từ 95%", "94%");
        assertThat(breach(assess(member(2, 1, EXCELLENT, percent("95"), "creative")), 2)).isNull();
    }

    @Test
    void aTeamIsExcellentWhereNobodyWasDismissedBreachedTheLawOrFailed() {
        var member = member(2, 1, null, percent("49"));

        assertThat(breach(assess(team(1, EXCELLENT, percent("99"), ALL)), 1)).isNull();
        assertThat(breach(assess(dismissing(team(1, EXCELLENT, percent("99"), ALL))), 1)).contains("bị cho thôi");
        assertThat(breach(assess(team(1, EXCELLENT, percent("99"), List.of("area"))), 1)).contains("vi phạm Điều 6");
        assertThat(breach(assess(team(1, EXCELLENT, percent("99"), List.of("no-breach"))), 1)).contains("Địa bàn");
        assertThat(breach(assess(team(1, EXCELLENT, percent("99"), ALL), member), 1))
                .contains("không hoàn thành nhiệm vụ");
        assertThat(breach(assess(team(3, EXCELLENT, percent("99"), ALL), member), 3)).as("in another team").isNull();
    }

    @Test
    void aLowerLevelMayBeProposed() {
        assertThat(level(assess(team(1, FAILED, percent("99"), ALL)), 1)).isEqualTo(FAILED);
    }

    @Test
    void whoLeadsATeamIsRatedNoHigherThanItUnlessNewlyTransferred() {
        var team = team(1, COMPLETED, percent("99"), ALL);
        var leader = leading(member(2, 1, null, percent("90")));

        assertThat(level(assess(team, leader), 2)).isEqualTo(COMPLETED);
        assertThat(breach(assess(team, leading(member(2, 1, GOOD, percent("90")))), 2)).contains("không được xếp cao hơn Tổ");
        assertThat(level(assess(team, member(2, 1, null, percent("90"))), 2)).as("leads nobody").isEqualTo(GOOD);
        assertThat(level(assess(team, transferred(leader)), 2)).isEqualTo(GOOD);
        assertThat(level(assess(complaint(team), leader), 2)).as("the team is not rated").isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-15, 273, true", "2025-11-15, 272, false", "2026-02-15, 273, true", "2026-02-14, 273, true",
            "2026-02-15, 272, false"})
    void whoHasServedLessThanNineMonthsIsNotRated(LocalDate from, long days, boolean rated) {
        var one = serving(member(2, 1, null, percent("90")), from, days);

        assertThat(rating(assess(one), 2).rated()).isEqualTo(rated);
        if (!rated) {
            assertThat(rating(assess(one), 2).reason()).isEqualTo("tham gia dưới 9 tháng trong kỳ");
        }
    }

    @Test
    void whoIsComplainedOfIsNotRated() {
        assertThat(rating(assess(complaint(team(1, EXCELLENT, percent("99"), ALL))), 1).reason())
                .contains("khiếu nại, tố cáo");
    }

    @Test
    void whoIsRatedNeedsAPerCent() {
        var empty = team(1, null, tasks(null, null, null, null, null, null), ALL);

        assertThat(breach(assess(empty), 1)).contains("chưa nhập");
        assertThat(breach(assess(complaint(empty)), 1)).isNull();
        assertThatThrownBy(() -> rating(assess(empty), 1).requireAllowed("teams[0]."))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).contains("teams[0].situation"));
    }

    @ParameterizedTest
    @CsvSource({"4, 1, false", "5, 1, true", "9, 1, true", "9, 2, false", "10, 2, true", "0, 0, true"})
    void excellentAreAtMostAFifthOfTheGoodOnes(int good, int excellent, boolean within) {
        var rated = new ArrayList<Rated>();
        LongStream.rangeClosed(1, excellent).forEach(id -> rated.add(team(id, EXCELLENT, percent("99"), ALL)));
        LongStream.rangeClosed(101, 100 + good).forEach(id -> rated.add(team(id, GOOD, percent("99"), ALL)));

        assertThat(assess(rated.toArray(Rated[]::new)).withinLimit(TEAM)).isEqualTo(within);
    }

    @Test
    void teamsAndMembersAreCountedApart() {
        var teams = Stream.concat(Stream.of(team(1, EXCELLENT, percent("99"), ALL)),
                LongStream.rangeClosed(101, 105).mapToObj(id -> team(id, GOOD, percent("99"), ALL)));
        var assessment = assess(Stream.concat(teams, Stream.of(member(2, 1, EXCELLENT, percent("99"), "creative")))
                .toArray(Rated[]::new));

        assertThat(assessment.withinLimit(TEAM)).isTrue();
        assertThat(assessment.withinLimit(MEMBER)).isFalse();
    }

    @Test
    void theChairTakesOffWhoIsTooMuchAndNoPersonIsNamedInTheRefusal() {
        var good = LongStream.rangeClosed(101, 105).mapToObj(id -> team(id, GOOD, percent("99"), ALL)).toList();
        var first = team(1, EXCELLENT, percent("99"), ALL);
        var second = team(2, EXCELLENT, percent("99"), ALL);
        var leader = leading(member(20, 2, EXCELLENT, percent("99"), "creative"));
        var members = LongStream.rangeClosed(201, 205).mapToObj(id -> member(id, 1, GOOD, percent("99"))).toList();

        assertThatThrownBy(() -> assess(good, members, List.of(first, second, leader)).requireDecidable())
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).contains("struckTeams");
                    assertThat(refusal.getMessage()).contains("nhiều nhất 1 (20% của 5 Tổ");
                });
        assertThatThrownBy(() -> assess(good, members, List.of(first, second.struck(true), leader)).requireDecidable())
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).contains("struckMembers");
                    assertThat(refusal.getMessage()).contains("Tổ trưởng, Tổ 2").doesNotContain("Người mẫu");
                });
        var decided = assess(good, members, List.of(first, second.struck(true), leader.struck(true)));
        assertThatCode(decided::requireDecidable).doesNotThrowAnyException();
        assertThat(level(decided, 2)).isEqualTo(GOOD);
        assertThat(level(decided, 20)).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource({"2026, 2026-11-14, false, false", "2026, 2026-11-15, true, false", "2025, 2026-11-15, true, true",
            "2024, 2024-11-15, true, true"})
    void aYearIsRatedWhenItsPeriodHasEndedAndYearsBeforeTheGuidanceAreMarked(int year, LocalDate day, boolean taken,
                                                                             boolean marked) {
        var period = standards.year(year, Days.on(day));

        assertThat(period.periodFrom()).isEqualTo(LocalDate.of(year - 1, 11, 15));
        assertThat(period.periodTo()).isEqualTo(LocalDate.of(year, 11, 14));
        assertThat(period.said() != null).isEqualTo(marked);
        assertThat(period.finding().fits()).isEqualTo(!marked);
        if (taken) {
            assertThatCode(() -> period.requireOpen(year, day)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> period.requireOpen(year, day)).isInstanceOf(Refusal.class)
                    .hasMessageContaining("kết thúc ngày 14/11/2026");
        }
    }

    @SafeVarargs
    private Assessment assess(List<Rated>... lists) {
        return assess(Stream.of(lists).flatMap(List::stream).toArray(Rated[]::new));
    }

    private Assessment assess(Rated... rated) {
        return Assessment.of(List.of(rated), standards.scale(TEAM, DAYS), standards.scale(MEMBER, DAYS));
    }

    private static Rating rating(Assessment assessment, long id) {
        return Stream.of(Subject.values()).flatMap(subject -> assessment.of(subject).stream())
                .filter(rating -> rating.of().id() == id).findFirst().orElseThrow();
    }

    private static Level level(Assessment assessment, long id) {
        assertThat(breach(assessment, id)).isNull();
        return rating(assessment, id).level();
    }

    private static String breach(Assessment assessment, long id) {
        return rating(assessment, id).breach();
    }

    private static List<BigDecimal> percent(String percent) {
        return tasks(percent, percent, percent, percent, percent, percent);
    }

    private static List<BigDecimal> tasks(String... percents) {
        return Arrays.stream(percents).map(percent -> percent == null ? null : new BigDecimal(percent)).toList();
    }

    private static Rated team(long id, Level proposed, List<BigDecimal> tasks, List<String> met) {
        return new Rated(id, TEAM, id, "Tổ " + id, null, null, null, null, null, false, FIRST, WHOLE_PERIOD, false, tasks,
                met, false, false, proposed, false);
    }

    private static Rated team(long id, Level proposed, List<BigDecimal> tasks) {
        return team(id, proposed, tasks, List.of());
    }

    private static Rated member(long id, long team, Level proposed, List<BigDecimal> tasks, String... met) {
        return new Rated(id, MEMBER, team, "Tổ " + team, id, "Người mẫu " + id, 1990, new byte[]{1}, "member", false, FIRST,
                WHOLE_PERIOD, false, tasks, List.of(met), false, false, proposed, false);
    }

    private static Rated leading(Rated one) {
        return copy(one, "leader", true, one.from(), one.days(), false);
    }

    private static Rated serving(Rated one, LocalDate from, long days) {
        return copy(one, one.role(), one.leads(), from, days, false);
    }

    private static Rated dismissing(Rated one) {
        return copy(one, one.role(), one.leads(), one.from(), one.days(), true);
    }

    private static Rated copy(Rated one, String role, boolean leads, LocalDate from, long days, boolean dismissals) {
        return new Rated(one.id(), one.subject(), one.teamId(), one.teamName(), one.memberId(), one.name(),
                one.birthYear(), one.citizen(), role, leads, from, days, dismissals, one.tasks(), one.met(),
                one.complaint(), one.transferred(), one.proposed(), false);
    }

    private static Rated complaint(Rated one) {
        return one.with(one.tasks(), one.met(), true, false, one.proposed());
    }

    private static Rated transferred(Rated one) {
        return one.with(one.tasks(), one.met(), false, true, one.proposed());
    }
}
