package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.document.Samples;
import vn.phongtrao.local.LocalKeycloak;

/** The calls that the handbook shows to integrators, as they stand there. */
@HttpTest
class HandbookExamplesIT {

    private static final Path CHAPTER = Path.of("docs", "handbook", "integration.adoc");
    private static final Pattern EXAMPLE = Pattern.compile("\\[source,bash]\n----\n(.*?)\n----\n", Pattern.DOTALL);

    @Autowired
    Client client;

    @Autowired
    HttpJourney journey;

    @TempDir
    Path folder;

    @Test
    void theyRunAsTheyArePrinted() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/curl"))).as("the examples call curl").isTrue();
        decide();
        Files.write(folder.resolve("xac-nhan.pdf"), Samples.pdf());
        var table = folder.resolve("processes/commendation/base-salary.dmn");
        Files.createDirectories(table.getParent());
        Files.writeString(table, Files.readString(Path.of("processes/commendation/base-salary.dmn"))
                + "<!-- mẫu -->\n");
        var said = folder.resolve("said");

        var shell = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", examples()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(said.toFile());
        shell.environment().putAll(Map.of("ADDRESS", client.address(),
                "KEYCLOAK", LocalKeycloak.shared().url(), "SECRET", LocalKeycloak.INTEGRATION_SECRET,
                "CLERK_TOKEN", token("committee-clerk.31813"), "ADMIN_TOKEN", token("admin")));
        var process = shell.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        var left = client.as("admin").send("DELETE", "/api/editions/file?note=Xong&path=commendation/base-salary.dmn",
                null);
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        left.expectOk();
        assertThat(Files.readString(said)).contains("KT-31813-2024-").endsWith("404\n");
        assertThat(folder.resolve("quyet-dinh.pdf")).isNotEmptyFile();
        assertThat(folder.resolve("phoi.zip")).isNotEmptyFile();
    }

    private static String examples() throws IOException {
        var examples = EXAMPLE.matcher(Files.readString(CHAPTER)).results().map(example -> example.group(1)).toList();
        assertThat(examples).hasSizeGreaterThan(5);
        return String.join("\n", examples);
    }

    /** A decision for the examples to find. */
    private void decide() {
        var number = journey.propose("police-officer.31813", proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người trong ví dụ"))));
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");
    }

    private String token(String account) {
        return client.as(account).header("Authorization").substring("Bearer ".length());
    }
}
