package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.util.HashMap;
import java.util.Map;

import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.press.Pdf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Every outcome of {@code movement-classification}, a procedure without Java. */
@ScenarioTest
@Import({FestivalPlanIT.Setting.class, ProcessEngineCoverageConfiguration.class})
class MovementClassificationIT {

    private static final String COMMUNE = "95/954/31813";
    private static final String DISTRICT = "95/954";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);

    @Autowired
    private Journey journey;
    @Autowired
    private Handling handling;
    @Autowired
    private DecisionRegister decisions;
    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
    }

    static Map<String, Object> score(String subject, String classified) {
        return new HashMap<>(Map.ofEntries(Map.entry("year", 2023), Map.entry("subject", subject),
                Map.entry("classified", classified), Map.entry("leadershipPoints", 20),
                Map.entry("educationPoints", 18), Map.entry("modelPoints", 18), Map.entry("forcePoints", 19),
                Map.entry("securityPoints", 20), Map.entry("total", 95), Map.entry("level", "excellent")));
    }

    private String completed(Map<String, Object> score) {
        var number = journey.propose("movement-classification", DRAFTER, score);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);
        return number;
    }

    private String appraised(Map<String, Object> score) {
        var number = completed(score);
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        return number;
    }

    @Test
    void theChairOfTheCommuneClassifiesAHamlet() throws Exception {
        var number = appraised(score("hamlet", "Khóm 7, Phường 2"));
        journey.approve(number, "decide", CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "appraise", "decide",
                "issue-decision", "concluded");
        assertThat(number).matches("PL-31813-2024-\\d{5}");
        assertThat(http.get().uri("/api/procedures/movement-classification?year=2023&level=excellent&classified=khom 7"))
                .hasStatusOk().bodyJson().extractingPath("$.content[0]").asMap().containsEntry("dossierNumber", number)
                .containsEntry("total", 95).containsEntry("levelName", "Xuất sắc").containsEntry("subjectName", "Khóm, ấp");
        assertThat(http.get().uri("/registers/movement-classifications")).hasStatusOk().bodyText()
                .contains("Mức xếp loại");
        var decision = decisions.on(DossierNumber.of(number)).get(0);
        assertThat(text("/api/decisions/" + decision.id() + "/document")).contains(
                "Về việc phân loại phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2023 đối với Khóm 7, Phường 2",
                "Căn cứ Quyết định số 510/QĐ-BCA-V05", "Xuất sắc; tổng điểm 95.", "Điều 3. Quyết định này có hiệu lực");
        assertThat(text("/api/dossiers/" + number + "/papers/submission-1")).contains("/TTr-CAP", "Tổng điểm 95",
                "Tuyên truyền, vận động Nhân dân 18");
    }

    @Test
    void theDistrictClassifiesACommune() {
        var number = completed(score("commune", "Phường 2"));
        journey.approve(number, "sign", CHAIR);
        journey.approve(number, "appraise", officer(POLICE_OFFICER, DISTRICT));
        journey.approve(number, "sign", officer(POLICE_CHIEF, DISTRICT));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, DISTRICT));

        assertThat(decisions.on(DossierNumber.of(number))).singleElement()
                .satisfies(decision -> assertThat(decision.authority()).isEqualTo(UnitPath.of(DISTRICT)));
    }

    @ParameterizedTest
    @CsvSource({"total, 96, Tổng điểm không bằng tổng điểm các nhóm", "level, good, Mức khá phải từ 70 đến dưới 90 điểm",
            "level, weak, Mức yếu là dưới 50 điểm", "leadershipPoints, 21, Điểm nhóm 1", "securityPoints, 21, Điểm nhóm 5",
            "year, 2025, Năm phân loại chưa tới", "year, 2024, Năm này chưa hết kỳ"})
    void pointsThatDoNotAddUpAreToldAndNotSent(String field, String value, String wanting) {
        var score = score("hamlet", "Khóm 8, Phường 2");
        score.put(field, value.matches("\\d+") ? Integer.valueOf(value) : value);
        var number = journey.propose("movement-classification", DRAFTER, score);

        assertThat(journey.show(number).get("findings").toString()).contains(wanting);
        assertThatThrownBy(() -> journey.complete(number, "complete-dossier", DRAFTER, Map.of()))
                .isInstanceOf(Refusal.class).hasMessageContaining(wanting);
    }

    @Test
    void theChairMayRefuse() {
        var number = appraised(score("hamlet", "Khóm 9, Phường 2"));
        journey.refuse(number, "decide", CHAIR, "reject");

        assertThat(decisions.on(DossierNumber.of(number))).isEmpty();
        journey.assertPath(number, "decide", "reject-dossier", "rejected");
    }

    @Test
    void aSubjectIsClassifiedOnceAYear() {
        var first = appraised(score("hamlet", "Khóm 6, Phường 2"));
        var second = appraised(score("hamlet", "khóm  6, PHƯỜNG 2"));
        var yearBefore = score("hamlet", "Khóm 6, Phường 2");
        yearBefore.put("year", 2022);
        var other = appraised(yearBefore);
        journey.approve(first, "decide", CHAIR);

        assertThat(journey.show(second).get("findings").toString()).contains(first, "đã được quyết định");
        assertThatThrownBy(() -> journey.approve(second, "decide", CHAIR)).isInstanceOf(Refusal.class)
                .hasMessageContaining(first);
        journey.approve(other, "decide", CHAIR);
        assertThat(decisions.on(DossierNumber.of(other))).hasSize(1);
        journey.refuse(second, "decide", CHAIR, "reject");
    }

    @Test
    void thePoliceChiefRejects() {
        var number = journey.propose("movement-classification", DRAFTER, score("body", "Trường mẫu"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(number, "sign", CHIEF, "reject");

        journey.assertPath(number, "sign", "reject-dossier", "rejected");
    }

    @Test
    void itIsWithdrawnBeforeItIsDecided() {
        var number = journey.propose("movement-classification", DRAFTER, score("hamlet", "Khóm 9, Phường 2"));
        journey.remind(number);
        handling.withdraw(DossierNumber.of(number), "Chấm lại", DRAFTER);

        journey.assertPath(number, "withdrawal-requested", "withdraw-dossier", "withdrawn");
    }

    private String text(String address) throws Exception {
        var answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return Pdf.text(answer.getResponse().getContentAsByteArray()).replaceAll("\\s+", " ");
    }
}
