package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.collective;
import static vn.phongtrao.http.HttpJourney.household;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import vn.phongtrao.local.WebSession;

/** Cà Mau, two tiers, with real tokens. */
@HttpTest
@TestPropertySource(properties = {"phongtrao.province=ca-mau-2025", "phongtrao.business-date=2025-07-01"})
class TwoTiersOverHttpIT {

    private static final String DRAFTER = "police-officer.31825";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @Test
    void provinceMeritClimbsFromTheCommuneToTheProvince() {
        var number = journey.propose(DRAFTER, proposal("province-merit", "regular", List.of(
                individual("Nguyễn Văn Mẫu"), household("Hộ ông Mẫu"), collective("Tổ mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", "police-chief.31825");
        journey.approve(number, "sign", "committee-chair.31825");
        journey.approve(number, "appraise", "police-officer.96");
        journey.approve(number, "sign", "police-chief.96");
        journey.approve(number, "appraise", "committee-clerk.96");
        journey.voteForAll(number, "96");
        journey.approve(number, "decide", "committee-chair.96");

        assertThat(journey.bonuses(number)).containsExactly(3_510_000L, 5_270_000L, 7_020_000L);
    }

    @Test
    void codeThatNamesAnotherAreaNowIsAnotherUnit() {
        assertThat(client.as(DRAFTER).get("/api/units/96/31843").json().get("fullName").asText())
                .isEqualTo("Xã Hồng Dân");
        var ended = client.as(DRAFTER).get("/api/units/95/956/31843").expectOk().json();
        assertThat(ended.get("fullName").asText()).isEqualTo("Thị trấn Ngan Dừa");
        assertThat(ended.get("validTo").asText()).isEqualTo("2025-06-30");
        assertThat(client.as(DRAFTER).get("/api/units/95/956/31999").status()).isEqualTo(404);
    }

    @Test
    void modelClimbsFromTheCommuneToTheProvince() {
        var number = journey.start("model-recognition", DRAFTER, model("province")).expectOk().text("/businessKey");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", "police-chief.31825");
        journey.approve(number, "sign", "committee-chair.31825");
        journey.approve(number, "appraise", "police-officer.96");
        journey.approve(number, "sign", "police-chief.96");
        journey.approve(number, "decide", "committee-chair.96");

        var model = client.as(DRAFTER).get("/api/models/" + journey.show(number).get("modelId").asText()).json();
        assertThat(model.get("level").asText()).isEqualTo("province");
        assertThat(model.at("/levels/0/authority").asText()).isEqualTo("Chủ tịch Ủy ban nhân dân tỉnh Cà Mau");
    }

    @Test
    void districtRecognisesNoModelAnyMore() {
        var refused = journey.start("model-recognition", DRAFTER, model("district"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Cấp huyện không quyết định việc này");
    }

    @Test
    void provinceRetiresTheModelThatADistrictHadRecognised() {
        var file = """
                entry,key,name,group,unit,hamlet,startedOn,level,teams,decisionNumber,decidedOn,authority
                model,a,Mô hình của huyện cũ,self-management,96/31825,,,district,1,8/QĐ-UBND,2024-05-06,Chủ tịch huyện
                """;
        client.as("police-officer.96").with("Content-Type", "multipart/form-data; boundary=b")
                .post("/api/models/import", "--b\r\nContent-Disposition: form-data; name=\"file\"; "
                + "filename=\"a.csv\"\r\n\r\n" + file
                        + "\r\n--b--\r\n").expectOk();
        var id = client.as(DRAFTER).get("/api/models?level=district").json().at("/content/0/id").asText();
        var number = journey.start("model-retirement", DRAFTER, Map.of("modelId", id, "reason", "Lý do mẫu"))
                .expectOk().text("/businessKey");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", "police-chief.31825");
        journey.approve(number, "sign", "committee-chair.31825");
        journey.approve(number, "appraise", "police-officer.96");
        journey.approve(number, "sign", "police-chief.96");
        journey.approve(number, "decide", "committee-chair.96");

        assertThat(client.as(DRAFTER).get("/api/models/" + id).json().get("status").asText()).isEqualTo("retired");
    }

    @Test
    void administratorsSeeWhatGoesWhereTryItAndCarryItOut() {
        var units = client.as("admin").get("/api/reorganisation").expectOk().json();
        assertThat(units).hasSize(72).anySatisfy(unit -> {
            assertThat(unit.get("unit").asText()).isEqualTo("95/954/31813");
            assertThat(unit.get("lastDay").asText()).isEqualTo("2025-06-30");
            assertThat(unit.get("successor").asText()).isEqualTo("96/31825");
            assertThat(unit.get("sameTier").asBoolean()).isTrue();
            assertThat(unit.at("/figures/hamlets").asInt()).isPositive();
        }).anySatisfy(unit -> {
            assertThat(unit.get("unit").asText()).isEqualTo("95/954");
            assertThat(unit.get("successor").asText()).isEqualTo("96");
            assertThat(unit.get("sameTier").asBoolean()).isFalse();
        });

        var trial = client.as("admin").post("/api/reorganisation", "").expectOk().json();
        assertThat(trial.get("trial").asBoolean()).isTrue();
        assertThat(trial.get("failed")).isEmpty();
        var done = client.as("admin").post("/api/reorganisation?trial=false", "").expectOk().json();
        assertThat(done.get("changed")).as("nothing stood in a unit that has ended").isEmpty();
        assertThat(page("admin").body()).contains("Phường 2", "Phường Bạc Liêu", "Cấp trên làm tiếp");
    }

    @Test
    void nobodyButAnAdministratorReorganises() {
        for (var account : List.of("police-officer.96", "committee-chair.96", "police-chief.31825")) {
            assertThat(client.as(account).get("/api/reorganisation").status()).isEqualTo(403);
            assertThat(client.as(account).get("/api/reorganisation/accounts.csv").status()).isEqualTo(403);
            assertThat(client.as(account).get("/api/reorganisation/accounts").status()).isEqualTo(403);
            assertThat(client.as(account).post("/api/reorganisation?trial=false", "").status()).isEqualTo(403);
            assertThat(page(account).statusCode()).isEqualTo(403);
        }
        assertThat(client.as("admin").post("/api/reorganisation?trial=maybe", "").status()).isEqualTo(400);
        assertThat(client.as("admin").get("/api/reorganisation/accounts").expectOk().json()).isEmpty();
        assertThat(client.as("admin").download("/api/reorganisation/accounts.csv")).asString(StandardCharsets.UTF_8)
                .contains("account;from;to");
    }

    private HttpResponse<String> page(String account) {
        var session = new WebSession(client.address());
        session.signIn("/", account);
        return session.get("/reorganisation");
    }

    private static Map<String, Object> model(String level) {
        return Map.of("name", "Mô hình mẫu", "group", "self-management", "description", "Nội dung mẫu", "hamlet",
                "Khóm 1", "startedOn", "2024-09-01", "level", level, "results", "Kết quả mẫu");
    }
}
