package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Safe areas in Cà Mau, where there is no district, with real tokens. */
@HttpTest
@TestPropertySource(properties = {"phongtrao.province=ca-mau-2025", "phongtrao.business-date=2025-11-18"})
class SafeAreasInTwoTiersIT {

    private static final String PROCESS = "safe-area-recognition";
    private static final String OFFICER = "police-officer.31825";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient jdbc;

    @Test
    void hamletsAreRecognisedByTheCommuneAndTheCommuneByTheProvince() {
        for (int hamlet = 1; hamlet <= 6; hamlet++) {
            var number = journey.propose(PROCESS, OFFICER, Map.of("year", 2025, "subject", "hamlet", "hamlet",
                    "31825-0" + hamlet, "criteria", List.of("plan-registered", "policies-implemented",
                            "no-serious-incident", "crime-limited", "local-force-effective")));
            journey.complete(number, "complete-dossier", OFFICER, Map.of());
            journey.approve(number, "sign", "police-chief.31825");
            journey.approve(number, "appraise", "committee-clerk.31825");
            journey.approve(number, "decide", "committee-chair.31825");
        }
        keepAModel();
        var number = journey.propose(PROCESS, OFFICER, Map.of("year", 2025, "subject", "commune", "criteria",
                List.of("plan-registered", "policies-implemented", "no-serious-incident", "crime-limited",
                        "police-effective")));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", "police-chief.31825");
        journey.approve(number, "sign", "committee-chair.31825");
        journey.approve(number, "appraise", "police-officer.96");
        journey.approve(number, "sign", "police-chief.96");
        journey.approve(number, "decide", "committee-chair.96");

        var share = client.as(OFFICER).get("/api/safe-areas/shares?year=2025").json().at("/content/0");
        assertThat(List.of(share.get("safeHamlets").asInt(), share.get("hamlets").asInt(),
                share.get("safeCommunes").asInt())).containsExactly(6, 8, 1);
        assertThat(client.as(OFFICER).get("/api/decisions?dossierNumber=" + number).json().at("/content/0/subject")
                .asText()).isEqualTo("Về việc công nhận phường Bạc Liêu đạt tiêu chuẩn \"An toàn về an ninh, trật tự\" "
                + "năm 2025");
    }

    private void keepAModel() {
        var model = jdbc.sql("""
                insert into model (name, name_key, model_group, unit_path, teams)
                values ('Camera an ninh mẫu', 'camera an ninh mẫu', 'crime-prevention', '96/31825', 1) returning id""")
                .query(Long.class).single();
        jdbc.sql("""
                insert into model_recognition (model_id, level, rank, decision_number, decided_on, authority)
                values (?, 'commune', 1, '01/QĐ-UBND', '2025-07-01', '96/31825')""").param(model).update();
    }
}
