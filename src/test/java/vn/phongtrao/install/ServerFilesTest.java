package vn.phongtrao.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a server, by the tools that will read them, where this machine has them. {@code install/test} runs them. */
class ServerFilesTest {

    private static final Path INSTALL = Path.of("install").toAbsolutePath();

    @TempDir
    Path work;

    @Test
    void scriptsAreSound() throws Exception {
        assumeTrue(has("shellcheck"), "no shellcheck");
        succeeds(List.of("shellcheck", "setup", "bundle", "test", "phongtrao"));
    }

    @Test
    void nginxTakesTheSites() throws Exception {
        assumeTrue(has("nginx") && has("openssl"), "no nginx or openssl");
        succeeds(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=phongtrao.example.vn",
                "-keyout", work.resolve("key.pem").toString(), "-out", work.resolve("certificate.pem").toString()));
        Files.createDirectory(work.resolve("snippets"));
        for (var file : List.of("phongtrao.conf", "phongtrao-tls.conf", "phongtrao-administrators.conf")) {
            Files.writeString(work.resolve(file.equals("phongtrao.conf") ? file : "snippets/" + file),
                    Files.readString(INSTALL.resolve("nginx/" + file)).replace("/etc/phongtrao/tls", work.toString())
                            .replace("/var/log/nginx", work.toString()));
        }
        // what Debian's own says around it
        var main = Files.writeString(work.resolve("nginx.conf"), """
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
                    ssl_prefer_server_ciphers on;
                    access_log %1$s/access.log;
                    include %1$s/phongtrao.conf;
                }
                """.formatted(work));

        succeeds(List.of("nginx", "-t", "-p", work.toString(), "-c", main.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phongtrao", "phongtrao-migrate", "keycloak"})
    void systemdTakesTheUnitAndShutsItIn(String unit) throws Exception {
        assumeTrue(has("systemd-analyze"), "no systemd-analyze");
        var file = INSTALL.resolve("systemd/" + unit + ".service");
        for (var program : List.of("usr/bin/java", "opt/keycloak/current/bin/kc.sh")) {
            Files.createDirectories(work.resolve(program).getParent());
            Files.createFile(work.resolve(program)).toFile().setExecutable(true);
        }
        var units = Files.createDirectories(work.resolve("etc/systemd/system"));
        for (var other : List.of("phongtrao", "phongtrao-migrate", "keycloak")) {
            Files.copy(INSTALL.resolve("systemd/" + other + ".service"), units.resolve(other + ".service"));
        }
        basicUnits();

        succeeds(List.of("systemd-analyze", "verify", "--man=no", "--root=" + work, unit + ".service"));
        // of 10; Java writes code where it runs it, and both listen and call
        succeeds(List.of("systemd-analyze", "security", "--offline=yes", "--threshold=15", "--no-pager", file.toString()));
    }

    @Test
    void systemdTakesTheNightsBackup() throws Exception {
        assumeTrue(has("systemd-analyze"), "no systemd-analyze");
        for (var program : List.of("bin/sh", "usr/bin/find")) {
            Files.createDirectories(work.resolve(program).getParent());
            Files.createFile(work.resolve(program)).toFile().setExecutable(true);
        }
        var units = Files.createDirectories(work.resolve("etc/systemd/system"));
        for (var unit : List.of("phongtrao-backup.service", "phongtrao-backup.timer")) {
            Files.copy(INSTALL.resolve("systemd/" + unit), units.resolve(unit));
        }
        basicUnits();

        succeeds(List.of("systemd-analyze", "verify", "--man=no", "--root=" + work, "phongtrao-backup.timer", "phongtrao-backup.service"));
    }

    @Test
    void oneKeycloakEverywhere() throws IOException {
        var version = Files.readString(Path.of("pom.xml")).replaceAll("(?s).*<keycloak.version>(.*?)</keycloak.version>.*", "$1");

        assertThat(INSTALL.resolve("keycloak.sha256")).content().matches("[0-9a-f]{64} {2}keycloak-quarkus-dist-\\Q%s\\E.zip\n".formatted(version));
        assertThat(Path.of("docker/keycloak.Dockerfile")).content().contains("FROM quay.io/keycloak/keycloak:" + version + "\n");
    }

    /** Wrong passwords are known to Keycloak alone, and what it tells is decided when it is built. */
    @Test
    void keycloakTellsWhoWatches() throws IOException {
        assertThat(List.of(INSTALL.resolve("setup"), Path.of("docker/keycloak.Dockerfile"))).allSatisfy(file -> assertThat(file).content()
                .contains("kc.sh build --db=postgres --health-enabled=true --metrics-enabled=true"));
    }

    private void basicUnits() throws IOException {
        var basic = Files.createDirectories(work.resolve("usr/lib/systemd/system"));
        for (var target : List.of("sysinit.target", "basic.target", "shutdown.target", "network-online.target", "timers.target")) {
            Files.writeString(basic.resolve(target), "[Unit]\n");
        }
    }

    private static boolean has(String tool) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static void succeeds(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(command)).directory(INSTALL.toFile()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }
}
