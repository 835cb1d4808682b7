package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import vn.phongtrao.watch.WatchPort;

/** What who watches is told, where, and that nobody else is. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class WatchIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String OFFICER = "police-officer.31813";
    private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{(.*)})? (\\S+)", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,4}-\\d{5}-\\d{4}-\\d+");

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    WatchPort port;

    @Test
    void everyFigureOfTheDashboardAndTheRulesIsThere() throws IOException {
        doSomething();
        var scrape = read("/actuator/prometheus").body();
        Files.writeString(Path.of("target", "scrape.txt"), scrape);
        var there = SAMPLE.matcher(scrape).results().map(sample -> sample.group(1)).collect(Collectors.toSet());

        var named = new TreeSet<String>();
        new ObjectMapper().readTree(Path.of("monitoring/grafana-dashboard.json").toFile()).findValuesAsText("expr").forEach(query ->
                named.addAll(figures(query)));
        Files.readAllLines(Path.of("monitoring/alerts.yml")).stream().map(String::strip).filter(line -> line.startsWith("expr: "))
                .forEach(line -> named.addAll(figures(line.substring("expr: ".length()))));

        assertThat(named).hasSizeGreaterThan(25).contains("phongtrao_dossiers_late", "phongtrao_health", "hikaricp_connections_pending");
        // what Prometheus itself knows
        named.remove("up");
        assertThat(there).containsAll(named);
    }

    /** Names in a query that are neither functions, labels nor words of its language. */
    private static Set<String> figures(String query) {
        var bare = query.replaceAll("\"[^\"]*\"", "").replaceAll("\\{[^}]*}", "").replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)", "");
        return Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()").matcher(bare).results().map(word -> word.group())
                .filter(word -> !Set.of("and", "or", "unless", "offset", "bool").contains(word)).collect(Collectors.toSet());
    }

    @Test
    void figuresTellOfNobodyAndHaveFewLabels() {
        doSomething();
        for (var path : List.of("/nowhere/" + OFFICER, "/engine-rest/task/some-id-" + OFFICER, "/engine-rest/nowhere-" + OFFICER, "/api/nowhere-" + OFFICER,
                "/camunda/api/engine/engine/default/user/" + OFFICER + "/profile", "/verify/" + OFFICER)) {
            client.as(OFFICER).get(path);
            client.get(path);
        }
        client.as(OFFICER).send("ODDMETHOD", "/api/units", null);
        var scrape = read("/actuator/prometheus").body();

        assertThat(scrape).doesNotContain(OFFICER, "31813", "Người được đề nghị", "ODDMETHOD");
        assertThat(NUMBER.matcher(scrape).find()).as("a dossier's number").isFalse();
        var samples = SAMPLE.matcher(scrape).results().toList();
        var uris = samples.stream().filter(sample -> sample.group(1).startsWith("http_server_requests_seconds_count"))
                .flatMap(sample -> LABEL.matcher(sample.group(2)).results()).filter(label -> label.group(1).equals("uri")).map(label -> label.group(2))
                .collect(Collectors.toSet());
        assertThat(uris).contains("/engine-rest/**", "/api/dossiers/{number}").allMatch(uri -> !uri.contains("some-id") && !uri.contains("nowhere"));
        assertThat(samples.stream().filter(sample -> sample.group(1).startsWith("phongtrao_") && sample.group(2) != null)
                .flatMap(sample -> LABEL.matcher(sample.group(2)).results()).map(label -> label.group(1)))
                .isSubsetOf("tier", "status", "outcome", "result", "part", "le");
        assertThat(samples).as("time series").hasSizeLessThan(8_000);
    }

    @Test
    void aDossierIsCountedWithTheTierOfItsUnitOnceItIsKept() {
        var before = figure("phongtrao_dossiers_opened_total{tier=\"commune\"}");
        var stepsBefore = figure("phongtrao_steps_total{outcome=\"approve\"}");

        doSomething();

        assertThat(figure("phongtrao_dossiers_opened_total{tier=\"commune\"}")).isEqualTo(before + 1);
        assertThat(figure("phongtrao_steps_total{outcome=\"approve\"}")).isGreaterThan(stepsBefore);
        assertThat(List.of(figure("phongtrao_dossiers_open{tier=\"commune\"}"), figure("phongtrao_dossiers_late{tier=\"commune\"}"),
                figure("phongtrao_jobs_due"), figure("phongtrao_jobs_failed"), figure("phongtrao_outbox_waiting"), figure("phongtrao_health{part=\"jobs\"}")))
                .allMatch(found -> found >= 0);
    }

    @Test
    void whatIsRefusedIsCountedByNobody() {
        var before = figure("phongtrao_dossiers_opened_total{tier=\"commune\"}");

        assertThat(client.as(OFFICER).post("/engine-rest/process-definition/key/commendation/submit-form", "{\"variables\":{}}").status()).isBetween(400, 499);

        assertThat(figure("phongtrao_dossiers_opened_total{tier=\"commune\"}")).isEqualTo(before);
    }

    @Test
    void refusedTokensAreCounted() {
        var before = figure("phongtrao_tokens_refused_total");

        client.withToken("nonsense").get("/api/units");

        assertThat(figure("phongtrao_tokens_refused_total")).isEqualTo(before + 1);
    }

    @Test
    void thePublicPortShowsNoFigures() {
        for (var caller : Stream.of(client, client.as(OFFICER), client.as("admin"), client.as("phongtrao-integration")).toList()) {
            var answer = caller.with("Accept", "application/json").get("/actuator/prometheus");

            assertThat(answer.status()).isNotEqualTo(200);
            assertThat(answer.body()).doesNotContain("phongtrao_", "jvm_");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness", "/actuator/health/db", "/actuator/prometheus"})
    void whoReachesThePortOfItsOwnReadsHealthAndFigures(String path) {
        assertThat(read(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/units", "/engine-rest/task", "/actuator", "/actuator/env", "/actuator/prometheus/x", "/actuator/health/../env", "/verify/x",
            "/camunda/app/tasklist/default/", "/v3/api-docs", "/logout", "/error", "/look.css", "/actuator/healthx"})
    void nothingElseIsThere(String path) {
        assertThat(read(path).statusCode()).isIn(400, 403, 404);
        assertThat(send(HttpRequest.newBuilder(there(path)).header("Authorization", client.as("admin").header("Authorization"))).statusCode())
                .isIn(400, 403, 404);
    }

    @Test
    void itIsOnlyRead() {
        assertThat(send(HttpRequest.newBuilder(there("/actuator/health")).POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(403);
    }

    @Test
    void healthTellsEachPart() {
        assertThat(read("/actuator/health").body()).contains("\"db\"", "\"keycloak\"", "\"jobs\"", "\"calendar\"", "\"certificates\"", "\"diskSpace\"",
                "\"clock\"", "\"outbox\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nowhere", "/nowhere", "/api/dossiers/x", "/engine-rest/nowhere", "/verify/x", "/api/units"})
    void everyAnswerNamesItsRequest(String path) {
        var one = client.as(OFFICER).get(path);
        var name = one.headers().firstValue("X-Request-Id");

        assertThat(name).hasValueSatisfying(given -> assertThat(given).matches("[0-9a-f]{16}"));
        assertThat(client.as(OFFICER).with("X-Request-Id", "chosen").get(path).headers().allValues("X-Request-Id")).hasSize(1).doesNotContain("chosen")
                .doesNotContain(name.get());
        if (one.headers().firstValue("Content-Type").filter("application/problem+json"::equals).isPresent()) {
            assertThat(one.text("/request")).isEqualTo(name.get());
        }
    }

    @Test
    void whoIsNotSignedInAndWhoSendsNonsenseIsToldTheNameToo() throws IOException {
        var unsigned = client.get("/api/units");
        assertThat(unsigned.text("/request")).isEqualTo(unsigned.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(client.post("/api/units?%00=1", "{}").headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void aRequestIsOneLineWithoutWhoAskedForWhat(CapturedOutput output) {
        var root = (Logger) LoggerFactory.getLogger("vn.phongtrao.access");
        root.setLevel(Level.INFO);
        try {
            var number = doSomething();
            var answer = client.as(OFFICER).get("/api/dossiers/" + number + "?language=vi");
            var name = answer.headers().firstValue("X-Request-Id").orElseThrow();

            // it is written when the answer has gone
            await().until(() -> output.getOut().contains(name));
            assertThat(output.getOut().lines().filter(line -> line.contains(name))).singleElement().satisfies(line -> assertThat(line)
                    .matches("\\S+  INFO \\[.{15}] \\[%s] \\[%s] vn\\.phongtrao\\.access +: (127\\.0\\.0\\.1|0:0:0:0:0:0:0:1) GET /api/dossiers/%s 200 \\d+ B \\d{1,5} ms"
                            .formatted(name, number, number)).doesNotContain(OFFICER, "language"));
        } finally {
            root.setLevel(null);
        }
    }

    /** @return number of a dossier on its way */
    private String doSomething() {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người được đề nghị"))));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        return number;
    }

    private double figure(String sample) {
        return read("/actuator/prometheus").body().lines().filter(line -> line.startsWith(sample + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).orElseThrow();
    }

    private HttpResponse<String> read(String path) {
        return send(HttpRequest.newBuilder(there(path)));
    }

    private URI there(String path) {
        return URI.create("http://127.0.0.1:" + port.number().orElseThrow() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
