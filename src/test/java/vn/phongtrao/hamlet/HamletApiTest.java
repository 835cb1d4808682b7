package vn.phongtrao.hamlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.TestTables;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.sheet.SheetWriter;
import vn.phongtrao.unit.EndedUnits;
import vn.phongtrao.unit.Units;

@SpringJUnitWebConfig(HamletApiTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class HamletApiTest {

    private static final String LIST = "/api/units/95/954/31813/hamlets";

    private static Officer signedIn;

    @HttpSlice
    @ComponentScan({"vn.phongtrao.hamlet", "vn.phongtrao.unit"})
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @Import(TestTables.class)
    static class Slice {

        @Bean
        StandardServletMultipartResolver multipartResolver() {
            return new StandardServletMultipartResolver();
        }

        @Bean
        CurrentOfficer officer() {
            return () -> signedIn;
        }
    }

    private MockMvcTester http;

    @BeforeEach
    void noHamlets(@Autowired WebApplicationContext context, @Autowired JdbcClient jdbc) {
        http = MockMvcTester.from(context);
        jdbc.sql("truncate hamlet cascade").update();
        signIn("95/954/31813/committee-clerk");
    }

    @Test
    void clerkOfTheCommuneAddsHamletsUnderTheNextCode() {
        assertThat(post(LIST, "{\"name\": \"Khóm 1\"}")).hasStatus(201).bodyJson().isStrictlyEqualTo("""
                {"path": "95/954/31813/31813-01", "unitPath": "95/954/31813", "code": "31813-01", "name": "Khóm 1", "validFrom": "2024-07-01",
                 "validTo": null, "sample": false}""");
        assertThat(post(LIST, "{\"name\": \"Khóm 2\", \"validFrom\": \"2024-08-01\"}")).bodyJson()
                .extractingPath("$.code").isEqualTo("31813-02");
        assertThat(http.get().uri(LIST + "?sort=code,desc")).hasStatusOk().bodyJson()
                .extractingPath("$.content[*].name").asArray().containsExactly("Khóm 2", "Khóm 1");
    }

    @Test
    void hamletIsRenamedAndClosedAndItsCodeIsNotUsedAgain() {
        post(LIST, "{\"name\": \"Khóm 1\"}");
        assertThat(http.put().uri(LIST + "/31813-01").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Khóm Một\"}")).hasStatusOk().bodyJson().extractingPath("$.name")
                .isEqualTo("Khóm Một");
        assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2024-07-01\"}")).hasStatusOk().bodyJson()
                .extractingPath("$.validTo").isEqualTo("2024-07-01");
        assertThat(post(LIST, "{\"name\": \"Khóm Một\", \"validFrom\": \"2024-07-02\"}")).hasStatus(201).bodyJson().extractingPath("$.code")
                .isEqualTo("31813-02");
    }

    @Test
    void hamletThatEndedIsListedOnDemandAlone(@Autowired JdbcClient jdbc) {
        post(LIST, "{\"name\": \"Khóm 1\"}");
        jdbc.sql("update hamlet set valid_from = '2024-01-01', valid_to = '2024-06-30'").update();
        assertThat(http.get().uri(LIST)).bodyJson().extractingPath("$.page.totalElements").isEqualTo(0);
        assertThat(http.get().uri(LIST + "?closed=true")).bodyJson().extractingPath("$.page.totalElements")
                .isEqualTo(1);
        assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2024-07-01\"}")).hasStatus(404);
    }

    @Test
    void twoHamletsInForceHaveTwoNames() {
        post(LIST, "{\"name\": \"Khóm 1\"}");
        post(LIST, "{\"name\": \"Khóm 2\"}");
        assertThat(post(LIST, "{\"name\": \"KHÓM 1\"}")).hasStatus(422).bodyJson().extractingPath("$.field")
                .isEqualTo("name");
        assertThat(http.put().uri(LIST + "/31813-02").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"khóm 1\"}")).hasStatus(422);
    }

    @Test
    void ofTwoWithOneNameOneBeginsAfterTheOtherHasEnded() {
        post(LIST, "{\"name\": \"Khóm 1\"}");
        post(LIST + "/31813-01/closure", "{\"lastDay\": \"2030-01-01\"}");
        for (var begins : List.of("2024-07-01", "2030-01-01")) {
            assertThat(post(LIST, "{\"name\": \"khóm 1\", \"validFrom\": \"%s\"}".formatted(begins))).hasStatus(422).bodyJson()
                    .extractingPath("$.detail").asString().contains("đến hết ngày 01/01/2030");
        }
        assertThat(post(LIST, "{\"name\": \"Khóm 2\"}")).hasStatus(201);
        assertThat(http.put().uri(LIST + "/31813-02").contentType(MediaType.APPLICATION_JSON).content("{\"name\": \"Khóm 1\"}")).hasStatus(422);
        assertThat(post(LIST, "{\"name\": \"Khóm 1\", \"validFrom\": \"2030-01-02\"}")).hasStatus(201);
    }

    @Test
    void aLastDayIsAnotherOneWhileItIsStillToComeAndNobodyElseHasTheNameThen() {
        post(LIST, "{\"name\": \"Khóm 1\"}");
        post(LIST + "/31813-01/closure", "{\"lastDay\": \"2030-01-01\"}");
        post(LIST, "{\"name\": \"Khóm 1\", \"validFrom\": \"2030-06-01\"}");

        assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2199-12-31\"}")).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("lastDay");
        assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2030-05-31\"}")).hasStatusOk();
        assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2024-07-01\"}")).hasStatusOk();
        assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2029-01-01\"}")).as("it has come").hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ấp Mỹ Hoà", "ấp mỹ  hòa", " Ấp\\u200B Mỹ Hòa\\u00A0"})
    void aNameIsTheSameHoweverItIsTyped(String name) {
        post(LIST, "{\"name\": \"Ấp Mỹ Hòa\"}");
        assertThat(post(LIST, "{\"name\": \"%s\"}".formatted(name))).hasStatus(422);
        assertThat(http.get().uri(LIST + "?name=my hoa")).bodyJson().extractingPath("$.page.totalElements").isEqualTo(1);
        assertThat(http.get().uri(LIST + "?q=my hoa")).bodyJson().extractingPath("$.page.totalElements").isEqualTo(1);
        assertThat(http.get().uri("/api/hamlets?q=không có ở đâu")).bodyJson().extractingPath("$.page.totalElements")
                .isEqualTo(0);
        assertThat(http.get().uri(LIST + "?name=mỹ hoan")).bodyJson().extractingPath("$.page.totalElements").isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200B", "\\u00A0", "\\u202EẤp", "123", "...", "Ấp\\nMột"})
    void whatNamesNothingIsRefused(String name) {
        assertThat(post(LIST, "{\"name\": \"%s\"}".formatted(name))).hasStatus(400).bodyJson().extractingPath("$.field")
                .isEqualTo("name");
    }

    @Test
    void hamletsAreSortedAsPeopleLookThemUp() {
        for (var name : List.of("Zìn", "Ân", "Đặng", "An", "Khóm 10", "Dũng", "Khóm 2")) {
            post(LIST, "{\"name\": \"%s\"}".formatted(name));
        }
        assertThat(http.get().uri(LIST + "?sort=name")).bodyJson().extractingPath("$.content[*].name").asArray()
                .containsExactly("An", "Ân", "Dũng", "Đặng", "Khóm 2", "Khóm 10", "Zìn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"95/956/31843/committee-clerk", "95/954/committee-clerk", "95/committee-clerk",
            "95/954/31813/police-officer", "95/954/31813/committee-chair"})
    void nobodyElseKeepsTheList(String group) {
        post(LIST, "{\"name\": \"Khóm 1\"}");
        signIn(group);
        assertThat(post(LIST, "{\"name\": \"Khóm 2\"}")).hasStatus(403);
        assertThat(http.put().uri(LIST + "/31813-01").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Khóm 9\"}")).hasStatus(403);
        assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2024-07-01\"}")).hasStatus(403);
        assertThat(load("name,validFrom\nKhóm 2,\n".getBytes(UTF_8))).hasStatus(403);
        assertThat(http.get().uri(LIST)).hasStatusOk().bodyJson().extractingPath("$.page.totalElements").isEqualTo(1);
    }

    @Test
    void clerkOfTheCommuneInChargeKeepsTheListOfOneThatEndedButNothingBeginsInIt(@Autowired JdbcClient jdbc,
                                                                                 @Autowired Units units) {
        post(LIST, "{\"name\": \"Khóm 1\"}");
        var ended = new EndedUnits(units, jdbc);
        ended.end("95/954/31813", LocalDate.of(2024, 6, 30), "95/956/31843");
        try {
            signedIn = Officer.of("clerk", Set.of("95/956/31843/committee-clerk", "95/954/31813/committee-clerk"));
            assertThat(http.put().uri(LIST + "/31813-01").contentType(MediaType.APPLICATION_JSON)
                    .content("{\"name\": \"Khóm Một\"}")).hasStatusOk();
            assertThat(post(LIST, "{\"name\": \"Khóm 2\"}")).hasStatus(422);
            assertThat(load("name,validFrom\nKhóm 2,\n".getBytes(UTF_8))).hasStatus(422);
            assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2024-07-01\"}")).hasStatusOk();
            signIn("95/956/31843/committee-clerk");
            assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2024-07-01\"}")).hasStatus(403);
        } finally {
            ended.bringBack("95/954/31813", LocalDate.of(2025, 6, 30), "95/956/31843");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/units/95/954/hamlets, 404", "/api/units/95/956/31813/hamlets, 404",
            "/api/units/96/31825/hamlets, 404", "/api/units/95/954/31813/hamlets?sort=sample, 400",
            "/api/units/95/954/31813/hamlets?closed=maybe, 400"})
    void whatIsNoCommuneHasNoHamlets(String uri, int status) {
        assertThat(http.get().uri(uri)).hasStatus(status)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"name\": \"  \"}", "[1]",
            "{\"name\": \"Khóm 1\", \"validFrom\": \"2024-02-30\"}"})
    void bodyThatCannotBeReadIsRefused(String body) {
        assertThat(post(LIST, body)).hasStatus(400);
    }

    @Test
    void nameIsOfBoundedLength() {
        assertThat(post(LIST, "{\"name\": \"%s\"}".formatted("x".repeat(101)))).hasStatus(400);
        assertThat(post(LIST, "{\"name\": \"%s\"}".formatted("x".repeat(100)))).hasStatus(201);
    }

    @Test
    void hamletEndsNoEarlierThanItBegan() {
        post(LIST, "{\"name\": \"Khóm 1\"}");
        assertThat(post(LIST + "/31813-01/closure", "{\"lastDay\": \"2024-06-30\"}")).hasStatus(422).bodyJson()
                .extractingPath("$.field").isEqualTo("lastDay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,validFrom\nKhóm 1,\nKhóm 2,2024-08-01\n",
            "\uFEFFname;validFrom\r\nKhóm 1;\r\nKhóm 2;2024-08-01\r\n"})
    void fileOfASpreadsheetIsTaken(String file) {
        assertThat(load(file.getBytes(UTF_8))).hasStatus(201).bodyJson().extractingPath("$.imported").isEqualTo(2);
        assertThat(http.get().uri(LIST)).bodyJson().extractingPath("$.content[*].validFrom").asArray()
                .containsExactly("2024-07-01", "2024-08-01");
    }

    @ParameterizedTest
    @CsvSource({"csv-date-as-excel-writes-it.csv, Ấp Mẫu bốn, 2024-07-01", "csv-empty-column.csv, Ấp Mẫu hai, 2024-07-01",
            "csv-last-row-of-separators.csv, Ấp Mẫu một, 2024-07-01", "csv-sep-line.csv, Ấp Mẫu ba, 2024-07-01",
            "csv-nbsp-and-two-spaces.csv, Ấp Mẫu năm, 2024-07-01"})
    void whatASpreadsheetLeavesBehindIsLetBe(String file, String name, String validFrom) throws IOException {
        assertThat(load(new ClassPathResource("sheets/" + file).getContentAsByteArray())).hasStatus(201);
        assertThat(http.get().uri(LIST)).bodyJson().extractingPath("$.content[0].name").isEqualTo(name);
        assertThat(http.get().uri(LIST)).bodyJson().extractingPath("$.content[0].validFrom").isEqualTo(validFrom);
    }

    @Test
    void theTemplateIsFilledInAndTaken() {
        var template = http.get().uri(LIST + "/import").exchange();
        assertThat(template).hasStatus(200).hasHeader("Content-Disposition", "attachment; filename=\"khom-ap.xlsx\"");
        var empty = template.getResponse().getContentAsByteArray();
        assertThat(load(empty)).hasStatus(400).bodyJson().extractingPath("$.detail").isEqualTo("Tệp không có dòng nào");
        var names = SheetFile.lines(empty).get(0).cells().stream().map(Cell::text).toList();
        assertThat(load(SheetWriter.write("Khóm", names, List.of(List.of(Cell.text("Khóm hoà"),
                Cell.day(LocalDate.of(2024, 8, 1))))))).hasStatus(201);
        assertThat(load(SheetWriter.write("Khóm", names, List.of(List.of(Cell.text("khóm  hòa")))))).hasStatus(422);
        assertThat(http.get().uri(LIST)).bodyJson().extractingPath("$.content[*].validFrom").asArray()
                .containsExactly("2024-08-01");
    }

    @Test
    void hamletsOfTheClerksCommunesComeFromOneFileInTheWordsOfTheRegister() {
        signedIn = Officer.of("clerk", Set.of("95/954/31813/committee-clerk", "95/956/31843/committee-clerk"));
        assertThat(loadAll("Tên khóm, ấp;Có hiệu lực từ;Đơn vị\nKhóm 1;;\nKhóm 2;01/08/2024;Thị trấn Ngan Dừa\n"))
                .hasStatus(201).bodyJson().extractingPath("$.imported").isEqualTo(2);

        assertThat(http.get().uri("/api/hamlets?q=khom+31843")).bodyJson().extractingPath("$.content[*].name").asArray()
                .containsExactly("Khóm 2");
        assertThat(http.get().uri("/api/hamlets?q=ngan+dua")).bodyJson().extractingPath("$.content[*].name").asArray()
                .containsExactly("Khóm 2");
        assertThat(loadAll("Tên khóm, ấp;Đơn vị\nKhóm 3;Phường 3\n")).as("another's").hasStatus(422);
        assertThat(loadAll("Tên khóm, ấp;Đơn vị\nKhóm 3;Huyện Hồng Dân\n")).hasStatus(422).bodyJson()
                .extractingPath("$.detail").asString().startsWith("Dòng 2, cột Đơn vị: ");
        signIn("95/954/committee-clerk");
        assertThat(loadAll("Tên khóm, ấp\nKhóm 3\n")).hasStatus(403);
    }

    private MvcTestResult loadAll(String file) {
        return http.post().uri("/api/hamlets/import").multipart().file("file", file.getBytes(UTF_8)).exchange();
    }

    @Test
    void wrongRowsAreNamedByTheirLinesAndNothingIsKept() {
        var answer = load("name,validFrom\nKhóm 1,\nkhóm 1,\n=1+1,\nKhóm 2,31/02/2024\n,01/08/2024\n".getBytes(UTF_8));
        assertThat(answer).hasStatus(422).bodyJson().extractingPath("$.detail").asString()
                .contains("Dòng 3, cột name", "Dòng 4, cột name", "Dòng 5, cột validFrom", "Dòng 6")
                .doesNotContain("Dòng 2");
        assertThat(http.get().uri(LIST)).bodyJson().extractingPath("$.page.totalElements").isEqualTo(0);
    }

    @Test
    void fileThatCannotBeReadIsRefused() {
        assertThat(load("tên,validFrom\nKhóm 1,\n".getBytes(ISO_8859_1))).hasStatus(400);
        assertThat(load(new byte[0])).hasStatus(400);
        assertThat(load("validFrom\n2024-07-01\n".getBytes(UTF_8))).hasStatus(400);
        assertThat(load("name,note\nKhóm 1,x\n".getBytes(UTF_8))).hasStatus(400);
        assertThat(load(("name,validFrom\n" + "Khóm,\n".repeat(30_000)).getBytes(UTF_8))).hasStatus(400);
        assertThat(load(new byte[5 * 1024 * 1024])).hasStatus(400);
        assertThat(http.post().uri(LIST + "/import").contentType(MediaType.TEXT_PLAIN).content("name")).hasStatus(415);
    }

    private MvcTestResult post(String uri, String body) {
        return http.post().uri(uri).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private MvcTestResult load(byte[] file) {
        return http.post().uri(LIST + "/import").multipart().file("file", file).exchange();
    }

    private static void signIn(String group) {
        signedIn = Officer.of("clerk", Set.of(group));
    }
}
