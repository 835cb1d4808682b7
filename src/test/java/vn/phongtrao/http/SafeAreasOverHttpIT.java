package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Safe areas in Bạc Liêu, with real tokens. */
@HttpTest
class SafeAreasOverHttpIT {

    private static final String PROCESS = "safe-area-recognition";
    private static final String OFFICER = "police-officer.31813";
    private static final String FOREIGNER = "police-officer.31843";
    private static final String PROVINCE = "police-officer.95";
    private static final List<String> CRITERIA = List.of("plan-registered", "policies-implemented",
            "no-serious-incident", "crime-limited", "local-force-effective");
    private static final String HEADER = "year,subject,unit,hamlet,result,decisionNumber,decidedOn,reason\n";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Client client;
    @Autowired
    JdbcClient database;
    @Autowired
    HttpJourney journey;
    @Autowired
    Clock clock;

    @BeforeEach
    void noHamletIsJudgedInADossierOfAnotherTest() {
        journey.openDossiers(PROCESS, "95/954/31813").forEach(dossier -> journey.withdraw(dossier.number(), OFFICER));
    }

    @Test
    void hamletIsRecognisedByTheContractsFieldsAlone() {
        var number = review(fields("Khóm 1"));
        assertThat(journey.show(number).get("findings")).filteredOn(finding -> finding.get("fits").asBoolean()
                && finding.get("legalBasis").asText().contains("Điều 4")).hasSize(CRITERIA.size());
        approve(number);

        assertThat(journey.show(number).get("status").asText()).isEqualTo("decided");
        var entry = client.as(OFFICER).get("/api/safe-areas?dossierNumber=" + number).json().at("/content/0");
        assertThat(entry.get("result").asText()).isEqualTo("passed");
        assertThat(entry.get("name").asText()).isEqualTo("Khóm 1, Phường 2");
        assertThat(entry.get("decisionNumber").asText()).endsWith("/QĐ-UBND");
        var decision = client.as(OFFICER).get("/api/decisions?dossierNumber=" + number).json()
                .at("/content/0/id").asLong();
        assertThat(client.as(OFFICER).get("/api/decisions/" + decision + "/document").status()).isEqualTo(200);
        assertThat(client.as(FOREIGNER).get("/api/decisions/" + decision + "/document").status()).isEqualTo(403);
        assertThat(client.as(FOREIGNER).get("/api/decisions/" + decision + "/certificates").status()).isEqualTo(403);
    }

    @Test
    void startFormIsFilledWithTheHamletsAndCriteriaOfTheOfficersUnit() {
        var variables = client.as(OFFICER).get("/engine-rest/process-definition/key/" + PROCESS + "/form-variables")
                .expectOk().json();

        assertThat(variables.at("/hamlets/value").asText()).contains("31813-01", "Khóm 8").doesNotContain("31843");
        assertThat(variables.at("/hamletCriteria/value").asText()).contains("local-force-effective");
        assertThat(variables.at("/communeCriteria/value").asText()).contains("police-effective")
                .doesNotContain("safe-hamlets", "effective-model");
        assertThat(variables.at("/communeFigures/value").asText()).contains("2024",
                "/%d khóm, ấp".formatted(hamlets("95/954/31813")));
    }

    @Test
    void missingCriterionIsNamedWithItsParagraphAndNothingChanges() {
        var fields = fields("31813-02");
        fields.put("criteria", CRITERIA.subList(0, 3));
        var number = review(fields);
        database.sql("update safe_area_proposal set year = 2023 where dossier_number = ?").param(number).update();
        var task = journey.task(number, "decide", "committee-chair.31813").id();
        var refused = journey.submit("committee-chair.31813", task, Map.of("outcome", "approve"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Kiềm chế, làm giảm tội phạm", "Điều 4 khoản 4", "Điều 4 khoản 5");
        assertThat(journey.show(number).get("status").asText()).isEqualTo("in-progress");
        assertThat(client.as(OFFICER).get("/api/safe-areas?dossierNumber=" + number).json().at("/page/totalElements")
                .asInt()).isZero();
        assertThat(client.as(OFFICER).get("/api/decisions?dossierNumber=" + number).json().at("/page/totalElements")
                .asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            year     |               | 400
            year     | "2024x"       | 400
            year     | 2024.5        | 400
            year     | 1999          | 400
            year     | 99999999999   | 400
            year     | 2023          | 422
            year     | 2025          | 422
            subject  |               | 400
            subject  | "province"    | 400
            subject  | "commune"     | 400
            hamlet   |               | 400
            hamlet   | "31843-01"    | 400
            hamlet   | "Khóm 99"     | 400
            hamlet   | "' or 1=1 --" | 400
            hamlet   | 7             | 400
            criteria |               | 400
            criteria | "x"           | 400
            criteria | ["x"]         | 400
            criteria | ["safe-hamlets"]                      | 400
            criteria | ["crime-limited", "crime-limited"]    | 400
            criteria | [{}]          | 400
            share    | 1             | 400""")
    void badInputIsRefusedNamingItsField(String field, String value, int status) throws Exception {
        var fields = fields("31813-08");
        fields.remove(field);
        if (value != null) {
            fields.put(field, JSON.readValue(value, Object.class));
        }
        var answer = journey.start(PROCESS, OFFICER, fields);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(client.as(OFFICER).get("/api/dossiers?process=" + PROCESS + "&size=200").json().get("content"))
                .noneMatch(dossier -> dossier.get("title").asText().contains("Khóm 8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"police-chief.31813", "committee-clerk.31813", "committee-chair.31813", "without-post"})
    void onlyPoliceOfficersPropose(String account) {
        assertThat(journey.start(PROCESS, account, fields("31813-03")).status()).isEqualTo(403);
    }

    @Test
    void theSameHamletProposedByTwoAtOnceIsProposedOnce() throws Exception {
        Callable<Answer> one = () -> journey.start(PROCESS, OFFICER, fields("31813-04"));
        Callable<Answer> other = () -> journey.start(PROCESS, "police-officer-2.31813", fields("31813-04"));
        var pool = Executors.newFixedThreadPool(4);
        try {
            var answers = pool.invokeAll(List.of(one, other, one, other)).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception failed) {
                    throw new AssertionError(failed);
                }
            }).toList();
            assertThat(answers).filteredOn(Answer::ok).hasSize(1);
            assertThat(answers).filteredOn(answer -> !answer.ok()).extracting(Answer::status).isSubsetOf(409, 422);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void registerShowsAnOfficerHisUnitAndThoseBelow() {
        recognise("31813-05");
        var own = "/api/safe-areas?year=2023&subject=hamlet&result=passed&unit=95/954/31813&sort=decidedOn,desc";

        for (var account : List.of(OFFICER, "police-officer.954", PROVINCE, "admin")) {
            assertThat(client.as(account).get(own).json().get("content")).as(account)
                    .anyMatch(entry -> entry.get("hamlet").asText().equals("31813-05"));
        }
        for (var account : List.of(FOREIGNER, "police-officer.956", "without-post")) {
            assertThat(client.as(account).get(own).json().at("/page/totalElements").asInt()).as(account).isZero();
        }
        assertThat(client.get(own).status()).isEqualTo(401);
    }

    @Test
    void sharesCountEachUnitWithThoseBelow() {
        var rows = client.as(PROVINCE).get("/api/safe-areas/shares?year=2024&size=200").json();
        assertThat(rows.at("/page/totalElements").asInt()).isEqualTo(1 + 7 + 64);
        var province = client.as(PROVINCE).get("/api/safe-areas/shares?year=2024&tier=province").json()
                .at("/content/0");
        assertThat(province.get("hamlets").asInt()).isEqualTo(hamlets("95")).isGreaterThanOrEqualTo(512);
        assertThat(province.get("communes").asInt()).isEqualTo(64);

        assertThat(client.as(OFFICER).get("/api/safe-areas/shares?year=2024").json().get("content")).hasSize(1)
                .allMatch(row -> row.get("hamlets").asInt() == hamlets("95/954/31813")
                        && row.get("communes").asInt() == 1);
    }

    /** How many hamlets there are: the sample ones, and those that other tests of the same application added. */
    private int hamlets(String unit) {
        return database.sql("""
                        select count(*) from hamlet where path like ? || '/%' and coalesce(valid_to, 'infinity') >= ?""")
                .params(unit, LocalDate.now(clock)).query(Integer.class).single();
    }

    @Test
    void sharesAreOfThisYearWhereNoneIsAskedFor() {
        var shares = client.as(OFFICER).get("/api/safe-areas/shares").expectOk().json();

        assertThat(shares.get("content")).isNotEmpty();
        assertThat(shares).isEqualTo(client.as(OFFICER).get("/api/safe-areas/shares?year=" + LocalDate.now(clock).getYear())
                .expectOk().json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/safe-areas?year=x", "/api/safe-areas?sort=explanation",
            "/api/safe-areas/shares?year=x", "/api/safe-areas/shares?year=-2147483648",
            "/api/safe-areas/shares?year=2024&sort=x"})
    void badQueriesAreRefused(String path) {
        assertThat(client.as(OFFICER).get(path).status()).isEqualTo(400);
    }

    @Test
    void resultsOnPaperAreImportedAllOrNone() {
        var wrong = load(PROVINCE, "\uFEFF" + HEADER + """
                2023,hamlet,95/956/31843,31843-01,passed,12/QĐ-UBND,2023-11-10,
                2023,hamlet,95/956/31843,31843-99,passed,12/QĐ-UBND,2023-11-10,
                2023,hamlet,95/956/31843,31843-02,passed,,2023-11-10,
                2023,hamlet,95/956/31843,31843-03,failed,,2023-11-10,=cmd()
                2023,commune,95/956,,passed,13/QĐ-UBND,2023-11-25,
                2023,hamlet,95/956/31843,31843-01,passed,12/QĐ-UBND,2023-11-10,
                2023,hamlet,95/956/31843,31843-04,passed,12/QĐ-UBND,2124-11-10,
                2023,hamlet,95/956/31843,31843-05,passed,12/QĐ-UBND,2023-10-31,
                """);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/detail")).contains("Dòng 3, cột hamlet", "Dòng 4, cột decisionNumber: bắt buộc nhập",
                "Dòng 5, cột reason", "Dòng 6, cột unit", "Dòng 7, cột year", "Dòng 8, cột decidedOn", "Dòng 9, cột year: Năm xét chưa kết thúc")
                .doesNotContain("Dòng 2");
        assertThat(imported()).isZero();

        var right = HEADER + """
                2023,hamlet,95/956/31843,31843-01,passed,12/QĐ-UBND,2023-11-10,
                2023,hamlet,95/956/31843,Khóm 2,failed,,2023-11-10,Chưa đạt tiêu chí 4
                2023,commune,95/956/31843,,passed,13/QĐ-UBND,2023-11-25,
                """;
        assertThat(load(PROVINCE, right).status()).isEqualTo(201);
        assertThat(imported()).isEqualTo(3);
        assertThat(load(PROVINCE, right).text("/detail")).contains("đã được công nhận năm 2023");
        assertThat(imported()).isEqualTo(3);
        assertThat(client.as(FOREIGNER).get("/api/safe-areas?year=2023&result=failed").json()
                .at("/content/0/reason").asText()).isEqualTo("Chưa đạt tiêu chí 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {OFFICER, "police-officer.954", "police-chief.95", "committee-chair.95", "admin"})
    void onlyTheProvincesPoliceOfficersImport(String account) {
        assertThat(load(account, HEADER + "2022,commune,95/954/31813,,passed,1/QĐ,2022-12-01,\n").status())
                .isEqualTo(403);
    }

    private int imported() {
        return client.as("admin").get("/api/safe-areas?year=2023&unit=95/956/31843").json().at("/page/totalElements").asInt();
    }

    private Answer load(String account, String csv) {
        return client.as(account).with("Content-Type", "multipart/form-data; boundary=limit").post(
                "/api/safe-areas/import", "--limit\r\nContent-Disposition: form-data; name=\"file\"; "
                        + "filename=\"ket-qua.csv\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--limit--\r\n");
    }

    private String recognise(String hamlet) {
        var number = review(fields(hamlet));
        approve(number);
        return number;
    }

    /** Once its year has ended: it is judged as one of the year before. */
    private void approve(String number) {
        database.sql("update safe_area_proposal set year = 2023 where dossier_number = ?").param(number).update();
        journey.approve(number, "decide", "committee-chair.31813");
    }

    private String review(Map<String, Object> fields) {
        var number = journey.propose(PROCESS, OFFICER, fields);
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        return number;
    }

    private static Map<String, Object> fields(String hamlet) {
        return new LinkedHashMap<>(Map.of("year", 2024, "subject", "hamlet", "hamlet", hamlet, "criteria", CRITERIA));
    }
}
