package vn.phongtrao.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import vn.phongtrao.local.InstalledPostgres;

/** {@code docker/roles.sql}: whoever reads what the program is told does not get the database with it. */
class DockerRolesIT {

    private static final Map<String, String> PASSWORDS = Map.of("PHONGTRAO_DB_OWNER_PASSWORD", "owner", "PHONGTRAO_DB_PASSWORD", "program",
            "KEYCLOAK_DB_PASSWORD", "keycloak");

    @TempDir
    Path work;

    static boolean installed() {
        return InstalledPostgres.programs().isPresent();
    }

    /** Until 0.2.0 the program's role was the superuser of its volume. */
    @Test
    @EnabledIf("installed")
    void noSuperuserOfAFormerVolumeHasAPassword() throws Exception {
        try (var server = InstalledPostgres.start("phongtrao")) {
            var former = as("phongtrao", server);
            former.sql("alter role phongtrao password 'program'").update();
            former.sql("create database phongtrao").update();

            server.script(roles(), "phongtrao", PASSWORDS);
            server.script(roles(), "postgres", PASSWORDS);

            var roles = as("postgres", server);
            assertThat(roles.sql("select rolname from pg_authid where rolsuper and rolcanlogin").query(String.class).list()).containsExactly("postgres");
            assertThat(roles.sql("select rolname from pg_authid where rolpassword is not null order by 1").query(String.class).list())
                    .containsExactly("keycloak", "phongtrao_app", "phongtrao_owner");
        }
    }

    /** As the container has it. */
    private Path roles() throws Exception {
        return Files.writeString(work.resolve("roles.sql"), Files.readString(Path.of("docker/roles.sql"))
                .replace("/install/postgresql", Path.of("install/postgresql").toAbsolutePath().toString()));
    }

    private static JdbcClient as(String user, InstalledPostgres server) {
        return JdbcClient.create(new DriverManagerDataSource(server.url("postgres"), user, ""));
    }
}
