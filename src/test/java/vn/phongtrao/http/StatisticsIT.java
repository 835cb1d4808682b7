package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.local.WebSession;

/** The movement in figures, as officers and systems read it. */
@HttpTest
class StatisticsIT {

    private static final String PROVINCE = "police-officer.95";
    private static final String YEAR = "/api/statistics?unit=95&from=2024-01-01&to=2024-12-31";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    RegisterShelf shelf;

    @Test
    void everyFigureLeadsToTheRowsThatItCounts() {
        journey.team("95/954/31813");
        journey.walk("commendation", new CommendationWalks().walks().get(0));
        var recognition = new ModelWalks.Recognition();
        journey.walk(recognition.process(), recognition.walks().get(0));
        var safeAreas = new SafeAreaWalks();
        journey.walk(safeAreas.process(), safeAreas.walks().get(0));

        var answer = client.as(PROVINCE).get(YEAR).expectOk().json();
        assertThat(answer.get("sources")).hasSizeGreaterThan(12).allSatisfy(source -> {
            var rows = client.as(PROVINCE).get(source.get("rows").asText() + "&size=2000").expectOk().json();
            assertThat(counted(answer, source.get("figure").asText())).as(source.toString())
                    .isEqualTo(of(source.get("figure").asText(), rows));
            assertThat(source.get("page").asText()).startsWith("/registers/");
        });
        assertThat(answer.get("teams").asLong()).isPositive();
        assertThat(answer.get("teamMembers").asLong()).isEqualTo(answer.get("teamLeaders").asLong()
                + answer.get("teamDeputies").asLong() + answer.get("teamOthers").asLong()).isPositive();
        assertThat(counted(answer, "awards")).isPositive();
        assertThat(counted(answer, "models")).isPositive();
        assertThat(answer.get("communes").asLong()).isEqualTo(64);
        assertThat(answer.get("bonus").asLong()).isEqualTo(StreamSupport.stream(answer.get("awards").spliterator(), false)
                .mapToLong(row -> row.get("bonus").asLong()).sum());
    }

    /** The rows that there are, or what they add up to. */
    private static long of(String figure, JsonNode rows) {
        return figure.endsWith("OrganisationMembers") ? StreamSupport.stream(rows.get("content").spliterator(), false)
                .mapToLong(row -> row.get("members").asLong()).sum() : rows.at("/page/totalElements").asLong();
    }

    private static long counted(JsonNode answer, String figure) {
        var value = answer.get(figure);
        return value.isNumber() ? value.asLong() : StreamSupport.stream(value.spliterator(), false)
                .mapToLong(part -> part.isNumber() ? part.asLong() : part.get("count").asLong()).sum();
    }

    @Test
    void unitsBelowAddUpToTheWhole() {
        journey.team("95/956/31843");
        var whole = client.as(PROVINCE).get(YEAR).expectOk().json();
        var parts = client.as(PROVINCE).get(YEAR.replace("?", "/below?")).expectOk().json();

        assertThat(parts).hasSize(7);
        for (var figure : new String[] {"teams", "teamMembers", "communes", "hamlets", "sites", "safeHamlets"}) {
            assertThat(StreamSupport.stream(parts.spliterator(), false).mapToLong(part -> part.get(figure).asLong())
                    .sum()).as(figure).isEqualTo(whole.get(figure).asLong());
        }
    }

    /** However small a figure is: who may not see it is led to none of the people it counts, by list or file. */
    @Test
    void aFigureLeadsToNobodyForWhoeverMayNotSeeIt() {
        journey.team("95/954/31813");
        journey.walk("commendation", new CommendationWalks().walks().get(0));
        var commune = YEAR.replace("unit=95", "unit=95/954/31813");
        var named = StreamSupport.stream(client.as(PROVINCE).get(commune).expectOk().json().get("sources").spliterator(),
                false).filter(source -> shelf.listedAt(source.get("rows").asText().replaceFirst("\\?.*", "")).orElseThrow()
                .people()).toList();

        assertThat(named).extracting(source -> source.get("figure").asText()).contains("teamMembers", "awards");
        assertThat(named).filteredOn(source -> rows(PROVINCE, source) > 0).hasSizeGreaterThan(1);
        for (var stranger : List.of("police-officer.31843", "police-chief.31843", "police-chief.956", "without-post")) {
            assertThat(client.as(stranger).get(commune).status()).as(stranger).isEqualTo(403);
            assertThat(named).allSatisfy(source -> {
                assertThat(rows(stranger, source)).as("%s %s", stranger, source).isZero();
                assertThat(client.as(stranger).get(source.get("rows").asText() + "&format=csv&purpose=x").body().strip()
                        .lines()).as("%s %s", stranger, source).hasSizeLessThan(2);
            });
        }
    }

    /** None where the list itself is refused. */
    private long rows(String account, JsonNode source) {
        var answer = client.as(account).get(source.get("rows").asText());
        return answer.status() == 403 ? 0 : answer.expectOk().json().at("/page/totalElements").asLong();
    }

    @Test
    void whatIsNotAskedForIsTheOwnUnitAndThisYear() {
        var answer = client.as("police-officer.31813").get("/api/statistics").expectOk().json();
        assertThat(answer.get("unit").asText()).isEqualTo("95/954/31813");
        assertThat(answer.get("from").asText()).isEqualTo("2024-01-01");
        assertThat(client.as("admin").get("/api/statistics").expectOk().json().get("unit").asText()).isEqualTo("95");
    }

    @Test
    void pageAndPapersRefuseWhatTheApiRefuses() {
        var session = new WebSession(client.address());
        session.signIn("/", "police-officer.31813");
        for (var address : List.of("/figures", "/figures.pdf", "/figures.xlsx", "/figures/report.pdf",
                "/figures/report.docx")) {
            assertThat(session.get(address + "?unit=&other=&with=&figure=").statusCode()).as(address).isEqualTo(200);
            assertThat(session.get(address + "?unit=95").statusCode()).as(address).isEqualTo(403);
            assertThat(session.get(address + "?unit=95/999").statusCode()).as(address).isEqualTo(404);
            for (var wrong : List.of("unit=x%00", "from=2024-02-30", "from=2024-07-01&to=2024-06-30", "to=0001-01-01",
                    "unit=a&unit=b")) {
                assertThat(session.get(address + "?" + wrong).statusCode()).as(address + " " + wrong).isBetween(400, 404);
            }
        }
        assertThat(List.of("/figures.pdf", "/figures/report.pdf", "/commendation-report.pdf")).allSatisfy(paper ->
                assertThat(session.get(paper).headers().allValues("Content-Security-Policy"))
                        .as("a browser's viewer comes up").containsExactly("frame-ancestors 'self'"));
        assertThat(session.get("/figures?from=2024-01-01&to=2024-06-30").body()).contains("\"/commendation-funds?year=2024\"",
                "\"/commendation-report?unit=95/954/31813&amp;from=2024-01-01&amp;to=2024-06-30\"");
        assertThat(session.get("/commendation-report?from=2024-01-01&to=2024-06-30").body()).contains(
                "\"/figures?unit=95/954/31813&amp;from=2024-01-01&amp;to=2024-06-30\"", "\"/commendation-funds?year=2024\"");
        assertThat(session.get("/commendation-funds?year=2024").body()).contains(
                "\"/figures?from=2024-01-01&amp;to=2024-12-31\"", "\"/commendation-report?from=2024-01-01&amp;to=2024-12-31\"");
        assertThat(session.get("/figures?with=unit&other=95").statusCode()).isEqualTo(403);
        assertThat(session.get("/figures?with=unit").statusCode()).isEqualTo(400);
        assertThat(session.get("/figures?with=decade").statusCode()).isEqualTo(400);
        assertThat(session.get("/figures?figure=none").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"police-officer.31813, unit=95, 403", "police-officer.31813, unit=95/956/31843, 403",
            "police-chief.954, unit=95/956, 403", "police-officer.95, unit=95/999, 404", "police-officer.95, unit=x, 400",
            "police-officer.95, unit=95&from=2024-02-30, 400", "police-officer.95, unit=95&from=2024-07-01&to=2024-06-30, 400",
            "police-officer.95, unit=95&from=0001-01-01, 400", "police-officer.95, unit=95&to=%2B999999999-01-01, 400"})
    void othersUnitsAndImpossibleDaysAreRefused(String officer, String query, int status) {
        assertThat(client.as(officer).get("/api/statistics?" + query).status()).isEqualTo(status);
        assertThat(client.as(officer).get("/api/statistics/below?" + query).status()).isEqualTo(status);
    }
}
