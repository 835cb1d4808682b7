package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.team.Posting.Notice.CANDIDATES;
import static vn.phongtrao.team.Posting.Notice.PLAN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.calendar.Workdays;
import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/**
 * How long plans and lists are posted before the next step, here in a province where they are for three working days.
 */
class PostingTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate FRIDAY = LocalDate.of(2024, 7, 5);
    private static final LocalDate WEDNESDAY = LocalDate.of(2024, 7, 10);

    private final Posting posting = posting(new ThreeDays());

    @Test
    void lastDayIsCountedInWorkingDaysAfterTheDayOfPosting() {
        assertThat(posting.lastDay(PLAN, FRIDAY)).isEqualTo(WEDNESDAY);
        assertThat(posting.lastDay(CANDIDATES, FRIDAY)).isEqualTo(WEDNESDAY);
    }

    @Test
    void postingEndsWithTheMidnightAfterItsLastDay() {
        assertThat(posting.end(PLAN, FRIDAY)).isEqualTo(WEDNESDAY.plusDays(1).atStartOfDay(VIETNAM).toInstant());
    }

    @ParameterizedTest
    @CsvSource({"2024-07-04, true", "2024-07-05, true", "2024-07-10, true", "2024-07-11, false"})
    void nextStepWaitsUntilTheLastDayIsOver(LocalDate on, boolean waits) {
        assertThat(posting.runs(PLAN, FRIDAY, on)).isEqualTo(waits);
    }

    @Test
    void stepWithinThePostingIsRefusedWithItsLastDayAndParagraph() {
        assertThatThrownBy(() -> posting.requireOver(CANDIDATES, FRIDAY, WEDNESDAY, "Chưa được họp"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal).hasMessage("Chưa được họp đến hết ngày 10/07/2024");
                    assertThat(refusal.legalBasis()).hasValue("Điều mẫu");
                });
        assertThatCode(() -> posting.requireOver(CANDIDATES, FRIDAY, WEDNESDAY.plusDays(1), "Chưa được họp"))
                .doesNotThrowAnyException();
    }

    @Test
    void nobodyWaitsWhereTheTableSaysZeroDays() {
        var none = posting(new RulesOnFile());
        assertThat(none.lastDay(PLAN, FRIDAY)).isEqualTo(FRIDAY);
        assertThat(none.runs(PLAN, FRIDAY, FRIDAY)).isFalse();
        assertThat(none.runs(CANDIDATES, FRIDAY, FRIDAY.minusDays(1))).as("before it is posted").isTrue();
    }

    private static Posting posting(Rules rules) {
        return new Posting(rules, new Weekdays(), Clock.system(VIETNAM));
    }

    private record ThreeDays() implements Rules {

        @Override
        public <R extends Record> List<R> rows(String table, Days days, Record facts, Class<R> row) {
            return List.of(row(table, days, facts, row));
        }

        @Override
        public <R extends Record> R row(String table, Days days, Record facts, Class<R> row) {
            return Binding.bind(Map.of("days", 3, "legalBasis", "Điều mẫu"), row);
        }
    }

    /** Monday to Friday, without holidays. */
    private record Weekdays() implements WorkingCalendar {

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return day.getDayOfWeek().getValue() < 6;
        }

        @Override
        public LocalDate dueDate(LocalDate from, int workingDays) {
            return from.datesUntil(from.plusDays(30)).skip(1).filter(this::isWorkingDay).skip(workingDays - 1)
                    .findFirst().orElseThrow();
        }

        @Override
        public int workingDaysBetween(LocalDate from, LocalDate to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Workdays workdays() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean knows(int year) {
            return true;
        }
    }
}
