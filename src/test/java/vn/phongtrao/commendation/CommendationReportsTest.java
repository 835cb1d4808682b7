package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.commendation.CommendationReport.Line;
import vn.phongtrao.commendation.SampleAwards.Sample;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.Asking;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The report on commendation, over awards of two years that chance made. */
class CommendationReportsTest {

    private static final List<String> UNITS = List.of("95/954/31813", "95/954/31816", "95/956/31843");
    private static final List<String> FORMS = List.of("commune-certificate", "province-merit", "ministry-merit");
    private static final List<String> FUNDS = List.of("commune", "province", "ministry");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final UnitPath ENDED = UnitPath.of("94");
    /** Of another province, so that no other sum has them. */
    private static final UnitPath REVOKED = UnitPath.of("96/32014");
    private static final Officer PROVINCE = Officer.of("x", List.of("95/committee-clerk"));

    private static final List<Sample> AWARDS = new ArrayList<>();

    private static CommendationReports reports;

    @BeforeAll
    static void awards() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        var samples = new SampleAwards(jdbc);
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            var form = random.nextInt(FORMS.size());
            var kind = List.of("individual", "household", "collective").get(random.nextInt(3));
            var one = kind.equals("individual");
            var award = new Sample(FIRST.plusDays(random.nextInt(731)), UNITS.get(random.nextInt(UNITS.size())),
                    FORMS.get(form), kind, one ? pick(random, "male", "female", null) : null,
                    one ? pick(random, true, false, null) : null, one ? pick(random, true, false, null) : null,
                    10_000L * random.nextInt(800), FUNDS.get(form), form == 2 ? null : "95");
            samples.add(award);
            AWARDS.add(award);
        }
        revokedOnTheWay(jdbc, samples, random);
        Units units = mock();
        when(units.require(any())).thenAnswer(call -> new Unit(call.getArgument(0), Tier.PROVINCE, "Đơn vị mẫu",
                "đơn vị mẫu", FIRST, null));
        when(units.inForce(any())).thenAnswer(call -> Optional.of(call.<UnitPath>getArgument(0)).filter(unit -> !unit
                .equals(ENDED)).map(units::require));
        reports = new CommendationReports(jdbc, units, new Asking(units, mock()), new MovableClock("2024-08-01"));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Awards of a commune of their own, decided in 2024 and revoked on 15 March 2025. */
    private static void revokedOnTheWay(JdbcClient jdbc, SampleAwards samples, Random random) {
        for (int i = 0; i < 20; i++) {
            var id = samples.add(new Sample(FIRST.plusDays(random.nextInt(365)), REVOKED.value(), "province-merit",
                    "individual", pick(random, "male", "female", null), true, true, 1_000_000, "province", "95"));
            jdbc.sql("update award set revoked_on = '2025-03-15', revoked_by = '09/QĐ-UBND' where id = ?").param(id).update();
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01, 2024-12-31, 20", "2024-01-01, 2025-03-14, 20", "2024-01-01, 2025-03-15, 0",
            "2024-01-01, 2025-12-31, 0"})
    void whatWasRevokedCountsUntilTheDayBefore(LocalDate from, LocalDate to, long awards) {
        var total = reports.of(new Asked(REVOKED, from, to)).total();

        assertThat(total.awards()).isEqualTo(awards);
        assertThat(total.directWorkers()).isEqualTo(awards);
        assertThat(total.bonus()).isEqualTo(awards * 1_000_000);
    }

    @ParameterizedTest
    @CsvSource({"95, 2024-01-01, 2024-06-30", "95, 2024-01-01, 2025-12-31", "95, 2024-01-15, 2025-11-20",
            "95/954, 2024-02-10, 2024-03-20", "95/954, 2024-07-01, 2024-12-31",
            "95/954/31813, 2024-01-01, 2024-12-31", "95, 2024-03-05, 2024-03-05", "95, 2030-01-01, 2030-12-31"})
    void everyNumberIsThatOfTheAwardsThemselves(String unit, LocalDate from, LocalDate to) {
        var report = reports.of(new Asked(UnitPath.of(unit), from, to));
        var own = AWARDS.stream().filter(award -> UnitPath.of(unit).covers(UnitPath.of(award.unit()))
                && !award.decidedOn().isBefore(from) && !award.decidedOn().isAfter(to)).toList();

        assertThat(report.lines()).extracting(Line::form).containsExactlyElementsOf(own.stream().map(Sample::form)
                .distinct().sorted().toList());
        report.lines().forEach(line -> compare(line, own.stream().filter(award -> award.form().equals(line.form()))
                .toList()));
        compare(report.total(), own);
        assertThat(report.funds()).allSatisfy(share -> assertThat(share.bonus()).isEqualTo(own.stream()
                .filter(award -> award.fund().equals(share.fund())).mapToLong(Sample::bonus).sum()));
        assertThat(report.funds().stream().mapToLong(CommendationReport.Share::awards).sum()).isEqualTo(own.size());
    }

    private static void compare(Line line, List<Sample> own) {
        assertThat(line).isEqualTo(new Line(line.form(), line.formName(), line.fund(), line.fundName(), own.size(),
                count(own, award -> award.kind().equals("individual")),
                count(own, award -> "male".equals(award.gender())),
                count(own, award -> "female".equals(award.gender())),
                count(own, award -> award.kind().equals("individual") && award.gender() == null),
                count(own, award -> Boolean.TRUE.equals(award.directWorker())),
                count(own, award -> Boolean.TRUE.equals(award.farmer())),
                count(own, award -> award.kind().equals("household")),
                count(own, award -> award.kind().equals("collective")), own.stream().mapToLong(Sample::bonus).sum()));
    }

    private static long count(List<Sample> own, Predicate<Sample> which) {
        return own.stream().filter(which).count();
    }

    @Test
    void linesAreSortedAndPaged() {
        var asked = new Asked(UnitPath.of("95"), FIRST, FIRST.plusYears(2));
        var page = reports.lines(asked, PageRequest.of(0, 2, Sort.by(Sort.Direction.DESC, "form")));

        assertThat(page.getContent()).extracting(Line::form).containsExactly("province-merit", "ministry-merit");
        assertThat(page.getTotalElements()).isEqualTo(3);
    }

    @Test
    void whatIsLeftOutIsTheOfficersHighestUnitAndThisYearUntilToday() {
        var officer = Officer.of("x", List.of("95/954/31813/police-officer", "95/954/police-officer"));

        assertThat(reports.asked(null, null, null, officer)).isEqualTo(new Asked(UnitPath.of("95/954"),
                LocalDate.of(2024, 1, 1), LocalDate.of(2024, 8, 1)));
        assertThat(reports.asked(null, null, LocalDate.of(2023, 6, 30), officer).from())
                .isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(reports.asked(null, LocalDate.of(2025, 1, 1), null, officer).to())
                .isEqualTo(LocalDate.of(2025, 6, 30));
    }

    @Test
    void anEndedProvinceWhoseBusinessTheOfficersOwnDoesIsNotTheOfficersHighestUnit() {
        var officer = Officer.of("x", List.of(ENDED + "/committee-clerk", "95/committee-clerk"));

        assertThat(reports.asked(null, null, null, officer).unit()).isEqualTo(UnitPath.of("95"));
    }

    @Test
    void aUnitOfOthersIsForbidden() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> reports.asked(UnitPath.of("95/956"), null, null,
                        Officer.of("x", List.of("95/954/police-officer"))))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> reports.asked(null, null, null,
                Officer.of("x", List.of()))).satisfies(refusal -> assertThat(refusal.kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @ParameterizedTest
    @CsvSource({"1999-12-31, 2024-06-30, from", "2024-01-01, 2101-01-01, to", "2024-07-01, 2024-06-30, from"})
    void daysThatAreNoPeriodAreRefused(LocalDate from, LocalDate to, String field) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> reports.asked(null, from, to, PROVINCE))
                .satisfies(refusal -> assertThat(refusal.field()).contains(field));
    }
}
