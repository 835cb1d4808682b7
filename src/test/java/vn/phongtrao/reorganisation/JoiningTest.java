package vn.phongtrao.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.command.Environment;
import vn.phongtrao.local.LocalPostgres;

/** What stands in the way of taking a database over. What is taken, the night of 30 June shows. */
class JoiningTest {

    private static final String KEY = "a2V5LW9mLWJhYy1saWV1LWtleS1vZi1iYWMtbGlldS0=";
    private static final String MEMBER = """
            insert into team_member (team_id, name, birth_date, citizen_cipher, citizen_digest, citizen_mask, joined_on, joined_by)
            values (1, 'Lê Văn Mẫu', '1990-01-01', decode(repeat('0a', 40), 'hex'), '\\x0b', '0********001', '2024-07-01', 1)""";
    private static final String DOSSIER = """
            insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by, opened_at, version)
            values ('KT-1', 'commendation', 'x', 'x', 'x', '95', '95/committee-chair', 'decide', 'DECIDED', 'x', now(), 0)""";

    /** With the tables of the application and of the engine. */
    private static final class Template {

        private static final String NAME = make();

        private static String make() {
            var url = emptied();
            new ResourceDatabasePopulator(Stream.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine",
                    "decision.history").map(part -> new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql".formatted(part))).toArray(Resource[]::new))
                    .execute(source(url));
            return url.substring(url.lastIndexOf('/') + 1);
        }

        private static String emptied() {
            try (var pool = TestDatabase.create()) {
                return pool.getJdbcUrl();
            }
        }
    }

    private String own;
    private String other;

    @BeforeEach
    void twoDatabases() {
        own = copyOf(Template.NAME);
        other = copyOf(Template.NAME);
        execute(other, "update flyway_schema_history set installed_on = installed_on - interval '1 year' where installed_rank = 1");
    }

    private static String copyOf(String database) {
        awaitAlone(database);
        return LocalPostgres.shared().copy(database);
    }

    private static DriverManagerDataSource source(String url) {
        return new DriverManagerDataSource(url, LocalPostgres.USER, "");
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** A server notices a moment later that a connection was closed. */
    private static void awaitAlone(String database) {
        var server = JdbcClient.create(source(LocalPostgres.shared().database("postgres")));
        while (server.sql("select exists (select from pg_stat_activity where datname = ?)").param(database).query(Boolean.class).single()) {
            Thread.onSpinWait();
        }
    }

    /** Without looking at what rows point to. */
    private static void execute(String url, String... statements) {
        try (var connection = DriverManager.getConnection(url, LocalPostgres.USER, ""); var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var one : statements) {
                statement.execute(one);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        awaitAlone(name(url));
    }

    private String join(String source, Map<String, String> more) {
        var environment = new HashMap<>(Map.of("PHONGTRAO_DB_URL", own, "PHONGTRAO_DB_USERNAME", LocalPostgres.USER,
                "PHONGTRAO_DB_PASSWORD", "trusted", "PHONGTRAO_CITIZEN_KEY", KEY, "PHONGTRAO_JOIN_DB_URL", other,
                "PHONGTRAO_JOIN_DB_USERNAME", LocalPostgres.USER, "PHONGTRAO_JOIN_DB_PASSWORD", "trusted", "PHONGTRAO_JOIN_CITIZEN_KEY", KEY));
        environment.putAll(more);
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new JoinCommand(out, out, new Environment(environment), Clock.systemUTC()).run(List.of(source));
        awaitAlone(name(own));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String join() {
        return join("Bạc Liêu", Map.of());
    }

    @Test
    void aDatabaseIsTakenOnceHoweverItIsCalledAndInWhateverCopy() {
        assertThat(join()).contains("Đã nhập Bạc Liêu");
        assertThat(join("Tỉnh Bạc Liêu", Map.of())).contains("đã được nhập vào đây trước đây dưới tên Bạc Liêu");
        assertThat(join("Bản sao", Map.of("PHONGTRAO_JOIN_DB_URL", copyOf(name(other)))))
                .contains("đã được nhập vào đây trước đây dưới tên Bạc Liêu");
        assertThat(join("Chính mình", Map.of("PHONGTRAO_JOIN_DB_URL", copyOf(name(own))))).contains("dưới tên Bạc Liêu");
        assertThat(join("Hai", Map.of("PHONGTRAO_DB_URL", copyOf(name(other))))).contains("là bản sao của cơ sở dữ liệu này");
    }

    @Test
    void whatBothHaveIsNamed() {
        execute(own, DOSSIER);
        execute(other, DOSSIER);
        assertThat(join()).contains("Cả hai nơi đều có, trong bảng dossier: number = KT-1").doesNotContain("duplicate");
    }

    @Test
    void aSeriesOfNumbersIsCountedOnInOnePlace() {
        var series = "insert into dossier_series (prefix, unit_code, year, last_number) values ('KT', '95', 2025, 3)";
        execute(own, series);
        execute(other, series);
        assertThat(join()).contains("Cả hai nơi đã cấp số trong cùng một sổ: ");
    }

    @Test
    void nothingIsTakenWhileEitherIsSealedAnewNorByAKeyThatWasReplaced() {
        var former = "insert into citizen_key (id, sealed, unmarked, replaced_at) values ('00000000000000aa', '', true, now())";
        execute(other, former);
        assertThat(join()).contains("đang được mã hóa lại bằng khóa mới");
        execute(other, "update citizen_key set emptied_at = now()");
        execute(own, former);
        assertThat(join()).contains("đang được mã hóa lại bằng khóa mới");
        execute(own, "update citizen_key set retired_at = now()",
                "insert into citizen_key (id, sealed, unmarked) values ('00000000000000bb', '', false)");
        assertThat(join()).contains("PHONGTRAO_CITIZEN_KEY không phải khóa của cơ sở dữ liệu này");
    }

    @Test
    void momentsOfTwoZonesAreNotBroughtTogether() {
        execute(own, "insert into engine_zone (zone) values ('Asia/Ho_Chi_Minh')");
        execute(other, "insert into engine_zone (zone) values ('UTC')");
        assertThat(join()).contains("hai múi giờ, Asia/Ho_Chi_Minh ở đây và UTC ở cơ sở dữ liệu kia");
        execute(other, "update engine_zone set zone = 'Asia/Bangkok'");
        assertThat(join()).doesNotContain("múi giờ");
    }

    @Test
    void eachKeyIsTheOneThatSealedWhatItsDatabaseHas() {
        execute(own, MEMBER);
        assertThat(join()).contains("PHONGTRAO_CITIZEN_KEY không phải khóa của cơ sở dữ liệu này");
        execute(own, "delete from team_member", """
                insert into plain_content (dossier_number, content, fields, sealed)
                values ('KT-2', '{}', '{}', decode(repeat('0a', 40), 'hex'))""");
        assertThat(join()).contains("PHONGTRAO_CITIZEN_KEY không phải khóa của cơ sở dữ liệu này");
        execute(own, "delete from plain_content");
        execute(other, MEMBER);
        assertThat(join()).contains("PHONGTRAO_JOIN_CITIZEN_KEY không mở được", "team_member").doesNotContain("mismatch");
        for (var key : List.of("PHONGTRAO_CITIZEN_KEY", "PHONGTRAO_JOIN_CITIZEN_KEY")) {
            assertThat(join("Bạc Liêu", Map.of(key, "c2hvcnQ="))).contains(key + " không phải là khóa").doesNotContain("Property");
        }
    }

    @Test
    void whateverAColumnIsCalledWhatIsSealedInItIsSealedAnew() {
        for (var database : List.of(own, other)) {
            execute(database, "alter table dossier add column remark bytea", "comment on column dossier.remark is 'sealed text'");
        }
        execute(other, DOSSIER, "update dossier set remark = decode(repeat('0a', 40), 'hex')");
        assertThat(join()).contains("PHONGTRAO_JOIN_CITIZEN_KEY không mở được", "trong bảng dossier");
    }

    @Test
    void nobodyElseWorksInEitherWhoeverIsAskedAndWhoeverItIs() throws SQLException {
        execute(other, "create role join_reader login", "grant select on all tables in schema public to join_reader");
        var reader = Map.of("PHONGTRAO_JOIN_DB_USERNAME", "join_reader");
        try (var working = DriverManager.getConnection(other, LocalPostgres.USER, "")) {
            assertThat(working.isValid(1)).isTrue();
            assertThat(join("Bạc Liêu", reader)).contains("%s đang có kết nối khác".formatted(name(other)));
        }
        awaitAlone(name(other));
        assertThat(join("Bạc Liêu", reader)).contains("Đã nhập Bạc Liêu");
    }

    @Test
    void aDatabaseThatIsNotAnotherOneOfThisProgramIsNamed() {
        assertThat(join("Bạc Liêu", Map.of("PHONGTRAO_JOIN_DB_URL", LocalPostgres.shared().freshDatabase())))
                .contains("không phải của chương trình này", "PHONGTRAO_JOIN_DB_URL").doesNotContain("relation");
        assertThat(join("Bạc Liêu", Map.of("PHONGTRAO_JOIN_DB_URL", own))).contains("là cùng một cơ sở dữ liệu");
    }

    @Test
    void itIsWrittenDownAtTheTimeOfTheProgram() {
        assertThat(join("Cà Mau", Map.of("PHONGTRAO_BUSINESS_DATE", "mai"))).contains("PHONGTRAO_BUSINESS_DATE phải là ngày");
        execute(own, "insert into business_clock values ('2025-07-01', now())");
        assertThat(join("Bạc Liêu", Map.of("PHONGTRAO_BUSINESS_DATE", "2025-07-01"))).contains("Đã nhập Bạc Liêu");
        assertThat(JdbcClient.create(source(own)).sql("""
                select to_char(joined_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') from joined_database""").query(String.class).single())
                .isEqualTo("2025-07");
    }
}
