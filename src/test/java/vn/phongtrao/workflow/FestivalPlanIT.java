package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.press.Pdf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;

/** Every outcome of {@code festival-plan}, a procedure without Java. */
@ScenarioTest
@Import({FestivalPlanIT.Setting.class, ProcessEngineCoverageConfiguration.class})
class FestivalPlanIT {

    private static final String COMMUNE = "95/954/31813";
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

    /** Review and decision are the shared ones, passed in full by other scenarios. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Setting {

        @Bean
        ProcessEngineCoverageProperties coverage() {
            return ProcessEngineCoverageProperties.builder().excludeProcessDefinitionKeys("review", "decision")
                    .assertClassCoverageAtLeast(1.0).build();
        }

        @Bean
        @Primary
        CurrentOfficer drafter() {
            return () -> DRAFTER;
        }
    }

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
    }

    private static Map<String, Object> plan() {
        return new HashMap<>(Map.of("year", 2024, "plannedOn", "2024-08-19", "place", "Nhà văn hóa Khóm 1",
                "joining", List.of("31813-01", "31813-02"), "contents", "Phần lễ; phần hội; biểu dương điển hình",
                "attendance", 350, "budget", 25_000_000, "organiser", "Phó Chủ tịch Ủy ban nhân dân Phường 2"));
    }

    private String approved() {
        var number = journey.propose("festival-plan", DRAFTER, plan());
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("attendance", 400));
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", CHAIR);
        return number;
    }

    @Test
    void planIsApprovedAndItsResultRecorded() throws Exception {
        var number = approved();
        assertThat(number).matches("NH-31813-2024-\\d{5}");
        assertThat(journey.show(number)).containsEntry("status", "decided")
                .containsEntry("title", "Kế hoạch tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc năm 2024");
        assertThat(journey.task(number, "record-result", DRAFTER).getDueDate()).isNotNull();
        journey.complete(number, "record-result", DRAFTER, Map.of("heldOn", "2024-08-18", "attended", 420,
                "leaflets", 1_500, "commendations", 6, "remarks", "Nhân dân tham gia đông đủ"));

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "decide", "issue-decision",
                "record-result", "concluded");
        assertThat(journey.ended(number)).isTrue();
        assertThat(http.get().uri("/api/procedures/festival-plan?year=2024&attendedFrom=420&sort=attended,desc"))
                .hasStatusOk().bodyJson().extractingPath("$.content[0]").asMap().containsEntry("dossierNumber", number)
                .containsEntry("attended", 420).containsEntry("heldOn", "2024-08-18").containsEntry("attendance", 400)
                .containsEntry("joiningName", "Khóm 1; Khóm 2");
        assertThat(http.get().uri("/registers/festival-plans")).hasStatusOk().bodyText().contains("Được biểu dương");
        assertThat(http.get().uri("/dossiers/" + number)).hasStatusOk().bodyText()
                .contains("Khóm 1; Khóm 2", "25.000.000", "Số tờ rơi, tài liệu đã phát", "1.500");
    }

    @Test
    void decisionAndSubmissionSayWhatWasPlanned() throws Exception {
        var number = approved();
        var decision = decisions.on(DossierNumber.of(number)).get(0);

        assertThat(decision.label()).matches("\\d{2,}/QĐ-UBND");
        assertThat(text("/api/decisions/" + decision.id() + "/document").replaceAll("\\s+", " ")).contains(
                "Về việc phê duyệt Kế hoạch tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc năm 2024",
                "Căn cứ Quyết định số 521/QĐ-TTg", "Căn cứ Nghị định số 06/2014/NĐ-CP",
                "Theo đề nghị của Trưởng Công an Phường 2 tại Tờ trình số ", "ngày 19/08/2024 tại Nhà văn hóa Khóm 1",
                "25.000.000 đồng", "Điều 2. Giao Phó Chủ tịch", "Điều 3. Quyết định này có hiệu lực");
        assertThat(text("/api/dossiers/" + number + "/papers/submission-1").replaceAll("\\s+", " "))
                .contains("/TTr-CAP", "Khóm, ấp tham gia: Khóm 1; Khóm 2", "Số người dự kiến: 400");
    }

    @Test
    void planOfAnotherYearIsNotSent() {
        var plan = plan();
        plan.put("year", 2025);
        plan.put("plannedOn", "2024-12-19");
        var number = journey.propose("festival-plan", DRAFTER, plan);
        assertThat(journey.show(number).get("findings").toString()).contains("không nằm trong năm của kế hoạch",
                "cách xa ngày này");
        assertThatThrownBy(() -> journey.complete(number, "complete-dossier", DRAFTER, Map.of()))
                .isInstanceOf(Refusal.class).hasMessageContaining("không nằm trong năm của kế hoạch");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("year", 2024));
        journey.approve(number, "sign", CHIEF);
        journey.refuse(number, "decide", CHAIR, "reject");
        journey.assertPath(number, "decide", "reject-dossier", "rejected");
    }

    @Test
    void policeChiefRejects() {
        var number = journey.propose("festival-plan", DRAFTER, plan());
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(number, "sign", CHIEF, "reject");

        journey.assertPath(number, "sign", "reject-dossier", "rejected");
        assertThat(journey.show(number)).containsEntry("status", "rejected");
    }

    @Test
    void planIsWithdrawnBeforeItIsApprovedAndNotAfterwards() {
        var number = journey.propose("festival-plan", DRAFTER, plan());
        handling.withdraw(DossierNumber.of(number), "Lập lại", DRAFTER);
        journey.assertPath(number, "withdrawal-requested", "withdraw-dossier", "withdrawn");

        var approved = approved();
        assertThatThrownBy(() -> handling.withdraw(DossierNumber.of(approved), "Lập lại", DRAFTER))
                .isInstanceOf(Refusal.class);
        assertThat(journey.task(approved, "record-result", DRAFTER)).isNotNull();
    }

    @Test
    void hamletsOfOtherCommunesDoNotTakePart() {
        var plan = plan();
        plan.put("joining", List.of("31843-01"));

        assertThatThrownBy(() -> journey.propose("festival-plan", DRAFTER, plan)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.field()).contains("joining"));
    }

    private String text(String address) throws Exception {
        var answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return Pdf.text(answer.getResponse().getContentAsByteArray());
    }
}
