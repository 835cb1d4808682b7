package vn.phongtrao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.phongtrao.Application;

/** Several nodes start at once on an empty database, which is not there yet, without Keycloak. */
class NodesStartIT {

    private static final String STARTED = "Started Application";
    private static final String WAITING = "Retrying in";

    @TempDir
    Path folder;

    @Test
    void allWaitForTheDatabaseAndComeUp() throws Exception {
        var database = LocalPostgres.shared().freshDatabase();
        var port = Integer.parseInt(database.replaceAll(".*:(\\d+)/.*", "$1"));
        var nodes = new ArrayList<Process>();
        try (var line = new Line(port)) {
            for (int number = 1; number <= 2; number++) {
                nodes.add(start(number, database.replace(":" + port + "/", ":" + line.port() + "/")));
            }
            for (int number = 1; number <= 2; number++) {
                until(nodes, number, WAITING);
            }
            line.open();
            for (int number = 1; number <= 2; number++) {
                until(nodes, number, STARTED);
            }
            assertThat(nodes).allMatch(Process::isAlive);
            assertThat(List.of(log(1), log(2))).noneMatch(log -> log.contains(" ERROR "));
        } finally {
            nodes.forEach(Process::destroyForcibly);
        }
    }

    private void until(List<Process> nodes, int number, String said) {
        await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(log(number)
                .contains(said) || !nodes.get(number - 1).isAlive()).isTrue());
        assertThat(log(number)).contains(said);
    }

    private String log(int number) {
        try {
            return Files.readString(folder.resolve(number + ".log"));
        } catch (IOException none) {
            return "";
        }
    }

    private Process start(int number, String database) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("surefire.test.class.path",
                        System.getProperty("java.class.path")), Application.class.getName(), "--server.port=0",
                "--spring.datasource.hikari.connection-timeout=2000", "--logging.level.vn.phongtrao.Application=info"));
        LocalServices.properties(DemoProvince.BAC_LIEU_2024, database, "http://localhost:1")
                .forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(number + ".log").toFile()).start();
    }
}
