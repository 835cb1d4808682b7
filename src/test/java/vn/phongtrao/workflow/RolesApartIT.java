package vn.phongtrao.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import vn.phongtrao.command.Environment;
import vn.phongtrao.local.LocalPostgres;

/**
 * Two roles, as {@code install/postgresql} makes them: one owns the tables and brings them to a version, the other is the
 * program's, which reads and writes rows.
 */
@ScenarioTest
class RolesApartIT {

    private static final String OWNER = "phongtrao_owner";
    private static final String APPLICATION = "phongtrao_app";
    private static final String COMMUNE = "95/954/31813";

    private static String url;

    @Autowired
    Journey journey;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void databaseOfTwoRoles(DynamicPropertyRegistry properties) throws IOException {
        url = LocalPostgres.shared().freshDatabase();
        giveToItsOwner(url);
        assertThat(migrate(url)).startsWith("0 Cơ sở dữ liệu đã lên phiên bản ");
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> APPLICATION);
        properties.add("spring.flyway.locations", () -> "classpath:db/migration");
    }

    @Test
    void aDossierGoesItsWayWithoutTheRightToChangeTables() {
        var number = journey.propose(officer(POLICE_OFFICER, COMMUNE), proposal("commune-certificate", "ad-hoc",
                List.of(individual("Trần Văn Mẫu"))));
        journey.complete(number, "complete-dossier", officer(POLICE_OFFICER, COMMUNE), Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE));

        assertThat(journey.show(number)).containsEntry("status", "decided");
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo(APPLICATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table own (id int)", "create temporary table own (id int)", "create schema own",
            "create view own as select 1", "create function own() returns int language sql return 1", "create extension citext",
            "alter table dossier add column own int", "alter table dossier disable trigger all", "alter table act_ru_task add own int",
            "create index own on dossier (subject)", "drop table dossier", "drop table act_ru_task", "drop function comparable(text)",
            "truncate dossier", "truncate act_hi_procinst", "create role own", "alter role phongtrao_owner password 'own'",
            "set role phongtrao_owner", "set session_replication_role = replica",
            "copy dossier to program 'cat'", "drop database postgres",
            "update audit_event set account = ''", "delete from audit_seal", "update audit_seal set hash = ''", "update audit_retention set kept_months = 12",
            "truncate audit_event", "alter table audit_event disable trigger all"})
    void theProgramsRoleChangesRowsAndNothingElse(String statement) {
        var database = as(APPLICATION, url);

        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
            try (var connection = database.getConnection(); var change = connection.createStatement()) {
                change.execute(statement);
            }
        }).extracting(SQLException::getSQLState).isEqualTo("42501");
    }

    @Test
    void whatAMigrationTakesAwayStaysAwayAndWhatItMakesIsWritable() throws IOException {
        var owner = JdbcClient.create(as(OWNER, url));
        owner.sql("create table only_grows (id int generated always as identity, word text)").update();
        owner.sql("revoke update, delete on only_grows from " + APPLICATION).update();
        apply(url);
        var application = JdbcClient.create(as(APPLICATION, url));

        application.sql("insert into only_grows (word) values ('một')").update();
        assertThat(application.sql("select word from only_grows").query(String.class).list()).containsExactly("một");
        for (var change : List.of("update only_grows set word = ''", "delete from only_grows")) {
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> application.sql(change).update())
                    .havingRootCause().withMessageContaining("permission denied");
        }
    }

    @Test
    void aDatabaseThatWasOneRolesGoesOverWithAllThatIsInIt() throws IOException {
        var former = LocalPostgres.shared().freshDatabase();
        assertThat(run(former, LocalPostgres.USER)).startsWith("0 ");
        JdbcClient.create(as(LocalPostgres.USER, former)).sql("create table of_former (id int generated always as identity)").update();
        giveToItsOwner(former);

        assertThat(migrate(former)).isEqualTo("0 Cơ sở dữ liệu đã ở phiên bản này.");
        assertThat(JdbcClient.create(as(APPLICATION, former)).sql("insert into of_former default values").update()).isEqualTo(1);
        var owner = JdbcClient.create(as(OWNER, former));
        owner.sql("drop table of_former").update();
        assertThat(owner.sql("""
                select count(*) from pg_class where relnamespace = 'public'::regnamespace and relowner <> 'phongtrao_owner'::regrole""")
                .query(Integer.class).single()).isZero();
        assertThat(owner.sql("select count(*) from pg_proc where pronamespace = 'public'::regnamespace and probin is null "
                + "and proowner <> 'phongtrao_owner'::regrole").query(Integer.class).single()).isZero();
        assertThat(owner.sql("select pg_get_userbyid(collowner) from pg_collation where collname = 'vietnamese'")
                .query(String.class).single()).isEqualTo(OWNER);
    }

    @Test
    void aDatabaseThatIsBehindIsSaidToBe() throws IOException {
        var empty = LocalPostgres.shared().freshDatabase();
        giveToItsOwner(empty);

        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> Flyway.configure().dataSource(as(APPLICATION, empty)).load().migrate())
                .satisfies(failure -> assertThat(new NotMigratedAnalyzer().analyze(failure).getDescription())
                        .startsWith("Cơ sở dữ liệu chưa được nâng cấp cho phiên bản này"));
    }

    /** As after going back to a former program: there is no way back for a database but its backup. */
    @Test
    void aDatabaseOfANewerVersionIsNotWorkedOn() throws IOException {
        var newer = LocalPostgres.shared().freshDatabase();
        giveToItsOwner(newer);
        migrate(newer);
        assertThat(run(newer, APPLICATION, "--check")).isEqualTo("0 Cơ sở dữ liệu đã ở phiên bản này.");
        JdbcClient.create(as(OWNER, newer)).sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (9999, '9999', 'next', 'SQL', 'V9999__next.sql', 'phongtrao_owner', 1, true)""").update();
        var said = "1 Cơ sở dữ liệu của phiên bản mới hơn chương trình này (ở bước 9999, chương trình biết đến bước ";

        assertThat(migrate(newer)).startsWith(said);
        assertThat(run(newer, APPLICATION, "--check")).startsWith(said);
        assertThatExceptionOfType(NewerDatabase.class)
                .isThrownBy(() -> new ForwardOnly().migrate(Flyway.configure().dataSource(as(APPLICATION, newer)).load()))
                .satisfies(failure -> assertThat(new NewerDatabaseAnalyzer().analyze(failure).getAction()).contains("khôi phục bản sao lưu"));
    }

    @Test
    void whatIsBehindIsOnlyLookedAt() throws IOException {
        var empty = LocalPostgres.shared().freshDatabase();
        giveToItsOwner(empty);

        assertThat(run(empty, OWNER, "--check")).matches("0 Cơ sở dữ liệu của phiên bản cũ hơn: còn \\d+ bước\\.");
        assertThat(JdbcClient.create(as(OWNER, empty)).sql("select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void whoCallsWronglyIsToldWhatIsMissing() {
        assertThat(run(Map.of(), List.of())).isEqualTo("2 Thiếu biến môi trường: PHONGTRAO_DB_PASSWORD, PHONGTRAO_DB_URL, PHONGTRAO_DB_USERNAME");
        assertThat(run(Map.of(), List.of("now"))).startsWith("2 Cách dùng: java -jar phongtrao.jar migrate");
        assertThat(run(Map.of("PHONGTRAO_DB_URL", url, "PHONGTRAO_DB_USERNAME", APPLICATION, "PHONGTRAO_DB_PASSWORD", "trusted"),
                List.of())).isEqualTo("0 Cơ sở dữ liệu đã ở phiên bản này.");
    }

    private static String migrate(String database) {
        return run(database, OWNER);
    }

    private static String run(String database, String role, String... arguments) {
        return run(Map.of("PHONGTRAO_DB_URL", database, "PHONGTRAO_DB_USERNAME", role, "PHONGTRAO_DB_PASSWORD", "trusted"), List.of(arguments));
    }

    private static String run(Map<String, String> environment, List<String> arguments) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        var status = new MigrateCommand(out, out, new Environment(environment)).run(arguments);
        return status + " " + said.toString(UTF_8).strip();
    }

    private static void giveToItsOwner(String database) throws IOException {
        var superuser = JdbcClient.create(as(LocalPostgres.USER, database));
        for (var role : List.of(OWNER, APPLICATION)) {
            superuser.sql("do $$ begin if to_regrole('%1$s') is null then create role %1$s login; end if; end $$".formatted(role)).update();
        }
        superuser.sql("alter database %s owner to %s".formatted(name(database), OWNER)).update();
        apply(database);
    }

    private static void apply(String database) throws IOException {
        var superuser = JdbcClient.create(as(LocalPostgres.USER, database));
        for (var file : List.of("privileges.sql", "ownership.sql")) {
            superuser.sql(Files.readString(Path.of("install/postgresql", file)).replace("on database phongtrao",
                    "on database " + name(database))).update();
        }
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static DriverManagerDataSource as(String role, String database) {
        return new DriverManagerDataSource(database, role, "");
    }
}
