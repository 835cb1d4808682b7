package vn.phongtrao.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;

/** When the keeper is asked for a year. */
class YearsTest {

    private static final Officer OFFICER = new Officer("x", Set.of(), false);
    private static JdbcClient jdbc;

    private final ProvinceOfficers province = mock();

    @BeforeAll
    static void open() {
        jdbc = JdbcClient.create(TestDatabase.create());
    }

    private Years on(String today, boolean keeper) {
        when(province.hold(any(), any())).thenReturn(keeper);
        var clock = new MovableClock(today);
        return new Years(new CalendarBook(jdbc, clock), province, List.of(), clock);
    }

    @Test
    void fromNovemberOnTheKeeperIsAskedForTheNextYearUntilItIsComplete() {
        assertThat(on("2026-10-31", true).askedFor(OFFICER)).isEmpty();
        assertThat(on("2026-11-01", true).askedFor(OFFICER)).contains(2027);
        assertThat(on("2026-11-01", false).askedFor(OFFICER)).isEmpty();
        assertThat(on("2025-12-31", true).askedFor(OFFICER)).isEmpty();
        assertThat(on("2028-03-01", true).askedFor(OFFICER)).contains(2028);

        var years = on("2026-11-28", true);
        assertThat(years.declare(2027, "Công văn mẫu", years.of(2027).revision(), OFFICER).complete()).isTrue();
        assertThat(years.askedFor(OFFICER)).isEmpty();
    }
}
