package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.citizenId;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Text is text: whatever it means to another language, it is kept letter by letter and nothing happens. */
@HttpTest
class HarmlessTextIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @ParameterizedTest
    @ValueSource(strings = {"${dossiers.withdraw(dossierNumber)}", "#{dossiers.reject(dossierNumber)}",
            "Tổ ${7*7} {{7*7}}", "'; drop table dossier; --", "\") or 1=1 --", "<script>alert(1)</script>",
            "&lt;b&gt; &amp;",
            "=HYPERLINK(\"http://example.invalid\")", "%s %n %x {0} $1 \\u0041 \\", "../../etc/passwd",
            "Ký tự 漢 lạ", "null", "{\"a\": [1]}"})
    void textIsKeptAsItIs(String text) {
        var number = journey.propose(OFFICER, with(proposal("commune-certificate", "ad-hoc", List.of(
                Map.of("kind", "individual", "name", text, "birthYear", 1980, "citizenId", citizenId(), "hamlet", text,
                        "occupation", text, "summary", text))), "achievement", text));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.complete(number, "sign", CHIEF, Map.of("outcome", "approve", "comment", text));
        journey.complete(number, "appraise", "committee-clerk.31813", Map.of("outcome", "approve", "comment", text));
        var task = journey.task(number, "decide", "committee-chair.31813").id();
        var shown = client.as("committee-chair.31813").get("/engine-rest/task/" + task + "/form-variables").json();
        journey.approve(number, "decide", "committee-chair.31813");

        var dossier = journey.show(number);
        assertThat(dossier.get("status").asText()).isEqualTo("decided");
        assertThat(dossier.get("achievement").asText()).isEqualTo(text);
        for (var field : List.of("name", "hamlet", "occupation", "summary")) {
            assertThat(dossier.at("/nominees/0/" + field).asText()).isEqualTo(text);
        }
        assertThat(dossier.at("/steps/1/comment").asText()).isEqualTo(text);
        assertThat(shown.at("/achievement/value").asText()).isEqualTo(text);
        assertThat(client.as(OFFICER).get("/api/awards?dossierNumber=" + number).text("/content/0/name"))
                .isEqualTo(text);
        assertThat(client.as(OFFICER).get("/api/awards?size=200&name="
                + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .expectOk().body()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B\u00A0", "\u202EẨn", "079080000001", "...", "\u3164"})
    void aNameThatNobodyReadsIsRefusedWithItsField(String name) {
        var answer = journey.start("commendation", OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(Map.of("kind", "household", "name", name))));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/field")).isEqualTo("nominees[0].name");
    }

    @Test
    void decomposedVietnameseIsKeptComposed() {
        var composed = "Nguyễn Thị Mỹ Hạnh ở ấp Mẫu";
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        var number = journey.propose(OFFICER, with(proposal("commune-certificate", "ad-hoc",
                List.of(Map.of("kind", "household", "name", decomposed))), "achievement", decomposed));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.complete(number, "sign", CHIEF, Map.of("outcome", "return", "comment", decomposed));

        var dossier = journey.show(number);
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(dossier.get("achievement").asText()).isEqualTo(composed);
        assertThat(dossier.at("/nominees/0/name").asText()).isEqualTo(composed);
        assertThat(dossier.at("/steps/1/comment").asText()).isEqualTo(composed);
    }

    @Test
    void aReasonIsKeptAsItIs() {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(Map.of("kind", "household", "name", "Hộ mẫu"))));
        var text = "${dossiers.decide(dossierNumber)} '; drop table dossier; -- <script>";
        client.as(OFFICER).post("/api/dossiers/" + number + "/withdrawal", Map.of("reason", text)).expectOk();

        assertThat(journey.show(number).at("/steps/0/comment").asText()).isEqualTo(text);
        assertThat(journey.show(number).get("status").asText()).isEqualTo("withdrawn");
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        fields.put(name, value);
        return fields;
    }
}
