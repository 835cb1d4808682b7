package vn.example.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.util.Map;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.Application;
import vn.phongtrao.authority.Ending;
import vn.phongtrao.desk.Desk;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.local.WithLocalDatabase;
import vn.phongtrao.press.Pdf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.workflow.Journey;
import vn.phongtrao.workflow.Worklist;

/**
 * What a procedure needs is in its folder and its package: with them alone the application does all it does for others.
 */
@SpringBootTest(classes = {Application.class, ExampleProcedure.class},
        properties = {"phongtrao.processes=src/test/resources/example",
            "spring.flyway.locations=classpath:db/migration,classpath:db/demo,classpath:example-migrations"})
@WithLocalDatabase
@Import({ExampleProcedureIT.Asking.class, Journey.class})
class ExampleProcedureIT {

    private static final String PROCESS = "self-managed-road";
    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);

    @Autowired
    private Journey journey;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Desk desk;
    private MockMvcTester http;

    @TestConfiguration(proxyBeanMethods = false)
    static class Asking {

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

    @Test
    void policeOfficersMayStartIt() {
        assertThat(desk.of(DRAFTER).offers()).filteredOn(offer -> offer.process().equals(PROCESS)).singleElement()
                .extracting(Worklist.Offer::name).isEqualTo("Công nhận Tuyến đường tự quản về an ninh, trật tự");
        assertThat(desk.of(CHIEF).offers()).isEmpty();
    }

    @Test
    void aDossierGoesFromTheProposalToTheDecisionAndTheRegister() throws Exception {
        var number = propose("Hẻm 12 Trần Phú", 500);
        assertThat(number).matches("TQ-31813-2024-\\d{5}");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("households", 41));
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "decide", "recognise-road",
                "recognised");
        assertThat(journey.ended(number)).isTrue();
        assertThat(journey.show(number)).containsEntry("status", "decided").containsEntry("households", 41);
        assertThat(http.get().uri("/api/self-managed-roads?name=hẻm 12")).hasStatusOk().bodyJson()
                .extractingPath("$.content[0]").asMap().containsEntry("dossierNumber", number)
                .containsEntry("households", 41).containsEntry("unitPath", COMMUNE);
        printed(number);
    }

    private void printed(String number) throws Exception {
        assertThat(text("/api/dossiers/" + number + "/papers/submission-1")).contains("CÔNG AN PHƯỜNG 2", "/TTr-CAP",
                "Về việc đề nghị công nhận Tuyến đường tự quản về an ninh, trật tự", "dài 500 mét, có 41 hộ");
        var decision = http.get().uri("/api/self-managed-roads?name=hẻm 12").exchange().getResponse()
                .getContentAsString().replaceAll("(?s).*\"decisionId\":(\\d+).*", "$1");
        assertThat(text("/api/decisions/" + decision + "/document")).contains("/QĐ-UBND",
                "Về việc công nhận Tuyến đường tự quản về an ninh, trật tự", "Căn cứ Nghị định số 06/2014/NĐ-CP",
                "Theo đề nghị của Trưởng Công an Phường 2 tại Tờ trình số ",
                "Điều 1. Công nhận tuyến đường \"Hẻm 12 Trần Phú\"",
                "Điều 2. Quyết định này có hiệu lực");
    }

    @Test
    void whoDecidesIsFixedWhenTheDossierIsOpened() {
        var jurisdiction = dossiers.require(DossierNumber.of(propose("Hẻm 14 Trần Phú", 500))).jurisdiction();

        assertThat(jurisdiction.decider()).isEqualTo(new Post(UnitPath.of(COMMUNE), COMMITTEE_CHAIR));
        assertThat(jurisdiction.symbol()).isEqualTo("QĐ-UBND");
        assertThat(jurisdiction.ending()).isEqualTo(Ending.DECIDE);
        assertThat(jurisdiction.legalBasis()).contains("06/2014/NĐ-CP");
    }

    @Test
    void itsPageShowsItsContentInBothLanguagesAndWhatTheRulesSay() throws Exception {
        var number = propose("Hẻm 16 Trần Phú", 1500);

        assertThat(html("/dossiers/" + number)).contains("<dt>Số hộ dọc tuyến</dt><dd>40</dd>", "1.500 mét",
                "Hẻm 16 Trần Phú", "Tuyến đường phải dài ít nhất 100 mét và có ít nhất 10 hộ");
        assertThat(http.get().uri("/dossiers/" + number).cookie(new Cookie("PHONGTRAO-LANGUAGE", "en"))).hasStatusOk()
                .bodyText().contains("Households along the road");
    }

    @Test
    void itsRegisterHasAPage() throws Exception {
        assertThat(html("/registers")).contains("Sổ tuyến đường tự quản");
        assertThat(html("/registers/self-managed-roads")).contains("Chiều dài (mét)", "/api/self-managed-roads");
    }

    @Test
    void theDescriptionOfTheApiNamesItsRegister() {
        assertThat(http.get().uri("/v3/api-docs")).hasStatusOk().bodyText().contains("/api/self-managed-roads");
    }

    @Test
    void whatItsRulesForbidIsRefused() {
        var number = propose("Hẻm ngắn", 99);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);

        assertThatThrownBy(() -> journey.approve(number, "decide", CHAIR)).isInstanceOf(Refusal.class)
                .hasMessageContaining("dài ít nhất 100 mét");
        journey.refuse(number, "decide", CHAIR, "reject");
        assertThat(journey.show(number)).containsEntry("status", "rejected");
    }

    private String propose(String name, int length) {
        return journey.propose(PROCESS, DRAFTER, Map.of("name", name, "length", length, "households", 40,
                "reason", "Nhân dân tự nguyện giữ gìn an ninh, trật tự"));
    }

    private String text(String address) throws Exception {
        var answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return Pdf.text(answer.getResponse().getContentAsByteArray());
    }

    private String html(String address) throws Exception {
        MvcTestResult answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
