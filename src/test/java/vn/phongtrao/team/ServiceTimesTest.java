package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.phongtrao.team.Role.MEMBER;
import static vn.phongtrao.team.TeamFixture.COMMUNE;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.team.ServiceTimes.AreaTime;

/** In what kind of area somebody has served, day by day, whatever their commune has become since. */
@SpringJUnitConfig(TeamFixture.Tables.class)
@Import(ServiceTimes.class)
class ServiceTimesTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);

    @Autowired
    private ServiceTimes times;
    @Autowired
    private TeamFixture fixture;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void emptyRegister() {
        fixture.empty();
        fixture.join(fixture.team(COMMUNE, "31813-01", 3), "c1", MEMBER);
    }

    @Test
    void anAreaCountsFromItsFirstDayOrTheirs() {
        area("95/954", "2010-01-01", "2024-12-31");

        assertThat(times.of("c1".getBytes())).singleElement().satisfies(served -> assertThat(served.areas()).containsExactly(
                new AreaTime("island", TeamFixture.START, LocalDate.of(2025, 1, 1))));
    }

    @Test
    void whatACommuneWasCountsUntilItEndsAndThenWhatItsSuccessorIs() {
        area(COMMUNE.value(), "2010-01-01", null);
        area("96/31825", "2025-09-01", null);

        assertThat(times.of("c1".getBytes()).get(0).areas()).extracting(AreaTime::from, AreaTime::to).containsExactly(
                tuple(TeamFixture.START, LAST_DAY.plusDays(1)), tuple(LocalDate.of(2025, 9, 1), null));
    }

    @Test
    void aSuccessorsKindDoesNotReachBack() {
        area("96", "2010-01-01", null);

        assertThat(times.of("c1".getBytes()).get(0).areas()).extracting(AreaTime::from).containsExactly(LAST_DAY.plusDays(1));
    }

    @Test
    void whereAnotherCommuneIsCountsForNobody() {
        area("95/956/31843", "2010-01-01", null);
        area("96/31843", "2025-07-01", null);

        assertThat(times.of("c1".getBytes()).get(0).areas()).isEmpty();
    }

    private void area(String unit, String from, String to) {
        jdbc.sql("insert into area_class (unit_path, kind, valid_from, valid_to, legal_basis) values (?, 'island', ?::date, ?::date, 'Mẫu')")
                .params(unit, from, to).update();
    }
}
