package vn.phongtrao.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.MovementReportWalks.FIGURES;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.SheetFile;

/** Reporting periods as the province's officers and other programs use them. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPeriodsOverHttpIT {

    private static final String PERIODS = "/api/report-periods";
    private static final String PROVINCE = "police-officer.95";
    private static final String COMMUNE = "95/954/31813";
    private static final String HEAD = "unitPath,unitName," + String.join(",", FIGURES.keySet()) + "\n";
    private static final String ROW = FIGURES.values().stream().map(Object::toString).collect(Collectors.joining(","));

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    private String period;

    @BeforeAll
    void open() {
        period = client.as(PROVINCE).post(PERIODS, asked("from", "2060-01-01")).expectOk().text("/id");
    }

    @AfterAll
    void close() {
        client.as(PROVINCE).post(PERIODS + "/" + period + "/closure", null).expectOk();
        assertThat(client.as(PROVINCE).post(PERIODS + "/" + period + "/closure", null).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            name,  '',           400
            name,  ---,          400
            from,  gestern,      400
            from,  31/12/2059,   400
            from,  1700-01-01,   400
            from,  1999-12-31,   422
            from,  2060-06-29,   422
            to,    2058-12-31,   422
            dueOn, 2000-01-01,   422
            dueOn, 2059-06-29,   422
            dueOn, +99999-01-01, 400""")
    void badInputIsRefusedAndChangesNothing(String field, String value, int status) {
        var asked = asked("from", "2059-01-01");
        asked.put("to", "2059-06-30");
        asked.put(field, value);
        var before = tables.fingerprints();
        var answer = client.as(PROVINCE).post(PERIODS, asked);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void othersThanTheProvincesPoliceOfficersOpenAndCloseNothing() {
        for (var account : List.of("police-officer.954", "police-officer.31813", "police-chief.95", "admin",
                "without-post")) {
            assertThat(client.as(account).post(PERIODS, asked("from", "2062-01-01")).status()).isEqualTo(403);
            for (var act : List.of("/closure", "/withdrawal")) {
                assertThat(client.as(account).post(PERIODS + "/" + period + act, null).status()).isEqualTo(403);
            }
        }
        assertThat(client.as(PROVINCE).post(PERIODS + "/999999/closure", null).status()).isEqualTo(404);
        assertThat(client.as(PROVINCE).get(PERIODS + "/999999/sums").status()).isEqualTo(404);
    }

    @Test
    void everyOfficerSeesTheOwnUnitsAndThoseBelow() {
        for (var seen : Map.of("police-officer.95", 64, "police-officer.954", 10, "police-officer.31813", 1,
                "without-post", 0).entrySet()) {
            var own = client.as(seen.getKey());
            assertThat(own.get(PERIODS + "/" + period).expectOk().json().get("communes").asInt())
                    .isEqualTo(seen.getValue());
            assertThat(own.get("/api/movement-reports?period=" + period).expectOk().json()
                    .at("/page/totalElements").asInt()).isEqualTo(seen.getValue());
        }
        assertThat(client.as("police-officer.31813").get(PERIODS + "/" + period + "/sums?unit=95").expectOk().json())
                .hasSize(1);
    }

    @Test
    void aFileFillsInFormsAndSendsNothing() {
        var officer = "police-officer.954";
        var file = HEAD + COMMUNE + ",Phường 2," + ROW + "\n" + "95/954/31816,,,,,,,,,,,,\n";
        load(officer, file).expectOk();

        var number = client.as("admin").get("/api/movement-reports?unit=%s&period=%s".formatted(COMMUNE, period))
                .expectOk().text("/content/0/dossierNumber");
        assertThat(journey.show(number).get("attendances").asInt()).isEqualTo(840);
        assertThat(journey.show(number).get("filled").asBoolean()).isFalse();
        assertThat(journey.openTasks("police-officer.31813", number)).containsExactly("fill-report");
        assertThat(client.as(officer).get(PERIODS + "/" + period + "/import").expectOk().body()).startsWith("PK");
        assertThat(client.as("police-chief.954").get(PERIODS + "/" + period + "/import").status()).isEqualTo(403);
    }

    @Test
    void theFileToFillInIsTakenAsItIs() {
        var file = client.as("police-officer.956").download(PERIODS + "/" + period + "/import");

        assertThat(SheetFile.lines(file)).hasSizeGreaterThan(5).first().satisfies(head ->
                assertThat(head.cells().subList(0, 3)).extracting(Cell::text)
                        .containsExactly("Mã đơn vị", "Đơn vị", "Số cuộc phát động phong trào"));
        assertThat(client.as("police-officer.956").upload(PERIODS + "/" + period + "/import", "file",
                Map.of("bao-cao.xlsx", file)).expectOk().json().get("imported").asInt()).isZero();
    }

    @Test
    void aFileIsTakenAsAWholeOrNotAtAll() {
        var before = tables.fingerprints();
        var wrong = load("police-officer.954", HEAD + "95/954/31819,," + ROW + "\n95/954/31822,,"
                + ROW.replaceFirst("^\\d+", "-3") + "\n95/956/31843,," + ROW + "\n95/954,," + ROW + "\n");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/detail")).contains("Dòng 3", "Dòng 4", "Dòng 5").doesNotContain("Dòng 2");
        assertThat(load("police-chief.31813", HEAD + COMMUNE + ",," + ROW).status()).isEqualTo(403);
        assertThat(load("police-officer.31813", "unitPath\n95\n").status()).isEqualTo(400);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void whoOpensAPeriodInTwoTiersMayAcceptItsReports() {
        var number = client.as("admin").get("/api/movement-reports?unit=95/956/31843&period=" + period).expectOk()
                .text("/content/0/dossierNumber");

        assertThat(journey.show(number).get("openedBy").asText()).isNotEqualTo(PROVINCE);
    }

    private Answer load(String account, String file) {
        return client.as(account).upload(PERIODS + "/" + period + "/import", "file",
                Map.of("bao-cao.csv", file.getBytes(UTF_8)));
    }

    private static Map<String, Object> asked(String field, String value) {
        var asked = new LinkedHashMap<String, Object>(Map.of("name", "6 tháng đầu năm 2060", "from", "2060-01-01",
                "to", "2060-06-30", "dueOn", "2060-07-10"));
        asked.put(field, value);
        return asked;
    }
}
