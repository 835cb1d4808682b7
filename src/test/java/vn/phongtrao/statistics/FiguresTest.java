package vn.phongtrao.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.TestTables;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.unit.UnitPath;

/** Figures of random registers are what somebody would count who reads all rows one by one. */
@SpringJUnitConfig(FiguresTest.Slice.class)
class FiguresTest {

    private static final Random RANDOM = new Random();
    private static final long SEED = RANDOM.nextLong(1_000_000);

    /** Sums of a month that are not those of its awards and payments, or that there should be. */
    private static final String WRONG_SUMS = """
            with counted as (
                select award.unit_path, date_trunc('month', decided_on)::date as month, form, kind, fund, fund_unit,
                       count(*) as awards, sum(bonus) as bonus,
                       sum(case when kind = 'individual' and gender = 'male' then 1 else 0 end) as men,
                       sum(case when kind = 'individual' and gender = 'female' then 1 else 0 end) as women,
                       sum(case when kind = 'individual' and direct_worker then 1 else 0 end) as direct_workers,
                       sum(case when kind = 'individual' and farmer then 1 else 0 end) as farmers,
                       sum(case when bonus > 0 then 1 else 0 end) as bonuses,
                       sum(case when is_paid then 1 else 0 end) as paid_bonuses,
                       sum(case when is_paid then bonus else 0 end) as paid
                from award, lateral (select exists (select 1 from award_payment
                    where award_id = award.id and undone_at is null) as is_paid) payment
                group by 1, 2, 3, 4, 5, 6),
            kept as (
                select unit_path, month, form, kind, fund, fund_unit, awards, bonus, men, women, direct_workers, farmers,
                       bonuses, paid_bonuses, paid
                from award_month where awards <> 0 or bonus <> 0 or bonuses <> 0 or paid_bonuses <> 0 or paid <> 0)
            (table kept except table counted) union all (table counted except table kept)""";

    private static Rows rows;
    private static Map<UnitPath, UnitPath> successors;

    @Import(TestTables.class)
    @ComponentScan(basePackages = "vn.phongtrao", useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = FigureSource.class))
    static class Slice {
    }

    @Autowired
    private List<FigureSource> sources;
    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void registers(@Autowired DataSource dataSource) throws SQLException {
        var one = new SingleConnectionDataSource(dataSource.getConnection(), true);
        new SampleRegisters(JdbcClient.create(one), SEED).fill(12_000);
        one.destroy();
        rows = Rows.of(JdbcClient.create(dataSource));
        successors = JdbcClient.create(dataSource).sql("select old_path, new_path from unit_successor")
                .query((row, index) -> Map.entry(UnitPath.of(row.getString("old_path")), UnitPath.of(row.getString("new_path"))))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Stream<Asked> unitsAndDays() {
        return Stream.generate(() -> {
            var from = LocalDate.of(2014, 6, 1).plusDays(RANDOM.nextInt(4000));
            var to = RANDOM.nextInt(4) == 0 ? from : from.plusDays(RANDOM.nextInt(900));
            return new Asked(UnitPath.of(List.of("95", "95/954", "95/956", "95/954/31813", "95/956/31843", "96",
                    "96/31825").get(RANDOM.nextInt(7))), from, to);
        }).limit(60);
    }

    @ParameterizedTest
    @MethodSource("unitsAndDays")
    void figuresAreTheRowsCountedOneByOne(Asked asked) {
        assertThat(count(asked)).as("seed %d, %s", SEED, asked).containsExactlyInAnyOrderEntriesOf(rows.count(asked));
    }

    @Test
    void awardsOfAMonthKeepUpWithThoseWhoEnterChangeAndRemoveAtTheSameTime() throws Exception {
        var people = Executors.newFixedThreadPool(4);
        people.invokeAll(Stream.of(1, 2, 3, 4).<Callable<Integer>>map(person -> () -> {
            for (int i = 0; i < 20; i++) {
                var dossier = "KT-%d".formatted(1 + (person * 20 + i) % 50);
                jdbc.sql("""
                        insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name,
                            subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                            base_salary, bonus)
                        select dossier_number, -100 * nominee_id - ?, decision_number, decided_on, unit_path, form, kind, name,
                            subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                            base_salary, bonus from award where dossier_number = ? and nominee_id > 0""")
                        .params(person, dossier).update();
                jdbc.sql("update award set bonus = bonus + 1, decided_on = decided_on + 20 where dossier_number = ?")
                        .param(dossier).update();
                jdbc.sql("""
                        insert into award_payment (award_id, paid_on, recorded_by, recorded_at)
                        select id, decided_on, 'person', now() from award
                        where dossier_number = ? and nominee_id > 0 and bonus > 0 on conflict do nothing""").param(dossier)
                        .update();
                jdbc.sql("update award set bonus = bonus + 1 where dossier_number = ?").param(dossier).update();
                jdbc.sql("""
                        update award_payment set undone_at = now(), undone_by = 'x', undo_reason = 'x'
                        where recorded_by = 'person' and undone_at is null and award_id % 3 = 0
                          and award_id in (select id from award where dossier_number = ?)""").param(dossier).update();
                jdbc.sql("delete from award where dossier_number = ? and nominee_id < 0").param(dossier).update();
            }
            return person;
        }).toList()).forEach(FiguresTest::done);
        people.shutdown();
        rows = Rows.of(jdbc);

        var decade = new Asked(UnitPath.of("95"), LocalDate.of(2000, 1, 1), LocalDate.of(2030, 12, 31));
        assertThat(count(decade)).as("seed %d", SEED).containsExactlyInAnyOrderEntriesOf(rows.count(decade));
        assertThat(jdbc.sql("select count(*) from award_payment where recorded_by = 'person'").query(Long.class).single())
                .isGreaterThan(20);
        assertThat(jdbc.sql(WRONG_SUMS).query().listOfRows()).as("seed %d", SEED).isEmpty();
    }

    private static void done(Future<Integer> person) {
        assertThat(person).succeedsWithin(Duration.ofSeconds(30));
    }

    /** By figure with its parts, what is zero left out. */
    private Map<String, Long> count(Asked asked) {
        return without0(sources.stream().filter(source -> !source.getClass().getPackageName().endsWith(".report"))
                .flatMap(source -> source.count(asked).stream()).flatMap(count -> Stream.of(
                        Map.entry(String.join(" ", count.figure(), String.join(" ", count.parts())).strip(), count.number()),
                        Map.entry(String.join(" ", "money", String.join(" ", count.parts())), count.money()))));
    }

    private static Map<String, Long> without0(Stream<Map.Entry<String, Long>> counts) {
        var sums = counts.collect(Collectors.groupingBy(Map.Entry::getKey,
                Collectors.summingLong(Map.Entry::getValue)));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private record Span(UnitPath unit, LocalDate from, LocalDate until) {

        /** @param until the first day that it is no more; null for never */
        static Span of(ResultSet row, String unit, String from, String until) throws SQLException {
            return new Span(UnitPath.of(row.getString(unit)), row.getObject(from, LocalDate.class),
                    row.getObject(until, LocalDate.class));
        }

        boolean in(Asked asked) {
            return lies(unit, asked.unit()) && !from.isAfter(asked.to())
                    && (until == null || until.isAfter(asked.to()));
        }
    }

    /** Whether the one is, lies below, or has become part of the other. */
    private static boolean lies(UnitPath unit, UnitPath in) {
        return in.covers(unit) || successors.entrySet().stream().anyMatch(succession ->
                succession.getKey().covers(unit) && lies(succession.getValue(), in));
    }

    private record Held(long member, LocalDate since, String role) {
    }

    private record Member(long id, Span span) {
    }

    private record Model(long id, Span span, String group) {
    }

    private record Recognised(long model, String level, LocalDate on) {
    }

    private record Site(long model, Span span) {
    }

    private record Result(String area, Span span, String subject, int year, boolean passed) {
    }

    private record Organisation(long id, Span span) {
    }

    private record Counted(long organisation, LocalDate on, long members) {
    }

    private record Award(Span span, String parts, long bonus) {
    }

    /** All rows of the registers, read as they are. */
    private record Rows(List<Span> communes, Map<String, Span> areas, List<Span> teams, List<Member> members,
                        Map<Long, List<Held>> roles, List<Model> models, Map<Long, List<Recognised>> recognised,
                        List<Site> sites, Map<String, List<Result>> results, List<Span> registrations,
                        List<Organisation> organisations, Map<Long, List<Counted>> counted, List<Award> awards) {

        static Rows of(JdbcClient jdbc) {
            return new Rows(
                    all(jdbc, "select path, valid_from, valid_to + 1 as gone from unit where tier = 'commune'",
                            (row, i) -> Span.of(row, "path", "valid_from", "gone")),
                    all(jdbc, """
                            select path, valid_from, valid_to + 1 as gone from hamlet union all
                            select path, valid_from, valid_to + 1 from safe_area_body""", (row, i) -> Span.of(row,
                            "path", "valid_from", "gone")).stream().collect(Collectors.toMap(hamlet -> hamlet.unit().value(),
                            Function.identity())),
                    all(jdbc, "select * from team", (row, i) -> Span.of(row, "unit_path", "established_on",
                            "dissolved_on")),
                    all(jdbc, "select member.*, unit_path from team_member member join team on team.id = team_id",
                            (row, i) -> new Member(row.getLong("id"), Span.of(row, "unit_path", "joined_on", "left_on"))),
                    by(Held::member, all(jdbc, "select * from team_role order by id", (row, i) -> new Held(
                            row.getLong("member_id"), day(row, "since"), row.getString("role")))),
                    all(jdbc, "select *, date '1900-01-01' as ever from model", (row, i) -> new Model(row.getLong("id"),
                            Span.of(row, "unit_path", "ever", "retired_on"), row.getString("model_group"))),
                    by(Recognised::model, all(jdbc, "select * from model_recognition", (row, i) -> new Recognised(
                            row.getLong("model_id"), row.getString("level"), day(row, "decided_on")))),
                    all(jdbc, "select * from model_site", (row, i) -> new Site(row.getLong("model_id"),
                            Span.of(row, "unit_path", "decided_on", "retired_on"))),
                    by(Result::area, all(jdbc, "select * from safe_area_result", (row, i) -> new Result(
                            row.getString("area_path"), Span.of(row, "unit_path", "decided_on", "revoked_on"),
                            row.getString("subject"), row.getInt("year"),
                            row.getString("result").equals("passed")))),
                    all(jdbc, "select unit_path, registered_on, null::date as never from safe_area_registration",
                            (row, i) -> Span.of(row, "unit_path", "registered_on", "never")),
                    all(jdbc, "select id, unit_path, active_from, active_until + 1 as gone from mass_organisation",
                            (row, i) -> new Organisation(row.getLong("id"), Span.of(row, "unit_path", "active_from",
                                    "gone"))),
                    by(Counted::organisation, all(jdbc, "select * from mass_organisation_members", (row, i) ->
                            new Counted(row.getLong("organisation_id"), day(row, "counted_on"), row.getLong("members")))),
                    all(jdbc, "select *, null::date as never from award", (row, i) -> new Award(Span.of(row, "unit_path",
                            "decided_on", "never"), row.getString("form") + " " + row.getString("kind"),
                            row.getLong("bonus"))));
        }

        Map<String, Long> count(Asked asked) {
            return without0(Stream.of(one(areas(asked)), one(teams(asked)), one(models(asked)), one(safe(asked)),
                    one(registrations(asked)), organisations(asked), awards(asked)).flatMap(Function.identity()));
        }

        private static Stream<Map.Entry<String, Long>> one(Stream<String> figures) {
            return figures.map(figure -> Map.entry(figure, 1L));
        }

        private Stream<String> areas(Asked asked) {
            return Stream.concat(communes.stream().filter(commune -> commune.in(asked)).map(commune -> "communes"),
                    areas.values().stream().filter(area -> area.in(asked) && !area.unit().code().startsWith("0-"))
                            .map(hamlet -> "hamlets"));
        }

        private Stream<String> teams(Asked asked) {
            return Stream.concat(teams.stream().filter(team -> team.in(asked)).map(team -> "teams"),
                    members.stream().filter(member -> member.span().in(asked)).flatMap(member -> {
                        var held = roles.get(member.id()).stream().filter(role -> !role.since().isAfter(asked.to()))
                                .reduce((one, other) -> other.since().isBefore(one.since()) ? one : other).orElseThrow();
                        return Stream.of("teamMembers", switch (held.role()) {
                            case "LEADER" -> "teamLeaders";
                            case "DEPUTY" -> "teamDeputies";
                            default -> "teamOthers";
                        });
                    }));
        }

        private boolean works(long model, LocalDate on) {
            return recognised.getOrDefault(model, List.of()).stream().anyMatch(one -> !one.on().isAfter(on));
        }

        private Stream<String> models(Asked asked) {
            var byId = models.stream().collect(Collectors.toMap(Model::id, Function.identity()));
            return Stream.concat(models.stream()
                            .filter(model -> model.span().in(asked) && works(model.id(), asked.to()))
                            .flatMap(model -> Stream.concat(Stream.of("models " + model.group()),
                                    recognised.get(model.id()).stream().filter(one -> one.level().equals("ministry")
                                            && !one.on().isAfter(asked.to())).map(one -> "ministryModels"))),
                    sites.stream().filter(site -> site.span().in(asked) && works(site.model(), asked.to())
                            && (byId.get(site.model()).span().until() == null
                            || byId.get(site.model()).span().until().isAfter(asked.to()))).map(site -> "sites"));
        }

        private Stream<String> safe(Asked asked) {
            return results.values().stream().flatMap(area -> area.stream()
                    .filter(result -> !result.span().from().isAfter(asked.to()))
                    .max(Comparator.comparing(Result::year)).stream())
                    .filter(result -> result.passed() && result.span().in(asked)
                            && asked.to().getYear() - result.year() <= 1 && asked.to().getYear() >= result.year()
                            && (result.subject().equals("commune") ? communes.stream().anyMatch(commune -> commune.in(asked)
                            && commune.unit().value().equals(result.area())) : areas.get(result.area()).in(asked)))
                    .map(result -> switch (result.subject()) {
                        case "commune" -> "safeCommunes";
                        case "hamlet" -> "safeHamlets";
                        case "agency" -> "safeAgencies";
                        case "enterprise" -> "safeEnterprises";
                        default -> "safeSchools";
                    });
        }

        private Stream<String> registrations(Asked asked) {
            return registrations.stream().filter(one -> one.in(asked) && !one.from().isBefore(asked.from()))
                    .map(one -> "safeAreaRegistrations");
        }

        private Stream<Map.Entry<String, Long>> organisations(Asked asked) {
            return organisations.stream().filter(organisation -> organisation.span().in(asked)).flatMap(organisation ->
                    Stream.of(Map.entry("registeredOrganisations", 1L), Map.entry("registeredOrganisationMembers",
                            counted.get(organisation.id()).stream().filter(one -> !one.on().isAfter(asked.to()))
                                    .max(Comparator.comparing(Counted::on)).orElseThrow().members())));
        }

        private Stream<Map.Entry<String, Long>> awards(Asked asked) {
            return awards.stream().filter(award -> award.span().in(asked)
                    && !award.span().from().isBefore(asked.from())).flatMap(award -> Stream.of(
                            Map.entry("awards " + award.parts(), 1L),
                            Map.entry("money " + award.parts(), award.bonus())));
        }

        private static LocalDate day(ResultSet row, String column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }

        private static <T> List<T> all(JdbcClient jdbc, String sql, RowMapper<T> mapper) {
            return jdbc.sql(sql).query(mapper).list();
        }

        private static <K, T> Map<K, List<T>> by(Function<T, K> key, List<T> rows) {
            return rows.stream().collect(Collectors.groupingBy(key));
        }
    }
}
