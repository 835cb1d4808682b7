package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;

/** Which fund pays, and how large it may be. */
class FundsTest {

    private final Funds funds = new Funds(new RulesOnFile());

    @ParameterizedTest
    @CsvSource({"commune-certificate, 2024-07-05, COMMUNE", "commune-certificate, 2025-07-01, COMMUNE",
            "commendation-letter, 2025-07-01, COMMUNE", "district-certificate, 2025-06-30, DISTRICT",
            "police-director-certificate, 2026-01-01, PROVINCE_POLICE", "province-merit, 2024-01-01, PROVINCE",
            "ministry-merit, 2025-07-01, MINISTRY", "security-medal, 2024-01-01, MINISTRY",
            "party-merit, 2025-07-01, PARTY", "province-flag, 2025-07-01, PROVINCE", "ministry-flag, 2024-01-01, MINISTRY",
            "prime-minister-merit, 2025-07-01, PROVINCE"})
    void whoDecidesPays(String form, LocalDate decidedOn, Fund fund) {
        assertThat(funds.paying(form, decidedOn)).isEqualTo(fund);
    }

    @ParameterizedTest
    @CsvSource({"COMMUNE, false, 2026, 1000000, 800000", "PROVINCE, true, 2026, 1500001, 800000",
            "DISTRICT, false, 2025, 1000000, 800000"})
    void aFundIsAShareOfWhatItsLevelSpendsAndAFifthOfItIsForOrganising(Fund fund, boolean remote, int year, long most,
                                                                       long forBonuses) {
        var ceiling = funds.ceiling(fund, remote, Year.of(year)).orElseThrow();

        assertThat(ceiling.most(100_000_099)).isEqualTo(most);
        assertThat(ceiling.forBonuses(1_000_000)).isEqualTo(forBonuses);
    }

    @Test
    void fundsWithoutARuleHaveNoCeiling() {
        assertThat(funds.ceiling(Fund.PROVINCE_POLICE, false, Year.of(2026))).isEmpty();
        assertThat(funds.ceiling(Fund.DISTRICT, false, Year.of(2026))).isEmpty();
    }
}
