package vn.phongtrao.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.desk.Desk;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.local.WithLocalDatabase;
import vn.phongtrao.press.Pdf;
import vn.phongtrao.procedure.ProcedureEditions;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.workflow.Journey;
import vn.phongtrao.workflow.Worklist;

/** A procedure that is brought while the program runs: files alone, and everything works that works for others. */
@SpringBootTest
@WithLocalDatabase
@Import({OwnProcedureIT.Asking.class, Journey.class})
class OwnProcedureIT {

    private static final String PROCESS = BroughtFiles.PROCESS;
    private static final String LIST = "/api/procedures/" + PROCESS;
    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final Officer NEIGHBOUR = officer(POLICE_OFFICER, "95/956/31843");
    private static final Officer ABOVE = officer(POLICE_OFFICER, "95/954");
    private static final String NASTY =
            "<script>alert(1)</script> ${T(java.lang.Runtime)} {{7*7}} '; drop table dossier; -- \"";
    private static final String NUMBER = "095012345678";

    private static volatile Officer asking = DRAFTER;

    @Autowired
    private Journey journey;
    @Autowired
    private ProcedureEditions editions;
    @Autowired
    private Desk desk;
    @Autowired
    private DossierRegister dossiers;
    @Autowired
    private JdbcClient jdbc;
    private MockMvcTester http;

    @TestConfiguration(proxyBeanMethods = false)
    static class Asking {

        @Bean
        @Primary
        CurrentOfficer whoever() {
            return () -> asking;
        }
    }

    @BeforeEach
    void bring(@Autowired WebApplicationContext context) {
        asking = DRAFTER;
        http = MockMvcTester.from(context);
        if (editions.own().isEmpty()) {
            assertThat(desk.of(DRAFTER).offers()).extracting(Worklist.Offer::process).doesNotContain(PROCESS);
            assertThat(http.get().uri(LIST)).hasStatus(404);
            assertThat(http.get().uri("/v3/api-docs")).bodyText().doesNotContain(PROCESS);
            var loaded = editions.load(BroughtFiles.changes(), "Thủ tục mới", "admin", null);
            assertThat(loaded.findings()).isEmpty();
        }
    }

    private static Map<String, Object> proposal(String name) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", name, "households", 12_000, "openFrom", "2024-09-01",
                "kind", "seasonal", "depth", 1.5, "siren", true, "head", "Nguyễn Văn Mẫu", "headId", NUMBER));
        fields.put("watchers", List.of(Map.of("name", "Trần Thị Mẫu", "citizenId", "095087654321", "nights", 3)));
        return fields;
    }

    private String propose(String name) {
        return journey.propose(PROCESS, DRAFTER, proposal(name));
    }

    private String decided(String name) {
        var number = propose(name);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", CHAIR);
        return number;
    }

    @Test
    void policeOfficersMayStartItAsSoonAsItIsLoaded() {
        assertThat(desk.of(DRAFTER).offers()).filteredOn(offer -> offer.process().equals(PROCESS)).singleElement()
                .extracting(Worklist.Offer::name).isEqualTo("Lập chốt canh lũ của khóm, ấp");
        assertThat(desk.of(CHIEF).offers()).isEmpty();
        assertThat(grants()).isEqualTo(1);
    }

    /** By which Tasklist offers it for start. */
    private int grants() {
        return jdbc.sql("""
                        select count(*) from act_ru_authorization
                        where resource_id_ = ? and group_id_ = 'police-officer'""").param(PROCESS)
                .query(Integer.class).single();
    }

    @Test
    void aDossierGoesFromTheFormToTheDecisionTheRegisterAndItsPapers() throws Exception {
        var number = propose("Chốt kênh 30/4");
        assertThat(number).matches("CL-31813-2024-\\d{5}");
        assertThat(journey.show(number)).containsEntry("title", "Chốt canh lũ: Chốt kênh 30/4");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("households", 41));
        journey.refuse(number, "sign", CHIEF, "return");
        journey.complete(number, "supplement", DRAFTER, Map.of("note", "Đã bổ sung"));
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", CHAIR);

        assertThat(journey.ended(number)).isTrue();
        assertThat(journey.show(number)).containsEntry("status", "decided").containsEntry("households", 41L)
                .containsEntry("note", "Đã bổ sung").containsEntry("openFrom", "2024-09-01");
        assertThat(http.get().uri(LIST + "?name=kênh 30")).hasStatusOk().bodyJson().extractingPath("$.content[0]")
                .asMap()
                .containsEntry("dossierNumber", number).containsEntry("households", 41)
                .containsEntry("kindName", "Mùa lũ").containsEntry("depth", 1.5).containsEntry("unitPath", COMMUNE)
                .doesNotContainKeys("head", "headId", "watchers");
        assertThat(text("/api/dossiers/" + number + "/papers/submission-1")).contains("CÔNG AN PHƯỜNG 2",
                "đề nghị lập chốt canh lũ của khóm, ấp", "Số hộ được bảo vệ: 41");
        assertThat(text("/api/decisions/" + decision(number) + "/document")).contains("/QĐ-UBND",
                "Về việc lập chốt canh lũ của khóm, ấp", "Chấp thuận hồ sơ", "Mực nước báo động (mét): 1,5",
                "Loại chốt: Mùa lũ", "Có còi báo động: Có").doesNotContain(NUMBER, "095087654321");
    }

    @Test
    void itsPageListsWhatTheFormsAskForWithMaskedCitizenNumbers() throws Exception {
        var page = html("/dossiers/" + propose("Chốt trang"));

        assertThat(page).contains("Số hộ được bảo vệ", "12.000", "01/09/2024", "Mùa lũ", "0********678", "0********321")
                .doesNotContain(NUMBER, "095087654321");
    }

    @Test
    void whatIsAboutPersonsIsSealedInTheDatabaseAndNoEngineTableHasIt() {
        var number = propose("Chốt niêm phong");

        assertThat(jdbc.sql("select content::text || fields::text || encode(sealed, 'escape') from plain_content "
                + "where dossier_number = ?").param(number).query(String.class).single())
                .contains("Chốt niêm phong").doesNotContain("Nguyễn Văn Mẫu", NUMBER, "Trần Thị Mẫu", "095087654321");
        assertThat(journey.show(number)).containsEntry("head", "Nguyễn Văn Mẫu")
                .containsEntry("headId", "0********678");
        for (var table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail")) {
            assertThat(jdbc.sql("select count(*) from " + table
                    + " where text_ like '%Mẫu%' or text_ like '%niêm phong%'").query(Integer.class).single()).as(table)
                    .isZero();
        }
    }

    @Test
    void aMaskThatComesBackLeavesTheNumberThatWasThere() {
        var number = propose("Chốt mặt nạ");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("headId", "0********678", "watchers",
                List.of(Map.of("name", "Trần Thị Mẫu", "citizenId", "0********321", "nights", 4))));

        assertThat(journey.show(number)).containsEntry("headId", "0********678");
        assertThatThrownBy(() -> journey.propose(PROCESS, DRAFTER, with("headId", "0********678")))
                .isInstanceOf(Refusal.class).hasMessageContaining("12 chữ số");
    }

    @Test
    void anEnforcedFindingIsShownAndHoldsTheDossierBack() {
        var number = journey.propose(PROCESS, DRAFTER, with("households", 4));
        assertThat(journey.show(number).get("findings").toString()).contains("ít nhất 5 hộ", "Nghị quyết mẫu");
        assertThatThrownBy(() -> journey.complete(number, "complete-dossier", DRAFTER, Map.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("ít nhất 5 hộ");
                    assertThat(refusal.legalBasis().orElseThrow()).contains("Nghị quyết mẫu");
                });
        assertThat(journey.show(number)).containsEntry("status", "in-progress");
    }

    private static Map<String, Object> with(String key, Object value) {
        var fields = proposal("Chốt sai");
        fields.put(key, value);
        return fields;
    }

    @ParameterizedTest
    @CsvSource({"unknown, x", "households, chữ", "households, 0", "openFrom, 2024-02-30", "kind, other", "siren, có",
        "name, ''", "headId, 123", "depth, 21"})
    void badInputIsRefusedWithTheFieldAndOpensNothing(String key, String value) {
        var before = jdbc.sql("select count(*) from dossier").query(Integer.class).single();

        Object submitted = value.matches("\\d+") && !key.equals("headId") ? Integer.valueOf(value) : value;
        assertThatThrownBy(() -> journey.propose(PROCESS, DRAFTER, with(key, submitted)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
                    assertThat(refusal.field()).contains(key);
                });
        assertThat(jdbc.sql("select count(*) from dossier").query(Integer.class).single()).isEqualTo(before);
    }

    @Test
    void textThatIsTooLongOrCannotBePrintedOrIsMissingIsRefused() {
        assertThatThrownBy(() -> journey.propose(PROCESS, DRAFTER, with("name", "x".repeat(201))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> journey.propose(PROCESS, DRAFTER, with("name", "a\u0000b")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> journey.propose(PROCESS, DRAFTER, with("depth", 1e300))).isInstanceOf(Refusal.class);
        var missing = proposal("x");
        missing.remove("openFrom");
        assertThatThrownBy(() -> journey.propose(PROCESS, DRAFTER, missing)).isInstanceOf(Refusal.class)
                .hasMessageContaining("Hoạt động từ ngày");
    }

    @Test
    void codeInTextIsTextInTitlesPagesPapersAndLists() throws Exception {
        var number = decided(NASTY);

        assertThat(journey.show(number).get("title")).isEqualTo("Chốt canh lũ: " + NASTY.strip());
        assertThat(html("/dossiers/" + number)).doesNotContain("<script>alert(1)")
                .contains("&lt;script&gt;alert(1)", "{{7*7}}");
        assertThat(text("/api/decisions/" + decision(number) + "/document").replaceAll("\\s+", " "))
                .contains("<script>alert(1)</script>", "${T(java.lang.Runtime)}", "drop table");
        assertThat(http.get().uri(LIST + "?name={name}", "'; drop table dossier; --")).hasStatusOk().bodyJson()
                .extractingPath("$.page.totalElements").isEqualTo(1);
    }

    @Test
    void lettersAreComposed() {
        var number = journey.propose(PROCESS, DRAFTER, with("name", "Cho\u0302\u0301t so\u0302\u0301 mo\u0323\u0302t"));

        assertThat(journey.show(number)).containsEntry("name", "Chốt số một");
    }

    @Test
    void theListTakesDeclaredFieldsAloneAndSortsByThem() {
        decided("Chốt A");
        assertThat(http.get().uri(LIST + "?householdsFrom=12000&kind=seasonal&openFromTo=2024-09-01&siren=true"
                + "&sort=households,desc")).hasStatusOk().bodyJson().extractingPath("$.content").asArray().isNotEmpty();
        for (var query : List.of("head=x", "headId=" + NUMBER, "watchers=x", "content=x", "sort=headId", "sort=content",
                "sort=households%3Bdrop", "households=1e9999", "households=x", "openFrom=gestern", "siren=yes",
                "name=%00", "no'te=x", "a%00=b", "name=" + "x".repeat(300))) {
            assertThat(http.get().uri(java.net.URI.create(LIST + "?" + query))).as(query).hasStatus(400);
        }
        assertThat(http.get().uri("/api/procedures/commendation")).hasStatus(404);
        assertThat(http.get().uri("/api/procedures/none")).hasStatus(404);
    }

    @Test
    void otherUnitsSeeNothingOfIt() {
        var number = decided("Chốt riêng");

        asking = ABOVE;
        assertThat(http.get().uri(LIST + "?name=Chốt riêng")).bodyJson().extractingPath("$.page.totalElements")
                .isEqualTo(1);
        asking = NEIGHBOUR;
        assertThat(http.get().uri(LIST + "?name=Chốt riêng")).bodyJson().extractingPath("$.page.totalElements")
                .isEqualTo(0);
        assertThat(http.get().uri("/api/dossiers/" + number)).hasStatus(403);
        assertThat(http.get().uri("/api/dossiers/" + number + "/papers/submission-1")).hasStatus(403);
        assertThat(http.get().uri("/api/decisions/" + decision(number) + "/document")).hasStatus(403);
        assertThatThrownBy(() -> dossiers.show(DossierNumber.of(number), NEIGHBOUR)).isInstanceOf(Refusal.class);
        var open = propose("Chốt của người khác");
        assertThatThrownBy(() -> journey.complete(open, "complete-dossier", NEIGHBOUR, Map.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void itsRegisterHasAPageAndItsListIsDescribed() throws Exception {
        assertThat(html("/registers")).contains("Sổ chốt canh lũ");
        assertThat(html("/registers/flood-watch-posts")).contains("Tên chốt", LIST);
        assertThat(http.get().uri("/v3/api-docs")).hasStatusOk().bodyText()
                .contains(LIST + "\"", "procedure-" + PROCESS, "dossier-" + PROCESS, "householdsFrom");
    }

    @ParameterizedTest
    @ValueSource(strings = "{head}")
    void aFolderWithAFaultIsNotLoadedAndTheOtherGoesOn(String field) {
        var broken = BroughtFiles.with("flood-watch-post.bpmn", "{name}", field);

        var loaded = editions.load(new HashMap<>(broken.all()), "Sai", "admin", null);
        assertThat(loaded.findings()).isNotEmpty();
        assertThat(propose("Chốt vẫn chạy")).startsWith("CL-");
    }

    @Test
    void whenTheProcedureIsTakenAwayItIsNotOfferedAndItsDossiersAreStillShownAndPrinted() throws Exception {
        var number = decided("Chốt cũ");
        Map<String, byte[]> none = new HashMap<>();
        BroughtFiles.changes().keySet().forEach(path -> none.put(path, null));
        try {
            assertThat(editions.load(none, "Bỏ thủ tục", "admin", null).findings()).isEmpty();

            assertThat(desk.of(DRAFTER).offers()).extracting(Worklist.Offer::process).doesNotContain(PROCESS);
            assertThat(grants()).isZero();
            assertThatThrownBy(() -> propose("Chốt mới")).isInstanceOf(Refusal.class);
            assertThat(http.get().uri(LIST)).hasStatus(404);
            assertThat(html("/dossiers/" + number)).contains("Số hộ được bảo vệ", "12.000", "Mùa lũ");
            assertThat(text("/api/decisions/" + decision(number) + "/document")).contains("Loại chốt: Mùa lũ");
        } finally {
            editions.load(BroughtFiles.changes(), "Thủ tục trở lại", "admin", null);
        }
        assertThat(grants()).isEqualTo(1);
        assertThat(propose("Chốt mới")).startsWith("CL-");
    }

    private String decision(String number) {
        return jdbc.sql("select id from decision where dossier_number = ?").param(number).query(String.class).single();
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
