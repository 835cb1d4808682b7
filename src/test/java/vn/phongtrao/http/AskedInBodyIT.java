package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists are asked with their criteria in the body, so that nobody's name stands in an address. */
@HttpTest
class AskedInBodyIT {

    private static final String OFFICER = "police-officer.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/dossiers | q=người trong thân & size=1 & sort=number,desc
            /api/awards   | q=người & size=2
            /api/teams    | q=tổ
            /api/models   | q=an ninh
            /api/decisions | q=giấy khen
            /api/units    | q=phuong 2 & sort=code,desc
            /api/safe-areas | q=khóm
            /api/tasks    | q=trong thân""")
    void theAnswerIsTheSame(String path, String criteria) {
        journey.propose(OFFICER, HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người Trong Thân"))));
        var form = encoded(criteria);

        var inBody = asking().post(path, form).expectOk();
        assertThat(inBody.json()).isEqualTo(client.as(OFFICER).get(path + "?" + form).expectOk().json());
        assertThat(inBody.call()).doesNotContain("q=");
    }

    @Test
    void whatIsWrongWithTheCriteriaIsRefusedAsInAnAddress() {
        assertThat(asking().post("/api/dossiers", "sort=oath").status()).isEqualTo(400);
        assertThat(asking().post("/api/decisions", "year=x").status()).isEqualTo(400);
    }

    /** Or everything would be listed, as if nothing had been looked for. */
    @Test
    void criteriaThatCannotBeReadAreRefusedAndNotLeftOut() {
        assertThat(asking().post("/api/dossiers", "q=%zz").status()).isEqualTo(400);
        assertThat(client.as(OFFICER).get("/api/dossiers?=x").status()).isEqualTo(400);
        assertThat(asking().post("/api/dossiers", "q=" + "x".repeat(10_000)).status()).isEqualTo(413);
        for (var type : List.of("application/json", "text/plain", "multipart/form-data; boundary=x", "form",
                "application/x-www-form-urlencoded; charset=UTF-16", "application/x-www-form-urlencoded; charset=odd")) {
            assertThat(client.as(OFFICER).with("Content-Type", type).with("X-HTTP-Method-Override", "GET")
                    .post("/api/dossiers", "q=x").status()).as(type).isEqualTo(415);
        }
    }

    @Test
    void nothingIsChangedByAnAddressThatOnlyWrites() {
        assertThat(asking().post("/api/tasks/completions", "tasks=x").status()).isEqualTo(405);
        assertThat(client.as(OFFICER).with("Content-Type", "application/x-www-form-urlencoded")
                .post("/api/dossiers", "q=x").status()).isEqualTo(405);
        assertThat(client.as(OFFICER).with("X-HTTP-Method-Override", "DELETE").post("/api/dossiers", "{}").status())
                .isEqualTo(405);
        assertThat(client.as(OFFICER).with("X-HTTP-Method-Override", "GET").post("/%61pi/absences", "{}").status()).as("it would be one untold")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/units | phuong 2 | Phường 2
            /api/units | 31813 | Phường 2
            /api/units | 95/954/31813 | Phường 2""")
    void unitsAreFoundByNameAndCode(String path, String text, String name) {
        assertThat(asking().post(path, encoded("q=" + text)).json().findValuesAsText("fullName")).contains(name)
                .hasSizeLessThan(10);
        assertThat(asking().post(path, "q=%3F%3F").json().at("/page/totalElements").asInt()).isZero();
    }

    private Client asking() {
        return client.as(OFFICER).with("Content-Type", "application/x-www-form-urlencoded")
                .with("X-HTTP-Method-Override", "GET");
    }

    /** @param criteria as people read them, with blanks around each {@code &} */
    private static String encoded(String criteria) {
        return List.of(criteria.split(" & ")).stream().map(one -> one.split("=", 2)).map(one ->
                one[0] + "=" + URLEncoder.encode(one[1], StandardCharsets.UTF_8)).reduce((a, b) -> a + "&" + b).orElseThrow();
    }
}
