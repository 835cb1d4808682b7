package vn.phongtrao.safearea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.safearea.Criterion.Measure;

/** What the decision tables say of safe areas. */
class AreaStandardsTest {

    private static final Days DAY = Days.on(LocalDate.of(2024, 7, 1));

    private final Rules rules = new RulesOnFile();
    private final AreaStandards standards = new AreaStandards(rules);

    private record Decider(String tier, String position, String symbol, String ending) {
    }

    @ParameterizedTest
    @CsvSource({"HAMLET, 2023-10-31, false", "HAMLET, 2023-11-01, true", "HAMLET, 2024-10-31, true",
            "HAMLET, 2024-11-01, true", "HAMLET, 2024-11-19, true", "HAMLET, 2024-11-20, false",
            "COMMUNE, 2023-11-15, false", "COMMUNE, 2023-11-16, true", "COMMUNE, 2024-11-15, true",
            "COMMUNE, 2024-11-16, true", "COMMUNE, 2024-11-29, true", "COMMUNE, 2024-11-30, false",
            "SCHOOL, 2023-11-15, false", "SCHOOL, 2023-11-16, true", "SCHOOL, 2024-11-29, true"})
    void proposalsForAYearAreTakenFromTheFirstDayThatCountsUntilAllIsToBeFinished(AreaKind kind, LocalDate day,
                                                                                 boolean taken) {
        assertThat(standards.window(kind, 2024, Days.on(day)).takesProposalsOn(day)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"HAMLET, 2023-11-01, 2024-10-31, 2024-11-20", "COMMUNE, 2023-11-16, 2024-11-15, 2024-11-30",
            "AGENCY, 2023-11-16, 2024-11-15, 2024-11-30", "ENTERPRISE, 2023-11-16, 2024-11-15, 2024-11-30",
            "SCHOOL, 2023-11-16, 2024-11-15, 2024-11-30"})
    void aYearRunsFromNovemberToNovember(AreaKind kind, LocalDate from, LocalDate to, LocalDate finishBefore) {
        var window = standards.window(kind, 2024, DAY);

        assertThat(window.periodFrom()).isEqualTo(from);
        assertThat(window.periodTo()).isEqualTo(to);
        assertThat(window.finishBefore()).isEqualTo(finishBefore);
        assertThat(window.legalBasis()).isEqualTo("Thông tư 124/2021/TT-BCA, Điều 8 khoản 2");
    }

    @ParameterizedTest
    @CsvSource({"HAMLET, 2022-02-10, commune", "HAMLET, 2025-07-01, commune", "COMMUNE, 2022-02-10, district",
            "COMMUNE, 2025-06-30, district", "COMMUNE, 2025-07-01, province"})
    void hamletsAreRecognisedByTheCommuneAndCommunesByTheTierAbove(AreaKind kind, LocalDate receivedOn, String tier) {
        assertThat(deciders(kind.id(), Days.on(receivedOn)))
                .containsExactly(new Decider(tier, "committee-chair", "QĐ-UBND", "decide"));
    }

    @ParameterizedTest
    @EnumSource(AreaKind.class)
    void beforeTheCircularThereIsNoRule(AreaKind kind) {
        var before = Days.on(LocalDate.of(2022, 2, 9));

        assertThat(standards.criteria(kind, 2022, before)).isEmpty();
        assertThatThrownBy(() -> standards.window(kind, 2022, before)).isInstanceOf(Refusal.class);
        assertThat(deciders(kind.id(), before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"body, 2024-07-01, commune", "body, 2025-07-01, commune", "upper-body, 2022-02-10, district",
            "upper-body, 2025-06-30, district", "upper-body, 2025-07-01, province"})
    void bodiesAreRecognisedByTheCommuneOrByTheTierAboveThatTheyBelongTo(String form, LocalDate receivedOn, String tier) {
        assertThat(deciders(form, Days.on(receivedOn)))
                .containsExactly(new Decider(tier, "committee-chair", "QĐ-UBND", "decide"));
    }

    @ParameterizedTest
    @CsvSource({"AGENCY, office", "ENTERPRISE, medium-enterprise", "ENTERPRISE, large-enterprise",
            "SCHOOL, secondary-school", "SCHOOL, multi-level-school", "SCHOOL, continuing-education",
            "SCHOOL, vocational-school", "SCHOOL, university"})
    void agenciesEnterprisesAndSchoolsAreJudgedToo(AreaKind kind, String type) {
        assertThatCode(() -> standards.requireSubject(kind, type, DAY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"ENTERPRISE, small-enterprise", "ENTERPRISE, micro-enterprise", "SCHOOL, primary-school",
            "SCHOOL, kindergarten", "SCHOOL, office", "AGENCY, university"})
    void smallEnterprisesPrimarySchoolsAndKindergartensAreNot(AreaKind kind, String type) {
        assertThatThrownBy(() -> standards.requireSubject(kind, type, DAY)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.field()).hasValue("type"))
                .hasMessageContaining("không thuộc đối tượng xét");
    }

    @ParameterizedTest
    @EnumSource(value = AreaKind.class, names = {"AGENCY", "ENTERPRISE", "SCHOOL"})
    void bodiesAreJudgedByCriteriaOfTheirOwn(AreaKind kind) {
        assertThat(standards.criteria(kind, 2024, DAY)).extracting(Criterion::key).containsExactly("plan-registered",
                "policies-implemented", "no-serious-incident", "no-offence", "protection-effective");
    }

    @ParameterizedTest
    @EnumSource(AreaKind.class)
    void fromTheYearThatTheRegisterIsKeptRegistrationIsReadFromIt(AreaKind kind) {
        assertThat(registration(kind, 2026).declared()).isTrue();
        assertThat(registration(kind, 2027).declared()).isFalse();
        assertThat(registration(kind, 2027).least()).usingComparator(Comparator.nullsFirst(BigDecimal::compareTo))
                .isEqualTo(kind == AreaKind.HAMLET ? BigDecimal.ONE : null);
        assertThat(standards.window(kind, 2027, DAY)).satisfies(window -> {
            assertThat(window.registerFrom()).isEqualTo("2027-01-01");
            assertThat(window.registerTo()).isEqualTo("2027-03-31");
        });
    }

    private Criterion registration(AreaKind kind, int year) {
        return standards.criteria(kind, year, DAY).stream().filter(one -> one.measure() == Measure.REGISTRATION)
                .reduce((one, other) -> {
                    throw new AssertionError("two rows for " + year);
                }).orElseThrow();
    }

    @Test
    void hamletsAreJudgedByTheFiveCriteriaOfTheirArticle() {
        assertThat(standards.criteria(AreaKind.HAMLET, 2024, DAY)).allMatch(Criterion::declared)
                .extracting(Criterion::legalBasis).containsExactly(
                        "Thông tư 124/2021/TT-BCA, Điều 4 khoản 1", "Thông tư 124/2021/TT-BCA, Điều 4 khoản 2",
                        "Thông tư 124/2021/TT-BCA, Điều 4 khoản 3", "Thông tư 124/2021/TT-BCA, Điều 4 khoản 4",
                        "Thông tư 124/2021/TT-BCA, Điều 4 khoản 5");
    }

    @Test
    void twoCriteriaOfCommunesAreReadFromTheRegisters() {
        assertThat(standards.criteria(AreaKind.COMMUNE, 2024, DAY)).hasSize(7).filteredOn(one -> !one.declared())
                .extracting(Criterion::measure).containsExactly(Measure.EFFECTIVE_MODELS, Measure.SAFE_HAMLETS);
    }

    @ParameterizedTest
    @CsvSource({"16, 25, false", "17, 25, false", "18, 25, true", "7, 10, true", "69, 100, false", "70, 100, true",
            "6999, 10000, false", "0, 8, false", "5, 8, false", "6, 8, true", "8, 8, true", "0, 0, false"})
    void aShareOfSeventyPerCentIsEnough(long safe, long hamlets, boolean enough) {
        assertThat(new Figures(safe, hamlets, 0).reach(measured(Measure.SAFE_HAMLETS))).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, true"})
    void oneEffectiveModelIsEnough(long models, boolean enough) {
        assertThat(new Figures(0, 8, models).reach(measured(Measure.EFFECTIVE_MODELS))).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"16, 25, '16/25 khóm, ấp (64%)'", "6999, 10000, '6999/10000 khóm, ấp (69,99%)'",
            "69999, 100000, '69999/100000 khóm, ấp (69,99%)'", "0, 0, '0/0 khóm, ấp (0%)'"})
    void aShareThatFallsShortNeverLooksLikeEnough(long safe, long hamlets, String words) {
        assertThat(new Figures(safe, hamlets, 0).inWords(Measure.SAFE_HAMLETS)).isEqualTo(words);
    }

    private List<Decider> deciders(String form, Days days) {
        return rules.rows("safe-area-recognition-jurisdiction", days, new Matter(form, null, null), Decider.class);
    }

    private Criterion measured(Measure measure) {
        return standards.criteria(AreaKind.COMMUNE, 2024, DAY).stream().filter(one -> one.measure() == measure).findFirst()
                .orElseThrow();
    }
}
