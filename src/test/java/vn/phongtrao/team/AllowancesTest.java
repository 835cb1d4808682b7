package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.unit.UnitPath;

class AllowancesTest {

    private static final LocalDate THREE_TIERS = LocalDate.of(2024, 7, 1);

    private final Allowances allowances =
            new Allowances(new RulesOnFile(), new Areas(JdbcClient.create(TestDatabase.create())));

    @ParameterizedTest
    @CsvSource({"95/954/31813, LEADER, 1764000", "95/954/31813, DEPUTY, 1543500", "95/954/31813, MEMBER, 1411200",
            "95/959/31942, LEADER, 1544000", "95/961/31891, DEPUTY, 1351000", "95/956/31843, LEADER, 1380000",
            "95/957/31867, MEMBER, 1104000", "95/958/31894, MEMBER, 1104000", "95/960/31972, DEPUTY, 1207500"})
    void allowanceIsAPercentageOfTheMinimumWageOfTheRegion(String commune, Role role, long amount) {
        assertThat(allowances.of(UnitPath.of(commune), role, THREE_TIERS)).get()
                .extracting(Allowances.Allowance::amount).isEqualTo(amount);
    }

    @Test
    void caMauIsNotDetermined() {
        assertThat(allowances.of(UnitPath.of("96/31825"), Role.LEADER, LocalDate.of(2025, 7, 1))).isEmpty();
    }

    @Test
    void nothingIsPaidBeforeTheLawIsInForce() {
        assertThat(allowances.of(UnitPath.of("95/954/31813"), Role.LEADER, LocalDate.of(2024, 6, 30))).isEmpty();
    }
}
