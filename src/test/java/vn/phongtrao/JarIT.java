package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.local.LocalServices;

/**
 * The finished jar, taken apart as the image has it. The names of the classes that it loads until it answers are kept: the image
 * makes an archive of them ({@code Dockerfile}).
 */
class JarIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path PARTS = TARGET.resolve("parts");
    private static final Path CLASSES = TARGET.resolve("phongtrao.classes");
    private static final Path TEMPORARY = TARGET.resolve("jar-tmp");
    private static final Path LOG = TARGET.resolve("jar.log");

    @Test
    void theJarStartsFromItsPartsAndTellsWhichClassesItLoads() throws Exception {
        assertThat(java(List.of("-Djarmode=tools", "-jar", jar().toString(), "extract", "--force", "--destination", PARTS.toString()))
                .start().waitFor()).isZero();
        var port = LocalKeycloak.freePort();
        Files.createDirectories(TEMPORARY);
        var start = java(List.of("-Xshare:off", "-Djava.io.tmpdir=" + TEMPORARY, "-XX:DumpLoadedClassList=" + CLASSES, "-XX:TieredStopAtLevel=1", "-jar",
                jar().getFileName().toString(), "--server.port=" + port)).directory(PARTS.toFile());
        start.environment().putAll(Map.of("PHONGTRAO_PROVINCE", "bac-lieu-2024", "PHONGTRAO_BUSINESS_DATE", "2024-07-01",
                "PHONGTRAO_DB_URL", LocalPostgres.shared().freshDatabase(), "PHONGTRAO_DB_USERNAME", LocalPostgres.USER,
                "PHONGTRAO_DB_PASSWORD", "", "PHONGTRAO_CITIZEN_KEY", LocalServices.DEMO_CITIZEN_KEY,
                // nobody asks it until somebody signs in
                "KEYCLOAK_URL", "http://keycloak.invalid", "PHONGTRAO_WEB_SECRET", "none", "PHONGTRAO_URL", "http://phongtrao.invalid"));
        var process = start.start();
        try {
            await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(500)).failFast(() -> !process.isAlive())
                    .until(() -> answers(port));
        } finally {
            process.destroy();
            process.waitFor();
        }
        assertThat(TEMPORARY).as("what it put down").isDirectoryNotContaining("glob:**phongtrao-*").isDirectoryNotContaining("glob:**tomcat*");
        assertThat(CLASSES).content().contains("\nvn/phongtrao/Application\n", "\norg/camunda/bpm/engine/ProcessEngine\n");
    }

    private static ProcessBuilder java(List<String> arguments) {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(arguments);
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(LOG.toFile());
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(TARGET, "phongtrao-*.jar")) {
            return jars.iterator().next();
        }
    }

    /** Whatever it says of its health: no Keycloak is there. */
    private static boolean answers(int port) throws InterruptedException {
        try {
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                    URI.create("http://localhost:%d/actuator/health".formatted(port))).build(), BodyHandlers.discarding());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
