package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.collective;
import static vn.phongtrao.workflow.Journey.household;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.proposal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

import vn.phongtrao.Application;
import vn.phongtrao.Sweep;
import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.command.Environment;
import vn.phongtrao.commendation.AwardsGiven;
import vn.phongtrao.decision.Verdict;
import vn.phongtrao.decision.Verifier;
import vn.phongtrao.local.LocalDatabase;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.local.LocalServices;
import vn.phongtrao.press.Papers;
import vn.phongtrao.reorganisation.JoinCommand;
import vn.phongtrao.reorganisation.Joins;
import vn.phongtrao.reorganisation.Reorganisation;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.report.Periods;
import vn.phongtrao.security.Officer;
import vn.phongtrao.team.SampleTeams;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The night of 30 June 2025: on its eve Bạc Liêu has dossiers of every kind at every task, and some that were decided; Cà Mau,
 * which has dossiers of its own, takes the whole database over and in the morning goes on with them. Districts are no more,
 * communes have merged, and nothing is lost.
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

    private static final String CAMPAIGN = "15/KH-UBND";
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);

    private static final String BAC_LIEU = LocalPostgres.shared().freshDatabase();
    private static final String KEY_OF_BAC_LIEU = "a2V5LW9mLWJhYy1saWV1LWtleS1vZi1iYWMtbGlldS0=";

    private static Counted before;
    private static final List<String> refused = new ArrayList<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Morning {

        @Bean
        @Primary
        SharedClock morning() {
            return new SharedClock(CLOCK, LocalDateTime.parse("2025-07-01T07:30"));
        }
    }

    /** What must be the same after the night. */
    private record Counted(Map<String, Long> rows, List<String> decisions, Map<String, String> codes, Set<String> papers,
                           Set<String> open, Set<String> hamlets) {

        static Counted of(ConfigurableApplicationContext context) {
            return of(context.getBean(JdbcClient.class), context.getBean(Verifier.class));
        }

        static Counted of(JdbcClient jdbc, Verifier verifier) {
            var rows = new TreeMap<String, Long>();
            for (var table : List.of("dossier", "decision", "award", "award_payment", "team", "team_member", "team_role", "model",
                    "model_site", "safe_area_result", "nominee", "ballot", "dossier_document")) {
                rows.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single());
            }
            rows.put("awards of all months", jdbc.sql("select coalesce(sum(awards), 0) from award_month").query(Long.class).single());
            var codes = new TreeMap<String, String>();
            // nobody is shown the number that a database gives a decision
            jdbc.sql("select code from verifiable").query(String.class).list().forEach(code ->
                    codes.put(code, verifier.check(code).toString().replaceAll("decisionId=\\d+", "")));
            return new Counted(rows, jdbc.sql("""
                            select authority || ' ' || number || '/' || symbol || ' ' || signed_on || ' ' || subject
                            from decision order by id""").query(String.class).list(), codes,
                    all(jdbc, "select dossier_number || ' ' || name || ' ' || sha256(content)::text from paper"),
                    all(jdbc, "select number from dossier where closed_at is null"),
                    all(jdbc, "select path from hamlet"));
        }

        private static Set<String> all(JdbcClient jdbc, String sql) {
            return new TreeSet<>(jdbc.sql(sql).query(String.class).list());
        }

        Counted and(Counted other) {
            var sum = new TreeMap<>(rows);
            other.rows.forEach((table, number) -> sum.merge(table, number, Long::sum));
            var both = new TreeMap<>(codes);
            both.putAll(other.codes);
            return new Counted(sum, Stream.of(decisions, other.decisions).flatMap(List::stream).toList(), both,
                    union(papers, other.papers), union(open, other.open), union(hamlets, other.hamlets));
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            var union = new TreeSet<>(one);
            union.addAll(other);
            return union;
        }
    }

    /** The database of the province that goes on, with dossiers of its own, and that of Bạc Liêu, which it takes over. */
    @DynamicPropertySource
    static void eve(DynamicPropertyRegistry properties) {
        var url = LocalPostgres.shared().freshDatabase();
        try (var eve = application(BAC_LIEU, "phongtrao.province=bac-lieu-2024", "phongtrao.business-date=2025-06-27",
                "phongtrao.citizen-key=" + KEY_OF_BAC_LIEU)) {
            new Eve(eve).fill();
            eve.getBean(JdbcClient.class).sql("select min(id) from decision group by symbol, authority").query(Long.class).list()
                    .forEach(decision -> eve.getBean(Papers.class).printDecision(decision, ADMINISTRATOR));
            before = Counted.of(eve);
        }
        try (var dawn = application(url, "phongtrao.province=ca-mau-2025", "phongtrao.business-date=2025-07-01")) {
            new Eve(dawn, List.of("96/32014"), LocalDate.of(2025, 6, 30)).fillALittle();
            before = Counted.of(dawn).and(before);
        }
        refused.add(join(url, LocalServices.DEMO_CITIZEN_KEY, "Bạc Liêu"));
        assertThat(join(url, KEY_OF_BAC_LIEU, "Bạc Liêu", "--trial")).contains("award", "Làm thử");
        assertThat(join(url, KEY_OF_BAC_LIEU, "Bạc Liêu")).contains("1 dòng chỉ có dấu của số căn cước", "Đã nhập Bạc Liêu");
        refused.add(join(url, KEY_OF_BAC_LIEU, "Bạc Liêu"));
        refused.add(join(url, KEY_OF_BAC_LIEU, "Bạc Liêu lần nữa"));
        properties.add("spring.datasource.url", () -> url);
    }

    private static ConfigurableApplicationContext application(String url, String... more) {
        return new SpringApplicationBuilder(Application.class, ScenarioTest.Cast.class, Journey.class, SampleTeams.class, AwardsGiven.class)
                .initializers(context -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
                        Stream.concat(Stream.of("spring.datasource.url=" + url, "phongtrao.papers.public-url=" + ADDRESS,
                                "server.port=0"), Stream.of(more)).toArray(String[]::new)), new LocalDatabase()).run();
    }

    /** @return what it prints */
    private static String join(String url, String key, String... arguments) {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new JoinCommand(out, out, new Environment(Map.of("PHONGTRAO_DB_URL", url, "PHONGTRAO_DB_USERNAME", LocalPostgres.USER,
                "PHONGTRAO_DB_PASSWORD", "trusted", "PHONGTRAO_CITIZEN_KEY", LocalServices.DEMO_CITIZEN_KEY,
                "PHONGTRAO_JOIN_DB_URL", BAC_LIEU, "PHONGTRAO_JOIN_DB_USERNAME", LocalPostgres.USER,
                "PHONGTRAO_JOIN_DB_PASSWORD", "trusted", "PHONGTRAO_JOIN_CITIZEN_KEY", key)),
                Clock.fixed(Instant.parse("2025-06-30T18:00:00Z"), ZoneOffset.UTC)).run(List.of(arguments));
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Dossiers of every kind: of each kind the first at its first task, the next at the second, the last decided. */
    private static final class Eve {

        private final List<String> communes;
        private final Journey journey;
        private final SampleTeams teams;
        private final Periods periods;
        private final AwardsGiven awards;
        private final Campaigns campaigns;
        private final Onward onward;
        private final JdbcClient jdbc;
        private int kinds;
        private int made;
        private long campaign;

        private Eve(ConfigurableApplicationContext context) {
            this(context, COMMUNES, LocalDate.of(2025, 6, 26));
        }

        /** @param day on which something happened that tasks ask for */
        private Eve(ConfigurableApplicationContext context, List<String> communes, LocalDate day) {
            this.communes = communes;
            journey = context.getBean(Journey.class);
            teams = context.getBean(SampleTeams.class);
            periods = context.getBean(Periods.class);
            awards = context.getBean(AwardsGiven.class);
            campaigns = context.getBean(Campaigns.class);
            jdbc = context.getBean(JdbcClient.class);
            onward = new Onward(journey, context.getBean(TaskService.class), jdbc, day,
                    (post, number) -> Journey.officer(post.position(), post.unitPath().value(), number));
        }

        private void fill() {
            campaign = campaigns.launch(new Campaigns.Launched(UnitPath.of("95"), "Phong trào mẫu", CAMPAIGN, LocalDate.of(2025, 1, 10),
                    "Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu", LocalDate.of(2025, 1, 15), LocalDate.of(2025, 12, 31), "Nội dung mẫu", null),
                    Journey.officer(POLICE_OFFICER, "95")).id();
            for (var form : List.of("commune-certificate", "district-certificate", "province-merit")) {
                atEveryTask(() -> commendation(form, "regular"));
            }
            for (var form : List.of("police-director-certificate", "ministry-merit", "party-merit", "commendation-letter",
                    "district-certificate", "province-merit")) {
                atEveryTask(() -> commendation(form, "ad-hoc"));
            }
            onward.takeToTheEnd(thematic());
            after(2, thematic());
            for (var level : List.of("commune", "district", "province", "ministry")) {
                atEveryTask(() -> journey.propose("model-recognition", drafter(), Map.of("name", "Mô hình mẫu " + made, "group",
                        "fire-rescue", "description", "Nội dung mẫu", "hamlet", commune().substring(commune().length() - 5) + "-01",
                        "startedOn", "2023-02-01", "level", level, "results", "Kết quả mẫu")));
            }
            atEveryTask(() -> establishment(3, 3));
            atEveryTask(() -> establishment(2, 3));
            atEveryTask(() -> journey.propose("team-change", drafter(), Map.of("team", Long.toString(teams.team(commune(), 5)), "kind",
                    "leave-on-request", "reason", "Lý do mẫu")));
            for (var process : List.of("decision-revocation", "decision-correction", "certificate-reissue")) {
                atEveryTask(() -> aboutAnAward(process, commune(), commune(), "commune-certificate"));
                atEveryTask(() -> aboutAnAward(process, "95/954", "95/954/31813", "district-certificate"));
            }
            for (var subject : List.of("hamlet", "commune")) {
                atEveryTask(() -> journey.propose("movement-classification", drafter(), MovementClassificationIT.score(subject,
                        "Nơi mẫu " + made)));
            }
            for (int steps = 0; steps < 4; steps++) {
                made++;
                after(steps, journey.propose("safe-area-recognition", drafter(), Map.of("year", 2025, "subject", "hamlet", "hamlet",
                        "%s-%02d".formatted(commune().substring(commune().length() - 5), steps + 1), "criteria",
                        SafeAreaScenariosIT.HAMLET_CRITERIA)));
            }
            atEveryTask(() -> journey.propose("model-retirement", drafter(), Map.of("modelId", model(commune()), "reason", "Lý do mẫu")));
            atEveryTask(() -> journey.propose("model-replication", drafter(), Map.of("modelId", model("95/956/31846"), "siteName",
                    "Điểm mẫu " + made, "hamlet", commune().substring(commune().length() - 5) + "-01", "teams", 1)));
            for (var year : List.of(2023, 2024)) {
                COMMUNES.forEach(commune -> teams.since(teams.team(commune, 4), LocalDate.of(2000, 1, 1)));
                COMMUNES.forEach(commune -> after(year - 2023 + COMMUNES.indexOf(commune) * 2, journey.propose("team-rating",
                        Journey.officer(POLICE_OFFICER, commune), Map.of("year", year))));
            }
            jdbc.sql("""
                    insert into team_rating_result (year, subject, unit_path, team_name, name, birth_year, citizen_digest, role, level,
                                                    decided_on, decision_number, imported_by, imported_at)
                    values (2022, 'member', '95/954/31813', 'Tổ cũ', 'Người cũ', 1970, '\\x01', 'member', 'good', '2022-12-01', '1/QĐ-UBND',
                            'sample', now())""").update();
            periods.open(new Periods.Asked("Quý I năm 2025", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), LocalDate.of(2025, 7, 31)),
                    Journey.officer(POLICE_OFFICER, "95"));
            var reports = jdbc.sql("select number from dossier where process = 'movement-report' order by number").query(String.class).list();
            for (int i = 0; i < 8; i++) {
                after(i % 4, reports.get(i));
            }
        }

        private void fillALittle() {
            for (var form : List.of("commune-certificate", "province-merit")) {
                onward.takeToTheEnd(commendation(form, "regular"));
                made++;
                commendation(form, "regular");
                made++;
            }
            establishment(2, 3);
        }

        private void atEveryTask(Supplier<String> proposed) {
            kinds++;
            for (int steps = 0; ; steps++) {
                made++;
                if (!Sweep.FULL && (made + kinds) % 2 != 0 && steps < 20) {
                    continue;
                }
                var number = proposed.get();
                after(steps, number);
                if (onward.next(number) == null) {
                    return;
                }
            }
        }

        private void after(int steps, String number) {
            for (int taken = 0; taken < steps && onward.next(number) != null; taken++) {
                onward.take(number);
            }
        }

        private String commendation(String form, String type) {
            return journey.propose(drafter(), fields(form, type));
        }

        /** For a campaign that the province has launched. */
        private String thematic() {
            made++;
            var fields = fields("commune-certificate", "thematic");
            fields.put("campaign", Long.toString(campaign));
            return journey.propose(drafter(), fields);
        }

        private Map<String, Object> fields(String form, String type) {
            var fields = new HashMap<String, Object>(proposal(form, type, List.of(individual("Người mẫu " + made),
                    household("Hộ mẫu " + made), collective("Tập thể mẫu " + made))));
            fields.put("achievedFrom", "2025-01-01");
            fields.put("achievedTo", "2025-05-31");
            return fields;
        }

        private String aboutAnAward(String process, String authority, String unit, String form) {
            var given = awards.by(authority + "/committee-chair", unit, form, "Tổ mẫu " + made);
            awards.pay(given.awards().get(0));
            var fields = new HashMap<String, Object>(Map.of("decisionId", given.decisionId().toString(), "reason", "Lý do mẫu"));
            fields.putAll(switch (process) {
                case "decision-revocation" -> Map.of("ground", "fraud");
                case "decision-correction" -> Map.of("corrections", List.of(Map.of("id", given.ids().get(0), "name", "Tổ đúng " + made)));
                default -> Map.of("nominees", given.ids(), "cause", "lost", "appliedOn", "2025-06-27", "explanation", "Mất khi chuyển nhà");
            });
            if (process.equals("certificate-reissue")) {
                fields.remove("reason");
            }
            return journey.propose(process, Journey.officer(POLICE_OFFICER, unit), fields);
        }

        private String model(String commune) {
            var model = jdbc.sql("""
                            insert into model (name, name_key, model_group, unit_path, teams)
                            values (?, ?, 'crime-prevention', ?, 1) returning id""")
                    .params("Mô hình cũ " + made, "mô hình cũ " + made, commune).query(Long.class).single();
            jdbc.sql("""
                    insert into model_recognition (model_id, level, rank, decision_number, decided_on, authority)
                    values (?, 'commune', 1, '01/QĐ-UBND', '2024-06-01', ?)""").params(model, commune).update();
            return model.toString();
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
            return communes.get(made / 2 % communes.size());
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
    @Autowired
    CitizenNumbers citizens;
    @Autowired
    Joins joins;

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
    void theJoinedDatabaseHasAllRowsOfBothAndSaysWhichCameFromWhere() {
        var theirs = JdbcClient.create(new DriverManagerDataSource(BAC_LIEU, LocalPostgres.USER, ""));
        var taken = jdbc.sql("select table_name, row_count from joined_rows order by 1").query((row, index) ->
                row.getString(1) + " " + row.getLong(2)).list();

        assertThat(taken).hasSizeGreaterThan(30).containsAll(Stream.of("dossier", "decision", "award", "nominee", "team_member",
                "paper", "dossier_step", "movement_report", "act_ru_execution", "act_ru_variable", "act_ru_task", "act_ru_job",
                        "notice").map(table -> table + " "
                + theirs.sql("select count(*) from " + table).query(Long.class).single()).toList());
        var lastDays = "select number || ' ' || due_on || ' ' || due_basis from dossier_last_day where due_on is not null";
        assertThat(jdbc.sql(lastDays).query(String.class).list()).containsAll(theirs.sql(lastDays).query(String.class).list());
        assertThat(joins.all()).singleElement().satisfies(join -> {
            assertThat(join.source()).isEqualTo("Bạc Liêu");
            assertThat(join.at()).isEqualTo("2025-07-01T01:00+07:00");
            assertThat(join.rows("award")).isEqualTo(theirs.sql("select count(*) from award").query(Long.class).single());
            assertThat(join.rows("unit")).isZero();
        });
        for (var table : List.of("award", "commendation")) {
            var ofCampaign = "select count(*) from %s a join campaign c on c.id = a.campaign where c.document = '%s'".formatted(table, CAMPAIGN);
            assertThat(jdbc.sql(ofCampaign).query(Long.class).single()).as(table).isPositive()
                    .isEqualTo(theirs.sql(ofCampaign).query(Long.class).single());
        }
        assertThat(jdbc.sql("""
                        select count(*) from award join joined_rows on table_name = 'award' and award.id between first_id and last_id
                        where unit_path not like '95%'""").query(Long.class).single()).isZero();
    }

    @Test
    @Order(2)
    void nothingIsJoinedWithTheWrongKeyOrTwiceOrWhileTheProgramRuns() {
        refused.add(join(jdbc.sql("select current_setting('port')").query(String.class).single().transform(port ->
                "jdbc:postgresql://localhost:%s/%s".formatted(port, jdbc.sql("select current_database()").query(String.class).single())),
                KEY_OF_BAC_LIEU, "Một tỉnh khác"));

        assertThat(refused).hasSize(4);
        assertThat(refused.get(0)).contains("Khóa PHONGTRAO_JOIN_CITIZEN_KEY không mở được").doesNotContain(LocalServices.DEMO_CITIZEN_KEY);
        assertThat(refused.get(1)).contains("Đã nhập Bạc Liêu trước đây");
        assertThat(refused.get(2)).contains("đã được nhập vào đây trước đây dưới tên Bạc Liêu");
        assertThat(refused.get(3)).contains("đang có kết nối khác; hãy dừng chương trình trước");
        assertThat(jdbc.sql("select count(*) from joined_database").query(Long.class).single()).isOne();
    }

    @Test
    @Order(2)
    void citizenNumbersAreSealedWithTheKeyOfThisProvinceAndPeopleAreFoundByThem() {
        var sealed = jdbc.sql("select citizen_cipher, citizen_digest, citizen_mask, subject from nominee where citizen_cipher is not null")
                .query((row, index) -> {
                    var number = citizens.open(new SealedNumber(row.getBytes(1), row.getBytes(2), row.getString(3)));
                    var anew = citizens.seal("citizenId", number, Optional.empty());
                    assertThat(anew.digest()).isEqualTo(row.getBytes(2));
                    assertThat(row.getString(4)).isEqualTo("citizen:" + HexFormat.of().formatHex(anew.digest()));
                    return number;
                }).list();
        assertThat(sealed).hasSizeGreaterThan(30);
        assertThat(jdbc.sql("select count(*) from award join nominee on nominee.id = nominee_id where award.subject <> nominee.subject")
                .query(Long.class).single()).isZero();
    }

    @Test
    @Order(2)
    void aTrialTellsWhatWouldBecomeOfTheDossiersAndChangesNothing() {
        var trial = reorganisation.carryOut(true, "admin");

        assertThat(trial.failed()).isEmpty();
        assertThat(trial.changed()).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from dossier_step where task = 'reroute'").query(Long.class).single()).isZero();
        assertThat(Counted.of(jdbc, verifier)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    @Order(3)
    void afterTheNightNothingWaitsForADistrictThatTheNewRouteLeavesOut() {
        var done = reorganisation.carryOut(false, "admin");

        assertThat(done.failed()).isEmpty();
        assertThat(districtTasks("appraise", "sign", "council-vote")).isEmpty();
        assertThat(reorganisation.carryOut(false, "admin").changed()).as("a second time").isEmpty();
        var after = Counted.of(jdbc, verifier);
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    @Order(4)
    void everyDossierComesToItsEndInTheHandsOfThoseWhoAreInChargeNow() {
        clock.moveTo(LocalDateTime.parse("2025-07-03T08:00"));
        var onward = new Onward(journey, tasks, jdbc, LocalDate.of(2025, 7, 2), this::inCharge);
        var late = jdbc.sql("select id from report_period").query(Long.class).single();
        periods.close(late, inCharge(new Post(UnitPath.of("95"), POLICE_OFFICER), 1));
        jdbc.sql("update safe_area_proposal set year = 2024").update();
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
        var after = Counted.of(jdbc, verifier);
        assertThat(after.codes()).containsKeys(before.codes().keySet().toArray(String[]::new));
        before.codes().forEach((code, verdict) -> assertThat(after.codes().get(code)).satisfiesAnyOf(
                one -> assertThat(one).isEqualTo(verdict), one -> assertThat(changedOn(verifier.check(code))).isEqualTo("2025-07-03")));
        assertThat(after.papers()).containsAll(before.papers());
        assertThat(after.decisions()).startsWith(before.decisions().toArray(String[]::new));
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

    @Test
    @Order(6)
    void theDirectorOfThePoliceDecidesAdHoc() {
        assertThat(jdbc.sql("""
                        select distinct decision.authority || ' ' || decision.position || ' ' || decision.symbol
                        from award join decision on decision.id = decision_id where award.form = 'police-director-certificate'""")
                .query(String.class).list()).containsExactlyInAnyOrder("95 police-chief QĐ-CAT", "96 police-chief QĐ-CAT");
    }

    /** The day on which a later decision revoked, replaced or corrected what the code stands for. */
    private static LocalDate changedOn(Verdict verdict) {
        return verdict.revoked() != null ? verdict.revoked().on() : verdict.replaced() != null ? verdict.replaced().on()
                : verdict.corrected().on();
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
