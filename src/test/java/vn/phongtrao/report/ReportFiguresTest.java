package vn.phongtrao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.TestTables;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.register.Figure;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.register.FigureSource.Count;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Figures and sums of random reports are what somebody would add up who reads them one by one. */
@SpringJUnitConfig({TestTables.class, ReportFigures.class, ReportSums.class, ReportRegister.class, ReportBook.class})
class ReportFiguresTest {

    private static final Random RANDOM = new Random();
    private static final long SEED = RANDOM.nextLong(1_000_000);
    private static final List<UnitPath> COMMUNES = Stream.of("95/954/31813", "95/954/31816", "95/956/31843")
            .map(UnitPath::of).toList();
    private static final List<Kept> KEPT = new ArrayList<>();
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);

    @Autowired
    private ReportFigures figures;
    @Autowired
    private ReportSums sums;
    @Autowired
    private ReportRegister register;

    /** What was entered. @param order in which corrections were accepted; 0 for the report itself */
    private record Kept(Period period, UnitPath unit, int order, ReportStatus status, Figures figures) {

        boolean counts() {
            return status == ReportStatus.ACCEPTED || status == ReportStatus.SIGNED && order == 0;
        }
    }

    @BeforeAll
    static void reports(@Autowired JdbcClient jdbc, @Autowired ReportBook book) {
        var random = new Random(SEED);
        for (int half = 0; half < 12; half++) {
            var from = LocalDate.of(2020 + half / 2, half % 2 == 0 ? 1 : 7, 1);
            var id = book.open("Kỳ " + half, from, from.plusMonths(6).minusDays(1), from.plusMonths(7), "mẫu");
            var period = book.period(id).orElseThrow();
            for (var unit : COMMUNES) {
                for (int order = 0; order < 3; order++) {
                    var kept = new Kept(period, unit, order, status(order, random), Figures.of(measure ->
                            random.nextInt(1000)));
                    keep(kept, jdbc, book);
                    KEPT.add(kept);
                }
            }
        }
    }

    private static ReportStatus status(int order, Random random) {
        var possible = order == 0 ? List.of(ReportStatus.DRAFT, ReportStatus.FILLED, ReportStatus.SIGNED,
                ReportStatus.RETURNED, ReportStatus.ACCEPTED, ReportStatus.MISSED)
                : List.of(ReportStatus.ACCEPTED, ReportStatus.WITHDRAWN);
        return possible.get(random.nextInt(possible.size()));
    }

    private static void keep(Kept kept, JdbcClient jdbc, ReportBook book) {
        var number = DossierNumber.of("BC-%s-%d-%d".formatted(kept.unit().code(), kept.period().id(), kept.order()));
        jdbc.sql("""
                        insert into dossier (number, process, form, type, title, unit_path, decider, ending, status,
                                             opened_by, opened_at, version)
                        values (?, 'movement-report', 'report', 'report', 'Mẫu', ?, '95/954/police-officer', 'decide',
                                'DECIDED', 'mẫu', now(), 0)""")
                .params(number.value(), kept.unit().value()).update();
        book.add(number, kept.period(), kept.unit(), kept.order() == 0 ? null : "Lý do mẫu", kept.period().dueOn());
        book.keep(number, kept.figures(), "mẫu");
        book.become(number, kept.status());
        jdbc.sql("update movement_report set accepted_at = timestamp '2024-01-01' + ? * interval '1 day' "
                + "where dossier_number = ?").params(kept.order(), number.value()).update();
    }

    static Stream<Asked> unitsAndDays() {
        return Stream.generate(() -> {
            var from = LocalDate.of(2019, 12, 1).plusDays(RANDOM.nextInt(1500));
            return new Asked(UnitPath.of(List.of("95", "95/954", "95/956", "95/954/31816", "96")
                    .get(RANDOM.nextInt(5))), from, from.plusDays(RANDOM.nextInt(1500)));
        }).limit(40);
    }

    @ParameterizedTest
    @MethodSource("unitsAndDays")
    void figuresAreTheReportsAddedUpOneByOne(Asked asked) {
        Map<String, Long> expected = new HashMap<>();
        for (var unit : COMMUNES.stream().filter(unit -> asked.unit().value().equals("96") || asked.unit().covers(unit)).toList()) {
            var standing = KEPT.stream().map(Kept::period).distinct()
                    .filter(period -> !period.from().isBefore(asked.from()) && !period.to().isAfter(asked.to()))
                    .sorted(Comparator.comparing(Period::from)).map(period -> standing(period, unit))
                    .filter(Objects::nonNull).toList();
            for (var measure : Measure.values()) {
                standing.stream().map(one -> (long) one.get(measure))
                        .reduce((first, next) -> measure.lasting() ? next : first + next)
                        .ifPresent(number -> expected.put(unit + " " + measure.id(), number));
            }
        }

        var counted = new HashMap<String, Long>();
        for (Count count : figures.count(asked)) {
            counted.put(count.unit() + " " + count.figure(), count.number());
        }
        assertThat(counted).as("seed %d, %s", SEED, asked).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("unitsAndDays")
    void theRowsBehindAFigureAddUpToIt(Asked asked) {
        for (var figure : figures.figures()) {
            var lasting = figure.span() == Figure.Span.LAST_DAY;
            assertThat(figure.query()).contains(lasting ? "last=true" : "reported=true");
            var rows = register.list(new ReportRegister.Filter(null, asked.from(), asked.to(), asked.unit(), null,
                    lasting ? null : true, lasting ? true : null, null, null), ADMINISTRATOR, Pageable.ofSize(200)).toList();
            var counted = figures.count(asked).stream().filter(count -> count.figure().equals(figure.id()))
                    .mapToLong(Count::number).sum();

            assertThat(rows.stream().mapToLong(row -> value(row, Measure.of(figure.id()))).sum())
                    .as("seed %d, %s of %s", SEED, figure.id(), asked).isEqualTo(counted);
        }
    }

    @Test
    void sumsOfEveryPeriodAndUnitAreTheReportsAddedUp() {
        for (var period : KEPT.stream().map(Kept::period).distinct().toList()) {
            var all = sums.all(period.id(), null, ADMINISTRATOR);
            assertThat(all).extracting(sum -> sum.unitPath().value()).containsExactly("95", "95/954", "95/954/31813",
                    "95/954/31816", "95/956", "95/956/31843");
            for (var sum : all) {
                var reported = COMMUNES.stream().filter(sum.unitPath()::covers).map(unit -> standing(period, unit))
                        .filter(Objects::nonNull).toList();
                assertThat(sum.reported()).as("seed %d", SEED).isEqualTo(reported.size());
                // what nobody has reported is unknown, and no zero
                assertThat(sum.attendances()).as("seed %d", SEED).isEqualTo(reported.stream()
                        .map(figures -> figures.attendances().longValue()).reduce(Long::sum).orElse(null));
            }
        }
    }

    private static long value(ReportRegister.Entry row, Measure measure) {
        return Figures.of(other -> switch (other) {
            case LAUNCH_EVENTS -> row.launchEvents();
            case ATTENDANCES -> row.attendances();
            case LEAFLETS -> row.leaflets();
            case PERSONS_PERSUADED -> row.personsPersuaded();
            case PERSONS_EDUCATED -> row.personsEducated();
            case REGULAR_POLICE -> row.regularPolice();
            case MASS_ORGANISATIONS -> row.massOrganisations();
            case MASS_ORGANISATION_MEMBERS -> row.massOrganisationMembers();
            case COMPLEX_AREAS -> row.complexAreas();
            case FESTIVAL_EVENTS -> row.festivalEvents();
            case CRIME_REPORTS -> row.crimeReports();
        }).get(measure);
    }

    /** @return null where nothing counts */
    private static Figures standing(Period period, UnitPath unit) {
        return KEPT.stream().filter(kept -> kept.period().equals(period) && kept.unit().equals(unit) && kept.counts())
                .max(Comparator.comparingInt(Kept::order)).map(Kept::figures).orElse(null);
    }
}
