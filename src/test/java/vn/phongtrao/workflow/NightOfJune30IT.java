package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.collective;
import static vn.phongtrao.workflow.Journey.household;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.proposal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

import vn.phongtrao.Application;
import vn.phongtrao.Sweep;
import vn.phongtrao.decision.Verdict;
import vn.phongtrao.decision.Verifier;
import vn.phongtrao.local.LocalDatabase;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.press.Papers;
import vn.phongtrao.reorganisation.Reorganisation;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.report.Periods;
import vn.phongtrao.security.Officer;
import vn.phongtrao.team.SampleTeams;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The night of 30 June 2025: on its eve Bạc Liêu has dossiers of every kind at every task, and some that were decided; in the
 * morning Cà Mau goes on with them. Districts are no more, communes have merged, and nothing is lost.
 */
@ScenarioTest
@Import(NightOfJune30IT.Morning.class)
@DirtiesContext
@TestMethodOrder(OrderAnnotation.class)
@TestPropertySource(properties = {"phongtrao.province=ca-mau-2025", "phongtrao.business-date=2025-07-01",
        "phongtrao.papers.public-url=" + NightOfJune30IT.ADDRESS})
class NightOfJune30IT {

    static final String ADDRESS = "https://phongtrao.example.vn";

    private static final List<String> COMMUNES = List.of("95/954/31813", "95/956/31843");
    private static final Path CLOCK = Path.of("target", "clock-of-the-night-" + ProcessHandle.current().pid()).toAbsolutePath();

    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);

    private static Counted before;

    @TestConfiguration(proxyBeanMethods = false)
    static class Morning {

        @Bean
        @Primary
        SharedClock morning() {
            return new SharedClock(CLOCK, LocalDateTime.parse("2025-07-01T07:30"));
        }
    }

    /** What must be the same after the night. */
    private record Counted(Map<String, Long> rows, List<String> decisions, Map<String, Verdict> codes, List<String> papers,
                           List<String> open) {

        static Counted of(JdbcClient jdbc, Verifier verifier) {
            var rows = new TreeMap<String, Long>();
            for (var table : List.of("dossier", "decision", "award", "team", "team_member", "team_role", "model", "model_site",
                    "safe_area_result", "hamlet", "nominee", "ballot", "dossier_document")) {
                rows.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single());
            }
            var codes = new TreeMap<String, Verdict>();
            jdbc.sql("select code from verifiable").query(String.class).list().forEach(code -> codes.put(code, verifier.check(code)));
            return new Counted(rows, jdbc.sql("""
                            select authority || ' ' || number || '/' || symbol || ' ' || signed_on || ' ' || subject
                            from decision order by id""").query(String.class).list(), codes,
                    jdbc.sql("select dossier_number || ' ' || name || ' ' || sha256(content)::text from paper order by 1").query(String.class).list(),
                    jdbc.sql("select number from dossier where closed_at is null order by number").query(String.class).list());
        }
    }

    @DynamicPropertySource
    static void eve(DynamicPropertyRegistry properties) {
        var url = LocalPostgres.shared().freshDatabase();
        try (var eve = new SpringApplicationBuilder(Application.class, ScenarioTest.Cast.class, Journey.class, SampleTeams.class)
                .initializers(context -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
                        "spring.datasource.url=" + url, "phongtrao.province=bac-lieu-2024", "phongtrao.business-date=2025-06-27",
                        "phongtrao.papers.public-url=" + ADDRESS, "server.port=0"), new LocalDatabase()).run()) {
            new Eve(eve).fill();
            var papers = eve.getBean(Papers.class);
            eve.getBean(JdbcClient.class).sql("select min(id) from decision group by symbol, authority").query(Long.class).list()
                    .forEach(decision -> papers.printDecision(decision, ADMINISTRATOR));
            before = Counted.of(eve.getBean(JdbcClient.class), eve.getBean(Verifier.class));
        }
        properties.add("spring.datasource.url", () -> url);
    }

    /** Dossiers of every kind: of each kind the first at its first task, the next at the second, the last decided. */
    private static final class Eve {

        private static final LocalDate DAY = LocalDate.of(2025, 6, 26);

        private final Journey journey;
        private final SampleTeams teams;
        private final Periods periods;
        private final Onward onward;
        private final JdbcClient jdbc;
        private int kinds;
        private int made;

        private Eve(ConfigurableApplicationContext context) {
            journey = context.getBean(Journey.class);
            teams = context.getBean(SampleTeams.class);
            periods = context.getBean(Periods.class);
            jdbc = context.getBean(JdbcClient.class);
            onward = new Onward(journey, context.getBean(TaskService.class), jdbc, DAY,
                    (post, number) -> Journey.officer(post.position(), post.unitPath().value(), number));
        }

        private void fill() {
            for (var form : List.of("commune-certificate", "district-certificate", "province-merit")) {
                atEveryTask(() -> commendation(form, "regular"));
            }
            for (var form : List.of("police-director-certificate", "ministry-merit", "party-merit", "commendation-letter",
                    "district-certificate", "province-merit")) {
                atEveryTask(() -> commendation(form, "ad-hoc"));
            }
            for (var level : List.of("commune", "district", "province", "ministry")) {
                atEveryTask(() -> journey.propose("model-recognition", drafter(), Map.of("name", "Mô hình mẫu " + made, "group",
                        "fire-rescue", "description", "Nội dung mẫu", "hamlet", commune().substring(commune().length() - 5) + "-01",
                        "startedOn", "2023-02-01", "level", level, "results", "Kết quả mẫu")));
            }
            atEveryTask(() -> establishment(3, 3));
            atEveryTask(() -> establishment(2, 3));
            atEveryTask(() -> journey.propose("team-change", drafter(), Map.of("team", Long.toString(teams.team(commune(), 5)), "kind",
                    "leave-on-request", "reason", "Lý do mẫu")));
            periods.open(new Periods.Asked("Quý I năm 2025", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), LocalDate.of(2025, 7, 31)),
                    Journey.officer(POLICE_OFFICER, "95"));
            var reports = jdbc.sql("select number from dossier where process = 'movement-report' order by number").query(String.class).list();
            for (int i = 0; i < 8; i++) {
                for (int taken = 0; taken < i % 4; taken++) {
                    onward.take(reports.get(i));
                }
            }
        }

        private void atEveryTask(Supplier<String> proposed) {
            kinds++;
            for (int steps = 0; ; steps++) {
                made++;
                if (!Sweep.FULL && (made + kinds) % 2 != 0 && steps < 20) {
                    continue;
                }
                var number = proposed.get();
                for (int taken = 0; taken < steps && onward.next(number) != null; taken++) {
                    onward.take(number);
                }
                if (onward.next(number) == null) {
                    return;
                }
            }
        }

        private String commendation(String form, String type) {
            var fields = new HashMap<>(proposal(form, type, List.of(individual("Người mẫu " + made), household("Hộ mẫu " + made),
                    collective("Tập thể mẫu " + made))));
            fields.put("achievedFrom", "2025-01-01");
            fields.put("achievedTo", "2025-05-31");
            return journey.propose(drafter(), fields);
        }

        private String establishment(int quota, int seats) {
            var hamlet = teams.freeHamlet(UnitPath.of(commune()), quota);
            return journey.propose("team-establishment", drafter(), Map.of("hamlet", hamlet, "seats", seats, "reason",
                    "Địa bàn chưa có Tổ", "meetingDate", "2025-07-31"));
        }

        private Officer drafter() {
            return Journey.officer(POLICE_OFFICER, commune());
        }

        private String commune() {
            return COMMUNES.get(made / 2 % COMMUNES.size());
        }
    }

    @Autowired
    Journey journey;
    @Autowired
    Reorganisation reorganisation;
    @Autowired
    Periods periods;
    @Autowired
    TaskService tasks;
    @Autowired
    Units units;
    @Autowired
    Verifier verifier;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    SharedClock clock;

    @Test
    @Order(1)
    void theEveHasDossiersOfEveryKindAtEveryTask() {
        assertThat(before.open()).hasSizeGreaterThan(Sweep.FULL ? 160 : 100);
        assertThat(before.papers()).isNotEmpty();
        assertThat(jdbc.sql("select distinct task_def_key_ from act_ru_task").query(String.class).list()).contains("complete-dossier",
                "sign", "appraise", "council-vote", "decide", "approve-plan", "register-candidates", "approve-candidates",
                "record-selection", "propose-recognition", "record-launch", "fill-report", "accept-report");
    }

    @Test
    @Order(2)
    void aTrialTellsWhatWouldBecomeOfTheDossiersAndChangesNothing() {
        var trial = reorganisation.carryOut(true, "admin");

        assertThat(trial.failed()).isEmpty();
        assertThat(trial.changed()).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from dossier_step where task = 'reroute'").query(Long.class).single()).isZero();
        assertThat(Counted.of(jdbc, verifier)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void afterTheNightNothingWaitsForADistrictThatTheNewRouteLeavesOut() {
        var done = reorganisation.carryOut(false, "admin");

        assertThat(done.failed()).isEmpty();
        assertThat(districtTasks("appraise", "sign", "council-vote")).isEmpty();
        assertThat(reorganisation.carryOut(false, "admin").changed()).as("a second time").isEmpty();
        var after = Counted.of(jdbc, verifier);
        assertThat(after).isEqualTo(before);
    }

    @Test
    @Order(4)
    void everyDossierComesToItsEndInTheHandsOfThoseWhoAreInChargeNow() {
        clock.moveTo(LocalDateTime.parse("2025-07-03T08:00"));
        var onward = new Onward(journey, tasks, jdbc, LocalDate.of(2025, 7, 2), this::inCharge);
        var late = jdbc.sql("select id from report_period").query(Long.class).single();
        periods.close(late, inCharge(new Post(UnitPath.of("95"), POLICE_OFFICER), 1));
        var stuck = new TreeMap<String, String>();
        before.open().forEach(number -> {
            try {
                takeToTheEnd(onward, number);
                if (!journey.ended(number)) {
                    journey.passTime(number);
                    takeToTheEnd(onward, number);
                }
            } catch (RuntimeException | AssertionError failed) {
                stuck.put(number + " at " + onward.next(number), failed + " " + Arrays.stream(failed.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("vn.phongtrao")).limit(9).toList());
            }
        });

        assertThat(stuck).isEmpty();
        assertThat(jdbc.sql("select number || ' ' || status from dossier where closed_at is null").query(String.class).list()).isEmpty();
        assertThat(Counted.of(jdbc, verifier).codes()).containsAllEntriesOf(before.codes());
        assertThat(Counted.of(jdbc, verifier).papers()).containsAll(before.papers());
        assertThat(Counted.of(jdbc, verifier).decisions()).startsWith(before.decisions().toArray(String[]::new));
    }

    @Test
    @Order(5)
    void numbersBeginAnewUnderTheNewAuthoritiesWithoutAGap() {
        assertThat(jdbc.sql("""
                        select authority, symbol, min(number) as first, max(number) as last, count(*) as decisions
                        from decision where authority like '96%' group by authority, symbol, year""").query().listOfRows())
                .hasSizeGreaterThan(3).allSatisfy(series -> {
                    assertThat(((Number) series.get("first")).longValue()).isEqualTo(1);
                    assertThat(((Number) series.get("last")).longValue()).isEqualTo(series.get("decisions"));
                });
        assertThat(jdbc.sql("select count(*) from decision where authority like '95%' and signed_on >= date '2025-07-01'")
                .query(Long.class).single()).isZero();
    }

    @Test
    @Order(6)
    void whatADistrictHadToGiveTheCommuneGivesByTheRulesOfTheDayOfReceipt() {
        var given = jdbc.sql("""
                        select award.kind || ' ' || award.bonus || ' ' || decision.authority as line
                        from award join decision on decision.dossier_number = award.dossier_number
                        where award.form = 'district-certificate' and decision.signed_on >= date '2025-07-01'""")
                .query(String.class).list();

        assertThat(given.stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()))).containsOnlyKeys(
                Stream.of("96/31825", "96/31843").flatMap(unit -> Stream.of("individual 710000 " + unit,
                        "household 1060000 " + unit, "collective 1410000 " + unit)).toArray(String[]::new));
    }

    /** The reminders of the night may touch a task at the same moment; whoever is overtaken tries again. */
    private static void takeToTheEnd(Onward onward, String number) {
        for (int tries = 0; ; tries++) {
            try {
                onward.takeToTheEnd(number);
                return;
            } catch (Refusal refused) {
                if (refused.kind() != Refusal.Kind.CONFLICT || tries == 5) {
                    throw refused;
                }
            }
        }
    }

    private List<String> districtTasks(String... keys) {
        var waiting = new ArrayList<String>();
        for (var key : keys) {
            tasks.createTaskQuery().taskDefinitionKey(key).list().forEach(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId).filter(group -> group != null && group.matches("95/\\d+/[a-z-]+"))
                    .forEach(group -> waiting.add(group + " " + key)));
        }
        return waiting;
    }

    /** Who signs in holds the post of the unit in charge, and with it those of the units that it took over. */
    private Officer inCharge(Post post, int number) {
        var now = post.inCharge(units, LocalDate.now(clock));
        return Officer.of(Journey.officer(now.position(), now.unitPath().value(), number).id(), units.inChargeOf(now.unitPath()).stream()
                .map(unit -> new Post(unit, now.position()).group()).toList());
    }
}
