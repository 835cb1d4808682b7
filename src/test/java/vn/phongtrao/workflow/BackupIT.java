package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.household;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.FileSystemUtils;

import vn.phongtrao.Application;
import vn.phongtrao.backup.BackupCommand;
import vn.phongtrao.backup.RestoreCommand;
import vn.phongtrao.command.Environment;
import vn.phongtrao.local.InstalledPostgres;
import vn.phongtrao.local.LocalDatabase;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.local.LocalServices;
import vn.phongtrao.press.Papers;
import vn.phongtrao.security.Officer;
import vn.phongtrao.team.SampleTeams;

/**
 * Dossiers under way, backed up while the program runs; the databases are dropped, and restored into empty ones the program goes on as if
 * nothing had been. What is damaged, of another version or would overwrite something is refused, and nothing changes.
 */
@ScenarioTest
@DirtiesContext
@EnabledIf("installed")
@TestPropertySource(properties = BackupIT.ADDRESS)
@TestMethodOrder(OrderAnnotation.class)
class BackupIT {

    static final String ADDRESS = "phongtrao.papers.public-url=https://phongtrao.example.vn";

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final String OTHER_KEY = "a2V5LW9mLWJhYy1saWV1LWtleS1vZi1iYWMtbGlldS0=";
    /** The program's role works on the tables of their owner, as the installation has it. */
    private static final String DEFAULTS =
            "alter default privileges for role owner in schema public grant select, insert, update, delete on tables to clerk";
    private static final String DEFAULTS_OF_SEQUENCES =
            "alter default privileges for role owner in schema public grant usage, select on sequences to clerk";
    private static final String ALL_PAPERS = "select dossier_number || ' ' || name || ' ' || sha256(content)::text from paper";
    private static final String ALL_ROWS = "select number || ' ' || status || ' ' || version from dossier";

    private static InstalledPostgres server;
    private static Path backup;
    private static String url;
    private static Set<String> papers;
    private static Set<String> dossiers;
    private static List<String> open;

    @Autowired
    Journey journey;
    @Autowired
    TaskService tasks;
    @Autowired
    JdbcClient jdbc;

    static boolean installed() {
        return InstalledPostgres.programs().isPresent();
    }

    @DynamicPropertySource
    static void backUpWipeAndRestore(DynamicPropertyRegistry properties) throws IOException {
        server = InstalledPostgres.start();
        backup = Files.createTempDirectory("backup").resolve("one");
        url = server.create("kept");
        List.of("create role owner login", "create role clerk login", "alter database kept owner to owner", DEFAULTS, DEFAULTS_OF_SEQUENCES)
                .forEach(statement -> at(url).sql(statement).update());
        var realm = server.create("realm");
        at(realm).sql("create table user_entity (username text)").update();
        at(realm).sql("insert into user_entity values ('police-officer.31813')").update();
        try (var running = application()) {
            at(url).sql("revoke update, delete on forgotten from clerk").update();
            fill(running.getBean(Journey.class), new Onward(running.getBean(Journey.class), running.getBean(TaskService.class),
                    running.getBean(JdbcClient.class)));
            running.getBean(JdbcClient.class).sql("select id from decision").query(Long.class).list()
                    .forEach(decision -> running.getBean(Papers.class).printDecision(decision, new Officer("admin", Set.of(), true)));
            papers = all(url, ALL_PAPERS);
            dossiers = all(url, ALL_ROWS);
            open = at(url).sql("select number from dossier where closed_at is null order by number").query(String.class).list();
            assertThat(backUp(backup, Map.of())).contains("Đã sao lưu", "PHONGTRAO_CITIZEN_KEY", "cả tài khoản");
        }
        // as somebody who installs the database anew begins
        server.create("kept");
        List.of("alter database kept owner to owner", DEFAULTS, DEFAULTS_OF_SEQUENCES).forEach(statement -> at(url).sql(statement).update());
        server.create("realm");
        assertThat(restore(backup, url, Map.of())).contains("đúng từng byte", "khớp nhau").doesNotContain("TZ=");
        assertThat(all(realm, "select username from user_entity")).containsExactly("police-officer.31813");
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "owner");
    }

    private static void fill(Journey journey, Onward onward) {
        for (int steps = 0; steps < 5; steps++) {
            var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular",
                    List.of(individual("Người được sao lưu " + steps), household("Hộ được sao lưu " + steps))));
            for (int step = 0; step < steps && onward.next(number) != null; step++) {
                onward.take(number);
            }
        }
        for (var form : List.of("commune-certificate", "commune-certificate", "province-merit")) {
            onward.takeToTheEnd(journey.propose(DRAFTER, proposal(form, "ad-hoc", List.of(individual("Người đã được khen")))));
        }
    }

    @Test
    @Order(1)
    void everythingIsAsItWas() {
        assertThat(papers).hasSizeGreaterThan(2);
        assertThat(all(url, ALL_PAPERS)).isEqualTo(papers);
        assertThat(all(url, ALL_ROWS)).isEqualTo(dossiers);
        assertThat(all(url, """
                select table_name || ' ' || privilege_type from information_schema.role_table_grants
                where grantee = 'clerk' and table_name in ('forgotten', 'dossier')""")).containsExactly("dossier DELETE", "dossier INSERT",
                "dossier SELECT", "dossier UPDATE", "forgotten INSERT", "forgotten SELECT");
    }

    @Test
    @Order(2)
    void openDossiersGoOnToTheirEnd() {
        assertThat(open).hasSizeGreaterThan(3);
        var onward = new Onward(journey, tasks, jdbc);
        for (var number : open) {
            onward.takeToTheEnd(number);
        }
        assertThat(jdbc.sql("select distinct status from dossier where number in (:open)").param("open", open).query(String.class).list())
                .containsExactly("DECIDED");
        assertThat(jdbc.sql("select count(*) = max(number) from decision group by authority, symbol, year").query(Boolean.class).list())
                .containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phongtrao.dump", "keycloak.dump", "contents.csv", "backup.json", "SHA256SUMS"})
    @Order(3)
    void aFileThatDiffersInOneByteOrIsMissingIsNamedAndNothingChanges(String name) throws IOException {
        var copy = copy();
        var bytes = Files.readAllBytes(copy.resolve(name));
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy.resolve(name), bytes);
        refused(copy, Map.of(), "hỏng");

        Files.delete(copy.resolve(name));
        refused(copy, Map.of(), name);
    }

    @Test
    @Order(3)
    void aBackupOfANewerOrAnOlderVersionIsRefusedAndNothingChanges() throws IOException {
        var last = at(url).sql("select version from flyway_schema_history where version is not null order by installed_rank desc limit 1")
                .query(String.class).single();
        var older = copy();
        rewrite(older, text -> text.replaceFirst(",\\s*\\{\\s*\"version\" : \"" + last + "\",[^}]*}", ""));
        refused(older, Map.of(), "cũ hơn chương trình này");
        var newer = copy();
        rewrite(newer, text -> text.replaceFirst("(\\{\\s*\"version\" : \"" + last + "\",[^}]*})", "$1, {\"version\": \"9999\", \"checksum\": 1}"));
        refused(newer, Map.of(), "mới hơn chương trình này (cơ sở dữ liệu ở bước 9999");
    }

    @Test
    @Order(3)
    void anotherCitizenKeyIsRefusedBeforeAnythingIsRestored() {
        refused(backup, Map.of("PHONGTRAO_CITIZEN_KEY", OTHER_KEY), "không phải là khóa của bản sao này");
    }

    @Test
    @Order(3)
    void nothingIsRestoredOverWhatIsThere() {
        var before = all(url, ALL_ROWS);
        assertThat(restore(backup, url, Map.of())).contains("không trống");
        assertThat(all(url, ALL_ROWS)).isEqualTo(before);
        // an empty database for the dossiers, but accounts that are there already
        var empty = server.create("empty");
        assertThat(restore(backup, empty, Map.of())).contains("Cơ sở dữ liệu realm không trống");
        assertThat(tables(empty)).isZero();
    }

    @Test
    @Order(3)
    void aBackupNeedsANewFolderTheToolsAndTheKey() {
        assertThat(backUp(backup, Map.of())).contains("đã có");
        var next = backup.resolveSibling("next");
        assertThat(backUp(next, Map.of("PHONGTRAO_CITIZEN_KEY", OTHER_KEY))).contains("không phải là khóa");
        assertThat(next).doesNotExist();
        assertThat(backUp(next, Map.of("PHONGTRAO_POSTGRESQL_BIN", "/none"))).contains("Không chạy được pg_dump");
        refused(next, Map.of(), "không phải là bản sao đủ");
    }

    @Test
    @Order(3)
    void aRestoreSaysWhichZoneTheProgramIsStartedWithWhereItIsAnotherThanTheMachines() {
        var here = at(url).sql("select zone from engine_zone").query(String.class).single();
        var elsewhere = backup.resolveSibling("elsewhere");
        at(url).sql("update engine_zone set zone = 'Pacific/Kiritimati'").update();
        assertThat(backUp(elsewhere, Map.of())).contains("Đã sao lưu");
        at(url).sql("update engine_zone set zone = ?").param(here).update();

        var empty = server.create("empty");
        at(empty).sql("alter database empty owner to owner").update();
        assertThat(restore(elsewhere, empty, Map.of("KEYCLOAK_DB_URL", server.create("empty_realm"))))
                .contains("TZ=Pacific/Kiritimati", "Có thể khởi động");
    }

    private static void refused(Path from, Map<String, String> more, String word) {
        var empty = server.create("empty");
        var environment = new HashMap<>(more);
        environment.put("KEYCLOAK_DB_URL", server.create("empty_realm"));
        assertThat(restore(from, empty, environment)).contains(word).doesNotContain("Đã khôi phục");
        assertThat(tables(empty)).isZero();
    }

    private static Path copy() throws IOException {
        var copy = Files.createTempDirectory(backup.getParent(), "copy");
        FileSystemUtils.copyRecursively(backup, copy);
        return copy;
    }

    /** As another version would have written it, with sums that fit. */
    private static void rewrite(Path copy, UnaryOperator<String> change) throws IOException {
        var manifest = copy.resolve("backup.json");
        var before = Files.readString(manifest);
        var after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(manifest, after);
        var sums = copy.resolve("SHA256SUMS");
        Files.writeString(sums, Files.readString(sums).replaceFirst("[0-9a-f]{64}(?=  backup.json)", sum(after)));
    }

    private static String sum(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ConfigurableApplicationContext application() {
        return new SpringApplicationBuilder(Application.class, ScenarioTest.Cast.class, Journey.class, SampleTeams.class)
                .initializers(context -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
                        "spring.datasource.url=" + url, "spring.datasource.username=owner", ADDRESS, "server.port=0"), new LocalDatabase()).run();
    }

    private static String backUp(Path to, Map<String, String> more) {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new BackupCommand(out, out, environment(url, "clerk", more)).run(List.of(to.toString()));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String restore(Path from, String to, Map<String, String> more) {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new RestoreCommand(out, out, environment(to, "owner", more)).run(List.of(from.toString()));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Environment environment(String database, String user, Map<String, String> more) {
        var environment = new HashMap<>(Map.of("PHONGTRAO_DB_URL", database, "PHONGTRAO_DB_USERNAME", user,
                "PHONGTRAO_DB_PASSWORD", "trusted", "KEYCLOAK_DB_URL", url.replace("/kept", "/realm"), "KEYCLOAK_DB_USERNAME", LocalPostgres.USER,
                "KEYCLOAK_DB_PASSWORD", "trusted", "PHONGTRAO_CITIZEN_KEY", LocalServices.DEMO_CITIZEN_KEY,
                "PHONGTRAO_POSTGRESQL_BIN", InstalledPostgres.programs().orElseThrow().toString()));
        environment.putAll(more);
        return new Environment(environment);
    }

    private static JdbcClient at(String database) {
        return JdbcClient.create(new DriverManagerDataSource(database, LocalPostgres.USER, ""));
    }

    private static Set<String> all(String database, String sql) {
        return new TreeSet<>(at(database).sql(sql).query(String.class).list());
    }

    private static long tables(String database) {
        return at(database).sql("select count(*) from pg_class where relnamespace = 'public'::regnamespace").query(Long.class).single();
    }
}
