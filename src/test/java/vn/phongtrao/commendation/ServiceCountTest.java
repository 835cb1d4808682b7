package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.phongtrao.team.ServiceTimes.AreaTime;
import vn.phongtrao.team.ServiceTimes.Served;
import vn.phongtrao.unit.UnitPath;

class ServiceCountTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final Map<String, Integer> TWICE = Map.of("border", 2, "island", 2);

    @Test
    void monthsAreCountedByTheCalendarWithLeapDaysAndWithout() {
        assertThat(count(served("2010-07-01", null))).isEqualTo(new ServiceCount(180, 0));
        assertThat(count(served("2010-07-02", null))).isEqualTo(new ServiceCount(179, 0));
    }

    @Test
    void timesApartAreAddedUpAndWhatOverlapsCountsOnce() {
        assertThat(count(served("2020-01-01", "2020-07-16"), served("2021-01-01", "2021-02-16")))
                .isEqualTo(new ServiceCount(8, 0));
        assertThat(count(served("2020-01-01", "2020-07-01"), served("2020-04-01", "2020-10-01")))
                .isEqualTo(new ServiceCount(9, 0));
    }

    @Test
    void aMonthInASpecialAreaCountsTwiceAndNotMoreWhereItIsOfTwoKinds() {
        assertThat(count(served("2020-01-01", "2021-01-01", area("border", "2020-01-01", "2020-07-01"),
                area("island", "2020-04-01", "2020-10-01"), area("mountainous", "2020-01-01", "2021-01-01"))))
                .isEqualTo(new ServiceCount(12, 9));
    }

    @Test
    void anAreaThatStillIsOneCountsUntilTheDay() {
        assertThat(count(served("2024-07-01", null, area("border", "2025-01-01", null))))
                .isEqualTo(new ServiceCount(12, 6));
    }

    @Test
    void aHigherFactorAddsToALowerOne() {
        assertThat(ServiceCount.of(List.of(served("2020-01-01", "2021-01-01", area("border", "2020-01-01", "2021-01-01"),
                area("island", "2020-01-01", "2020-07-01"))), Map.of("border", 2, "island", 3), DAY))
                .isEqualTo(new ServiceCount(12, 18));
    }

    @Test
    void nobodyHasServedBeforeTheFirstDay() {
        assertThat(count(served("2025-08-01", null))).isEqualTo(new ServiceCount(0, 0));
        assertThat(count()).isEqualTo(new ServiceCount(0, 0));
    }

    private static ServiceCount count(Served... served) {
        return ServiceCount.of(List.of(served), TWICE, DAY);
    }

    private static Served served(String from, String to, AreaTime... areas) {
        return new Served("Tổ mẫu", UnitPath.of("95/954/31813"), LocalDate.parse(from), day(to), List.of(areas));
    }

    private static AreaTime area(String kind, String from, String to) {
        return new AreaTime(kind, LocalDate.parse(from), day(to));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
