package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What is delivered for Prometheus is what Prometheus takes, and each rule fires when it should and not before. */
class MonitoringFilesTest {

    private static final File FOLDER = new File("monitoring");

    @Test
    void prometheusTakesTheRulesAndItsSettings() throws Exception {
        assertThat(promtool("check", "rules", "alerts.yml")).contains("SUCCESS");
        assertThat(promtool("check", "config", "prometheus.yml")).contains("SUCCESS");
    }

    @Test
    void theRulesFireWhenTheyShould() throws Exception {
        assertThat(promtool("test", "rules", "alerts-test.yml")).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void everyRuleIsTried() throws IOException {
        var tests = Files.readString(FOLDER.toPath().resolve("alerts-test.yml"));
        assertThat(Pattern.compile("- alert: (\\w+)").matcher(Files.readString(FOLDER.toPath().resolve("alerts.yml"))).results())
                .hasSizeGreaterThan(10).allSatisfy(rule -> assertThat(tests).containsPattern("alertname: " + rule.group(1) + "\\s+exp_alerts:"));
    }

    /** Skipped, with a word, where Debian's package prometheus is not installed; {@code .ci/run} installs it. */
    private static String promtool(String... arguments) throws IOException, InterruptedException {
        assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "promtool"))).as("promtool is installed")
                .anyMatch(Files::isExecutable);
        var process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList()).directory(FOLDER).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
