package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.document.Samples;
import vn.phongtrao.local.WebSession;

/** An award is given, paid, revoked and recovered over HTTP, as its officers would. */
@HttpTest
class RevocationOverHttpIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CHAIR = "committee-chair.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String PROCESS = "decision-revocation";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @Test
    void anAwardIsRevokedAndEverythingThatShowsItSaysSo() {
        var person = individual("Nguyễn Văn Gian");
        var commendation = award("Bắt trộm có tổ chức", person, individual("Trần Thị Thật"));
        var awards = awards(commendation);
        var decision = awards.get(0).get("decisionId").asLong();
        var paid = client.as(CLERK).post("/api/commendation-funds/payments",
                Map.of("paidOn", "2024-07-01", "awards", List.of(awards.get(0).get("id").asLong())));
        paid.expectOk();
        var before = statistics();
        var code = journey.code(decision);

        var number = journey.propose(PROCESS, OFFICER, Map.of("decisionId", decision, "ground", "fraud",
                "nominees", List.of(awards.get(0).get("id").asLong()), "reason", "Kết luận số 05/KL-TTr"));
        assertThat(journey.openTasks(OFFICER, number)).containsExactly("complete-dossier");
        var task = journey.task(number, "complete-dossier", OFFICER);
        var refused = journey.submit(OFFICER, task.id(), Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/message")).contains("Kết luận, quyết định hoặc bản án");
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", CHAIR);

        var revoked = awards(commendation);
        assertThat(revoked.get(0).get("revokedOn").asText()).isEqualTo("2024-07-01");
        assertThat(revoked.get(0).get("toRecover").asLong()).isEqualTo(revoked.get(0).get("bonus").asLong()).isPositive();
        assertThat(revoked.get(1).get("revokedOn").isNull()).isTrue();
        var by = revoked.get(0).get("revokedBy").asText();
        assertThat(page("/dossiers/" + commendation)).contains("Đã bị hủy bỏ theo Quyết định số " + by);
        assertThat(page("/dossiers/" + number)).contains("Chưa nộp lại", "22/07/2024");
        assertThat(client.as(OFFICER).get("/api/notices?kind=revoked&dossierNumber=" + commendation).expectOk().json()
                .get("content")).hasSize(1);
        assertThat(client.get("/verify/" + code).text("/status")).as("it holds for the other").isEqualTo("genuine");
        assertThat(statistics()).isEqualTo(before - 1);
        assertThat(count("/api/awards?unit=95&decidedFrom=2024-01-01&decidedTo=2024-12-31&standingOn=2024-12-31"))
                .isEqualTo(before - 1);
        assertThat(count("/api/awards?revoked=true&dossierNumber=" + commendation)).isEqualTo(1);
        assertThat(client.as(CLERK).post("/api/commendation-funds/payments/%s/undoing".formatted(payment()),
                Map.of("reason", "Lý do mẫu")).status()).isEqualTo(422);

        var archive = "/api/dossiers/" + number + "/package";
        var tooEarly = client.as(OFFICER).get(archive + "?purpose=Luu");
        assertThat(tooEarly.status()).as(tooEarly.toString()).isEqualTo(409);
        assertThat(tooEarly.text("/detail")).contains("còn việc phải làm");
        assertThat(page("/dossiers/" + number)).doesNotContain("Tải gói lưu trữ");
        assertThat(proof(CLERK, number)).as("a proof is added while it is recovered").isEqualTo(201);
        assertThat(proof("police-officer.31843", number)).isEqualTo(403);
        var nothing = journey.submit(CLERK, journey.task(number, "record-recovery", CLERK).id(), Map.of("recoveries",
                List.of(Map.of("id", awards.get(0).get("id").asText()))));
        assertThat(nothing.status()).as("a row that says nothing").isEqualTo(422);

        var named = journey.submit(CLERK, journey.task(number, "record-recovery", CLERK).id(), Map.of("recoveries",
                List.of(Map.of("id", awards.get(0).get("id").asText(), "object", "not-recoverable", "note", "CCCD 095 080 100 001"))));
        Tables.assertRefusal(400, "không ghi số căn cước", named);

        journey.complete(number, "record-recovery", CLERK, Map.of("recoveries", List.of(Map.of("id",
                awards.get(0).get("id").asText(), "object", "returned", "money", "returned"))));
        assertThat(client.as(OFFICER).get("/api/revocations?q=" + number).json().at("/content/0/settled").asBoolean()).isTrue();
        assertThat(awards(commendation).get(0).get("toRecover").asLong()).isZero();
        assertThat(proof(CLERK, number)).as("all is done").isEqualTo(422);
        assertThat(client.as(OFFICER).get(archive).status()).as("without a purpose").isEqualTo(400);
        assertThat(client.as(OFFICER).get(archive + "?purpose=Luu").status()).isEqualTo(200);
        assertThat(page("/registers/revocations")).contains("Sổ hủy bỏ quyết định khen thưởng");
    }

    @Test
    void aWholeDecisionIsRevokedForEverybodyWhoAsks() {
        var commendation = award("Chữa cháy", individual("Lê Văn Mẫu"));
        var decision = awards(commendation).get(0).get("decisionId").asLong();
        var code = journey.code(decision);
        revoke(decision);

        var verdict = client.get("/verify/" + code).json();
        assertThat(verdict.get("status").asText()).isEqualTo("revoked");
        assertThat(verdict.get("revokedOn").asText()).isEqualTo("2024-07-01");
        var by = verdict.get("revokedBy").asText();
        assertThat(client.with("Accept", "text/html").get("/verify/" + code).body())
                .contains("Đã bị hủy bỏ theo", "số %s ngày 01/07/2024".formatted(by));
        var entry = client.as(OFFICER).get("/api/decisions/" + decision).json();
        assertThat(entry.get("revokedBy").asText()).isEqualTo(by);
        assertThat(client.as(OFFICER).get("/api/decisions/" + decision + "/document").status()).isEqualTo(200);
    }

    @Test
    void whoseAwardWasRevokedIsProposedForAnotherAchievementAndNotForTheSame() {
        var person = individual("Phạm Văn Mẫu");
        var commendation = award("Hòa giải", person);
        revoke(awards(commendation).get(0).get("decisionId").asLong());

        var again = journey.start("commendation", OFFICER, fields("Hòa giải", List.of(person)));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("/message")).contains("đã bị hủy bỏ theo Quyết định số");
        assertThat(journey.start("commendation", OFFICER, fields("Cứu người", List.of(person))).ok()).isTrue();
    }

    private int proof(String account, String number) {
        return client.as(account).upload("/api/dossiers/" + number + "/documents", Map.of("Phiếu thu.pdf", Samples.pdf()))
                .status();
    }

    private void revoke(long decision) {
        var number = journey.propose(PROCESS, OFFICER, Map.of("decisionId", decision, "ground", "violation",
                "reason", "Bản án số 01"));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", CHAIR);
    }

    private String award(String achievement, Map<?, ?>... persons) {
        var number = journey.propose(OFFICER, fields(achievement, List.of(persons)));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
        journey.approve(number, "decide", CHAIR);
        return number;
    }

    private static Map<String, Object> fields(String achievement, List<?> persons) {
        Map<String, Object> fields = new HashMap<>(proposal("commune-certificate", "ad-hoc", persons));
        fields.put("achievement", achievement);
        return fields;
    }

    private JsonNode awards(String number) {
        return client.as("admin").get("/api/awards?sort=id&dossierNumber=" + number).expectOk().json().get("content");
    }

    private long statistics() {
        long sum = 0;
        for (var line : client.as("admin").get("/api/statistics?unit=95&from=2024-01-01&to=2024-12-31").expectOk().json()
                .get("awards")) {
            sum += line.get("count").asLong();
        }
        return sum;
    }

    private long count(String path) {
        return client.as("admin").get(path).expectOk().json().at("/page/totalElements").asLong();
    }

    private String page(String path) {
        var session = new WebSession(client.address());
        session.signIn("/dossiers", OFFICER);
        return session.get(path).body();
    }

    private String payment() {
        return client.as(CLERK).get("/api/commendation-funds/payments?undone=false&sort=id,desc").expectOk().json()
                .at("/content/0/id").asText();
    }

}
