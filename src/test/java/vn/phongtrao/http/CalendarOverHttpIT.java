package vn.phongtrao.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.unit.Position;

/** The calendar as the province's clerk keeps it and all others read it. */
@HttpTest
class CalendarOverHttpIT {

    private static final String CALENDAR = "/api/calendar";
    private static final String KEEPER = "committee-clerk.95";
    private static final String HEAD = "day,kind,name,legalBasis,inPlaceOf\n";
    private static final String FILE = HEAD + "2042-03-03,off,Ngày mẫu,Văn bản mẫu,\n";

    @Autowired
    Client client;
    @Autowired
    Tables tables;

    @Test
    void everybodyReadsAYearAndTheProvincesClerkAloneKeepsIt() {
        Map<String, Object> change = Map.of("added", List.of(row("day", "2042-03-03")), "revision", 0);
        for (var actor : Actor.all()) {
            var own = client.as(actor.account());
            var keeps = actor.in(Actor.PROVINCE) && actor.position() == Position.COMMITTEE_CLERK;
            assertThat(own.get(CALENDAR + "?year=2027").expectOk().json().get("rows")).hasSize(12);
            assertThat(own.get(CALENDAR + "/2027/history").expectOk().json()).hasSize(12);
            assertThat(List.of(own.post(CALENDAR + "/plans", change).status(),
                    own.post(CALENDAR + "/changes", change).status(),
                    own.send("PUT", CALENDAR + "/2027/declaration", Map.of("document", "Mẫu", "revision", 0)).status(),
                    own.upload(CALENDAR + "/files", "file", Map.of("lich.csv", FILE.getBytes(UTF_8))).status()))
                    .as(actor.account()).isEqualTo(keeps ? List.of(200, 409, 409, 200) : List.of(403, 403, 403, 403));
        }
    }

    @Test
    void aDayIsAddedChangedWithdrawnAndNothingIsLost() {
        var keeper = client.as(KEEPER);
        var year = keeper.get(CALENDAR + "?year=2041").expectOk().json();
        assertThat(year.get("missing").asBoolean()).isTrue();
        keeper.post(CALENDAR + "/changes", Map.of("revision", year.get("revision").asLong(),
                "added", List.of(row("day", "2041-01-01")))).expectOk();
        assertThat(keeper.post(CALENDAR + "/changes", Map.of("revision", year.get("revision").asLong(),
                "changed", List.of(row("day", "2041-01-01")), "reason", "Mẫu")).status()).isEqualTo(409);

        var changed = keeper.post(CALENDAR + "/plans", Map.of("changed", List.of(row("name", "Tết Dương lịch", "day",
                "2041-01-01")), "reason", "Công văn mẫu")).expectOk().json();
        keeper.post(CALENDAR + "/changes", Map.of("revision", changed.get("revision").asLong(), "changed",
                List.of(row("name", "Tết Dương lịch", "day", "2041-01-01")), "reason", "Công văn mẫu")).expectOk();
        var seen = keeper.get(CALENDAR + "?year=2041").expectOk().json();
        assertThat(seen.at("/rows/0/name").asText()).isEqualTo("Tết Dương lịch");
        assertThat(seen.at("/rows/0/enteredBy").asText()).isEqualTo(KEEPER);
        assertThat(seen.get("complete").asBoolean()).isFalse();
        assertThat(keeper.send("PUT", CALENDAR + "/2041/declaration", Map.of("document", "Thông báo mẫu",
                "revision", seen.get("revision").asLong())).expectOk().json().get("complete").asBoolean()).isTrue();
        keeper.post(CALENDAR + "/changes", Map.of("revision", revision(), "withdrawn", List.of("2041-01-01"),
                "reason", "Nhập nhầm")).expectOk();

        var history = keeper.get(CALENDAR + "/2041/history").expectOk().json();
        assertThat(history.findValuesAsText("act")).containsExactly("withdrawn", "declared", "changed", "added");
        assertThat(history.get(3).get("name").asText()).isEqualTo("Ngày mẫu");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            day,       2043-02-31,  400
            day,       31/02/2043,  400
            day,       0000-01-03,  400
            day,       +99999-01-03, 400
            day,       2043-01-03,  422
            day,       2027-01-01,  422
            day,       '',          400
            kind,      holiday,     400
            kind,      working,     422
            name,      '',          400
            name,      123,         400
            legalBasis, '',         400
            inPlaceOf, 2043-01-05,  422""")
    void badInputIsRefusedAndChangesNothing(String field, String value, int status) {
        var before = tables.fingerprints();
        for (var path : List.of("/plans", "/changes")) {
            var answer = client.as(KEEPER).post(CALENDAR + path, Map.of("added", List.of(row(field, value)),
                    "revision", revision()));
            assertThat(answer.status()).as(path + answer).isEqualTo(status);
        }
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void absurdSizesAreRefused() {
        var keeper = client.as(KEEPER);
        var rows = Collections.nCopies(401, row("day", "2043-03-03"));
        assertThat(keeper.post(CALENDAR + "/plans", Map.of("added", rows)).status()).isEqualTo(400);
        assertThat(keeper.post(CALENDAR + "/plans", Map.of("added", List.of(row("name", "Ngày ".repeat(50))))).status())
                .isEqualTo(400);
        assertThat(keeper.post(CALENDAR + "/plans", Map.of("added", Collections.singletonList(null))).status())
                .isEqualTo(400);
        assertThat(keeper.post(CALENDAR + "/plans", Map.of()).status()).isEqualTo(422);
        assertThat(keeper.post(CALENDAR + "/changes", Map.of("withdrawn", List.of("2027-01-01"), "reason", "Mẫu"))
                .status()).isEqualTo(400);
        assertThat(keeper.send("PUT", CALENDAR + "/2050/declaration", Map.of("document", "Mẫu", "revision", revision()))
                .status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?year=0", "?year=-1", "?year=2101", "?year=99999999999", "?year=x", "/0/history"})
    void noSuchYearIsRefused(String path) {
        assertThat(client.as(KEEPER).get(CALENDAR + path).status()).isIn(400, 404, 422);
    }

    @Test
    void aFileBecomesAChangeToLookAtAndItsErrorsAreToldByLine() {
        var keeper = client.as(KEEPER);
        var read = upload(HEAD + "03/03/2044,off,Ngày mẫu,Thông báo mẫu,\n2027-01-01,off,Tết Dương lịch,"
                + "\"Bộ luật Lao động 2019, Điều 112\",\n2027-02-04,off,Tết,Thông báo mẫu,\n").expectOk().json();
        assertThat(read.get("added")).hasSize(1);
        assertThat(read.get("changed")).hasSize(1);
        assertThat(keeper.get(CALENDAR + "?year=2044").expectOk().json().get("missing").asBoolean()).isTrue();

        var wrong = upload(HEAD + "31/02/2044,off,Ngày mẫu,Mẫu,\n03/03/2044,off,Ngày mẫu,,\n");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Dòng 2, cột day", "Dòng 3, cột legalBasis");
        assertThat(upload("Ngày;Loại;Ngày gì;Căn cứ;Làm bù cho ngày nghỉ\n03/03/2044;Nghỉ;Ngày mẫu;Văn bản mẫu;\n")
                .expectOk().json().at("/added/0/kind").asText()).isEqualTo("off");
        assertThat(keeper.get(CALENDAR + "/files").expectOk().body()).startsWith("PK");
        for (var file : List.of("", "x", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:0\nEND:VEVENT")) {
            assertThat(upload(file).status()).as(file).isIn(400, 422);
        }
    }

    private Answer upload(String file) {
        return client.as(KEEPER).upload(CALENDAR + "/files", "file", Map.of("lich.csv", file.getBytes(UTF_8)));
    }

    private long revision() {
        return client.as(KEEPER).get(CALENDAR + "?year=2027").expectOk().json().get("revision").asLong();
    }

    private static Map<String, Object> row(String... otherwise) {
        Map<String, Object> row = new HashMap<>(Map.of("day", "2043-03-03", "kind", "off", "name", "Ngày mẫu",
                "legalBasis", "Văn bản mẫu"));
        for (int at = 0; at < otherwise.length; at += 2) {
            row.put(otherwise[at], otherwise[at + 1]);
        }
        return row;
    }
}
