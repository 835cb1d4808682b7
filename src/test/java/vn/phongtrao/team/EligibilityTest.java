package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.unit.UnitPath;

/** Who may join a team: Luật 30/2023/QH15, Điều 13, clause by clause. */
class EligibilityTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final UnitPath DIFFICULT = UnitPath.of("95/956/31843");
    private static final Days TODAY = Days.on(LocalDate.of(2024, 7, 15));
    private static final String LAW = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, ";

    private static Eligibility eligibility;

    private LocalDate birthDate = LocalDate.of(1990, 1, 1);
    private String education = "lower-secondary";
    private int residenceMonths = 24;
    private String legalStatus = "none";
    private boolean healthCertificate = true;
    private boolean transitional;

    @BeforeAll
    static void readRules() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        jdbc.sql("""
                insert into area_class (unit_path, kind, valid_from, valid_to, legal_basis)
                values (?, 'especially-difficult', '2021-06-04', '2024-12-31', 'Quyết định mẫu')""").param(DIFFICULT.value())
                .update();
        eligibility = new Eligibility(new RulesOnFile(), new Areas(jdbc));
    }

    @Test
    void whoMeetsEveryClauseIsEligible() {
        assertThat(judged()).isEqualTo(new Eligibility.Verdict("eligible", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"2006-07-16, ineligible", "2006-07-15, eligible", "1954-07-15, eligible", "1954-07-14, chair-decides",
            "1953-07-16, chair-decides", "1953-07-15, chair-decides", "1934-07-15, chair-decides"})
    void clause1AgeRunsFromTheEighteenthToTheSeventiethBirthday(LocalDate born, String result) {
        birthDate = born;
        assertThat(judged().result()).isEqualTo(result);
    }

    @Test
    void clause1WhoIsBornOnALeapDayIsOfAgeOnTheLastOfFebruary() {
        birthDate = LocalDate.of(2008, 2, 29);
        assertThat(eligibility.judge(applicant(), COMMUNE, Days.on(LocalDate.of(2026, 2, 27))).result())
                .isEqualTo("ineligible");
        assertThat(eligibility.judge(applicant(), COMMUNE, Days.on(LocalDate.of(2026, 2, 28))).result())
                .isEqualTo("eligible");
    }

    @Test
    void clause1OverSeventyNamesTheChairAndTheClause() {
        birthDate = LocalDate.of(1950, 1, 1);
        assertThat(judged().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.message()).contains("Chủ tịch Ủy ban nhân dân cấp xã quyết định");
            assertThat(reason.legalBasis()).isEqualTo(LAW + "Điều 13 khoản 1");
        });
    }

    @Test
    void clause1OverSeventyWithoutHealthIsIneligible() {
        birthDate = LocalDate.of(1950, 1, 1);
        healthCertificate = false;
        assertThat(judged().result()).isEqualTo("ineligible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prosecuted", "serving", "measure", "not-cleared", "unheard-of"})
    void clause2LegalStatusStandsInTheWay(String status) {
        legalStatus = status;
        assertIneligible("Điều 13 khoản 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "cleared"})
    void clause2WhoseRecordIsClearedIsEligible(String status) {
        legalStatus = status;
        assertThat(judged().result()).isEqualTo("eligible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "primary", "unheard-of"})
    void clause3LowerSecondaryEducationIsNeeded(String level) {
        education = level;
        assertIneligible("Điều 13 khoản 3");
    }

    @Test
    void clause3PrimaryEducationIsEnoughInADifficultAreaWhileItIsOne() {
        education = "primary";
        var applicant = applicant();
        assertThat(eligibility.judge(applicant, DIFFICULT, TODAY).result()).isEqualTo("eligible");
        assertThat(eligibility.judge(applicant, DIFFICULT, Days.on(LocalDate.of(2025, 1, 1))).result())
                .isEqualTo("ineligible");
    }

    @Test
    void clause3NoEducationIsNotEnoughAnywhere() {
        education = "none";
        assertThat(eligibility.judge(applicant(), DIFFICULT, TODAY).result()).isEqualTo("ineligible");
    }

    @ParameterizedTest
    @CsvSource({"11, ineligible", "12, eligible"})
    void clause4ResidenceIsTwelveMonthsAtLeast(int months, String result) {
        residenceMonths = months;
        assertThat(judged().result()).isEqualTo(result);
    }

    @Test
    void clause4NamesItself() {
        residenceMonths = 3;
        assertIneligible("Điều 13 khoản 4");
    }

    @Test
    void article15Clause3WaivesTheYearOfResidenceForWhoIsTakenOver() {
        residenceMonths = 3;
        transitional = true;
        assertThat(judged().result()).isEqualTo("eligible");
    }

    @Test
    void clause5HealthMustBeCertified() {
        healthCertificate = false;
        assertIneligible("Điều 13 khoản 5");
    }

    @Test
    void everyClauseThatIsNotMetIsNamed() {
        birthDate = LocalDate.of(2010, 1, 1);
        legalStatus = "serving";
        education = "none";
        residenceMonths = 0;
        healthCertificate = false;
        assertThat(judged().reasons()).extracting(Reason::legalBasis).containsExactly(LAW + "Điều 13 khoản 1",
                LAW + "Điều 13 khoản 2", LAW + "Điều 13 khoản 3", LAW + "Điều 13 khoản 4", LAW + "Điều 13 khoản 5");
    }

    private void assertIneligible(String clause) {
        assertThat(judged().result()).isEqualTo("ineligible");
        assertThat(judged().reasons()).extracting(Reason::legalBasis).containsExactly(LAW + clause);
    }

    private Eligibility.Verdict judged() {
        return eligibility.judge(applicant(), COMMUNE, TODAY);
    }

    private Applicant applicant() {
        return new Applicant("Người mẫu", birthDate, education, residenceMonths, legalStatus, healthCertificate,
                transitional);
    }
}
