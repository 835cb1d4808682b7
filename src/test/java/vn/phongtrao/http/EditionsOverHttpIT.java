package vn.phongtrao.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Administrators change rules and units while the program runs; nobody else does, and what is wrong changes nothing.
 */
@HttpTest
class EditionsOverHttpIT {

    private static final String BONUS = "commendation/bonus.dmn";
    private static final String LOAD = "/api/editions?note=Ngh%E1%BB%8B%20quy%E1%BA%BFt%20m%E1%BA%ABu";
    private static final String UNITS = "bac-lieu-2024/units.csv";
    private static final String LOAD_PROVINCE = "/api/provinces?note=Ngh%E1%BB%8B%20quy%E1%BA%BFt%20m%E1%BA%ABu";
    private static final String PERIOD = "[date(\"2024-01-01\")..date(\"2025-06-30\")]";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Clock clock;

    @AfterEach
    void backToTheBuiltInFiles() {
        for (var area : List.of("/api/editions", "/api/provinces")) {
            client.as("admin").get(area).expectOk().json().get("own").forEach(own -> client.as("admin")
                    .send("DELETE", area + "/file?note=Xong&path=" + own.get("path").asText(), null).expectOk());
        }
    }

    @Test
    void aChangedCoefficientIsUsedFromItsDayOnAndNotBefore() throws IOException {
        var today = LocalDate.now(clock);
        assertThat(bonus()).isEqualTo(360_000);

        load(BONUS, doubledFrom(today.plusDays(1)));
        assertThat(bonus()).isEqualTo(360_000);

        load("bonus.dmn", doubledFrom(today));
        assertThat(bonus()).isEqualTo(710_000);

        client.as("admin").send("DELETE", "/api/editions/file?note=Xong&path=" + BONUS, null).expectOk();
        assertThat(bonus()).isEqualTo(360_000);
        var load = client.as("admin").get("/api/editions").json().at("/loads/1");
        assertThat(load.get("by").asText()).isEqualTo("admin");
        assertThat(load.get("note").asText()).isEqualTo("Nghị quyết mẫu");
        assertThat(load.get("changed").toString()).isEqualTo("[\"" + BONUS + "\"]");
    }

    @Test
    void severalFilesComeInOneArchive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("processes/" + BONUS));
            archive.write(doubledFrom(LocalDate.now(clock)).getBytes(UTF_8));
        }

        client.as("admin").upload(LOAD, Map.of("ours.zip", bytes.toByteArray())).expectOk();

        assertThat(client.as("admin").get("/api/editions").text("/own/0/path")).isEqualTo(BONUS);
    }

    @Test
    void anArchiveThatIsCutOffIsMalformed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry(BONUS));
            archive.write(doubledFrom(LocalDate.now(clock)).getBytes(UTF_8));
        }
        var half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);

        for (var path : List.of(LOAD, LOAD + "&check=true", "/api/rules/difference")) {
            assertThat(client.as("admin").upload(path, Map.of("ours.zip", half)).status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void checkingChangesNothing() throws IOException {
        var answer = client.as("admin").upload(LOAD + "&check=true",
                Map.of("bonus.dmn", doubledFrom(LocalDate.now(clock)).getBytes(UTF_8)));

        assertThat(answer.expectOk().json().get("changed").toString()).isEqualTo("[\"" + BONUS + "\"]");
        assertThat(client.as("admin").get("/api/editions").json().get("own")).isEmpty();
    }

    @Test
    void aFileWithAFindingIsRefusedWithItAndTheRunningProgramIsUnharmed() throws IOException {
        var broken = Files.readString(Path.of("processes", BONUS)).replaceFirst("\\.\\.date", "..dat");

        var answer = client.as("admin").upload(LOAD, Map.of(BONUS, broken.getBytes(UTF_8)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/title")).isEqualTo("Trái quy định");
        assertThat(answer.text("/findings/0/file")).isEqualTo(BONUS);
        assertThat(client.as("admin").get("/api/editions").json().get("own")).isEmpty();
        assertThat(bonus()).isEqualTo(360_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown.dmn", "decision.html", "../application.yaml", "commendation/../../x.dmn",
            "/etc/passwd", "ours.zip", "X/bonus.dmn", "bonus.dmn\u0000"})
    void aFileOfWhichNobodyKnowsWhereItBelongsIsMalformed(String name) {
        assertThat(client.as("admin").upload(LOAD, Map.of(name, "x".getBytes(UTF_8))).status()).as(name).isEqualTo(400);
    }

    @Test
    void aUnitIsRenamedAndBackAgain() {
        var files = Map.of(UNITS, units("Phường 2,Phường 2", "Phường Mẫu,phường Mẫu"));

        var seen = client.as("admin").upload(LOAD_PROVINCE + "&check=true", files).expectOk();
        assertThat(seen.json().at("/rows/0/changed/0/after").toString()).contains("Phường Mẫu");
        assertThat(unitName()).isEqualTo("Phường 2");

        client.as("admin").upload(LOAD_PROVINCE, files).expectOk();
        assertThat(unitName()).isEqualTo("Phường Mẫu");
        var state = client.as("admin").get("/api/provinces").expectOk();
        assertThat(state.text("/loads/0/by")).isEqualTo("admin");
        assertThat(state.text("/own/0/path")).isEqualTo(UNITS);

        client.as("admin").send("DELETE", "/api/provinces/file?note=Xong&path=" + UNITS, null).expectOk();
        assertThat(unitName()).isEqualTo("Phường 2");
    }

    @Test
    void unitsThatContradictThemselvesAreRefusedWithEveryFinding() {
        var answer = client.as("admin").upload(LOAD_PROVINCE,
                Map.of(UNITS, units("95/954/31813,commune", "95/999/31813,commune")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/findings/0/place")).matches("dòng \\d+, cột path");
        assertThat(client.as("admin").get("/api/provinces").json().get("own")).isEmpty();
        assertThat(unitName()).isEqualTo("Phường 2");
    }

    @Test
    void anAuthorityThatATableNeedsToNumberDecisionsIsNotTakenAway() throws IOException {
        var styles = Files.readString(Path.of("provinces/authorities.csv")).replace(",UBND,", ",UBX,");

        for (var path : List.of(LOAD_PROVINCE + "&check=true", LOAD_PROVINCE)) {
            var answer = client.as("admin").upload(path, Map.of("authorities.csv", styles.getBytes(UTF_8)));

            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.text("/findings/0/problem")).contains("không ban hành được quyết định có ký hiệu");
        }
        assertThat(client.as("admin").get("/api/provinces").json().get("own")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"units.csv", "../units.csv", "ca-mau-2025/../../x.csv", "X/units.csv", "ours.zip"})
    void aFileOfAProvinceOfWhichNobodyKnowsWhereItBelongsIsMalformed(String name) {
        assertThat(client.as("admin").upload(LOAD_PROVINCE, Map.of(name, "x".getBytes(UTF_8))).status()).as(name)
                .isEqualTo(400);
    }

    @Test
    void goingBackIsSeenBeforehandAndSeeingItChangesNothing() throws IOException {
        load(BONUS, doubledFrom(LocalDate.now(clock)));

        var seen = client.as("admin").get("/api/rules/difference?path=" + BONUS).expectOk();
        assertThat(seen.text("/0/removed/0/id")).isEqualTo("bonus-rule-1-changed");
        assertThat(client.as("admin").send("DELETE", "/api/editions/file?note=Xong&check=true&path=" + BONUS, null)
                .expectOk().json().get("changed").toString()).isEqualTo("[\"" + BONUS + "\"]");
        assertThat(client.as("admin").get("/api/editions").text("/own/0/path")).isEqualTo(BONUS);
        assertThat(client.as("admin").get("/api/rules/difference?path=../x").status()).isEqualTo(400);
    }

    @Test
    void nobodyButAdministratorsReadsOrLoads() {
        assertThat(Actor.all()).filteredOn(actor -> !actor.administrator()).allSatisfy(actor -> {
            var caller = client.as(actor.account());
            assertThat(List.of(caller.get("/api/editions"), caller.get("/api/editions/file?path=" + BONUS),
                    caller.upload(LOAD, Map.of(BONUS, new byte[] {1})), caller.post("/api/editions/folder", null),
                    caller.send("DELETE", "/api/editions/file?note=x&path=" + BONUS, null),
                    caller.get("/api/rules/difference?path=" + BONUS),
                    caller.get("/api/provinces"), caller.get("/api/provinces/file?path=" + UNITS),
                    caller.upload(LOAD_PROVINCE, Map.of(UNITS, new byte[] {1})),
                    caller.post("/api/provinces/folder", null),
                    caller.send("DELETE", "/api/provinces/file?note=x&path=" + UNITS, null)))
                    .extracting(Answer::status).containsOnly(403);
        });
        assertThat(client.get("/api/editions").status()).isEqualTo(401);
    }

    private static byte[] units(String before, String after) {
        try {
            var units = Files.readString(Path.of("provinces", UNITS));
            assertThat(units).contains(before);
            return units.replace(before, after).getBytes(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private String unitName() {
        return client.as("admin").get("/api/units/95/954/31813").expectOk().text("/fullName");
    }

    private void load(String name, String table) {
        client.as("admin").upload(LOAD, Map.of(name, table.getBytes(UTF_8))).expectOk();
    }

    /** The bonus of a person with a commune's certificate decided today. */
    private long bonus() {
        var number = journey.propose("police-officer.31813",
                proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");
        return journey.bonuses(number).get(0);
    }

    /** The table as it is, but twice as much for individuals with a commune's certificate from that day on. */
    private static String doubledFrom(LocalDate day) throws IOException {
        var table = Files.readString(Path.of("processes", BONUS));
        var first = table.substring(table.indexOf("<rule "), table.indexOf("</rule>") + "</rule>".length());
        var before = first.replace(PERIOD, "[date(\"2024-01-01\")..date(\"%s\")]".formatted(day.minusDays(1)));
        var from = first.replace(PERIOD, "[date(\"%s\")..date(\"2025-06-30\")]".formatted(day))
                .replace("bonus-rule-1", "bonus-rule-1-changed").replace("<text>0.15<", "<text>0.3<");
        return table.replace(first, before + from);
    }
}
