package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.collective;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.absence.Absence;
import vn.phongtrao.absence.Absences;
import vn.phongtrao.absence.Terms;
import vn.phongtrao.local.WithLocalDatabase;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Manner;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.team.SampleTeams;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.workflow.Journey;

/** The papers of dossiers that went their way through the whole application. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@WithLocalDatabase
@Import({PapersIT.Cast.class, Journey.class, SampleTeams.class})
class PapersIT {

    private static final String COMMUNE = "95/954/31813";
    private static final String DISTRICT = "95/954";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer ELSEWHERE = officer(POLICE_OFFICER, "95/956/31843");

    /** One achievement is not awarded twice, so every dossier has a collective of its own. */
    private static int collectives;
    private static Officer asking;
    /** Of whoever acts; null where the sign-in tells none. */
    private static String fullName;

    @TestConfiguration(proxyBeanMethods = false)
    static class Cast {

        @Bean
        @Primary
        PostHolders threeMembers() {
            return post -> IntStream.rangeClosed(1, 3).mapToObj(one -> officer(post.position(), post.unitPath().value(), one))
                    .map(Officer::id).toList();
        }

        @Bean
        @Primary
        CurrentOfficer whoAsks() {
            return new CurrentOfficer() {
                @Override
                public Officer get() {
                    return asking;
                }

                @Override
                public Optional<String> fullName() {
                    return Optional.ofNullable(fullName);
                }
            };
        }
    }

    @Autowired
    private Journey journey;
    @Autowired
    private Absences absences;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;
    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        asking = DRAFTER;
    }

    @Test
    void thePrimeMinisterIsWrittenToByTheChairOnceOpinionsAndTheVoteAreThere() throws Exception {
        var drafter = officer(POLICE_OFFICER, "95");
        var number = journey.propose(drafter, proposal("prime-minister-merit", "regular",
                List.of(individual("Người được khen"))));
        journey.complete(number, "complete-dossier", drafter, Map.of());
        journey.approve(number, "appraise", officer(POLICE_OFFICER, "95", 2));
        journey.approve(number, "sign", officer(POLICE_CHIEF, "95"));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, "95"));
        journey.complete(number, "record-opinions", officer(COMMITTEE_CLERK, "95"), Map.of("opinions", List.of(Map.of(
                "body", "Bộ Công an", "askedOn", "2024-07-01", "answer", "agree", "answeredOn", "2024-07-01"))));
        for (var one = 1; one <= 3; one++) {
            journey.complete(number, "council-vote", officer(COUNCIL_MEMBER, "95", one), Map.of("approvedNominees", journey.nomineeIds(number)));
        }
        asking = drafter;
        assertThat(get("/api/dossiers/" + number + "/papers")).bodyJson().extractingPath("$[*].name").asArray()
                .containsExactly("submission-1", "submission-2", "council-minutes-1");

        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, "95"));

        asking = drafter;
        assertThat(get("/api/dossiers/" + number + "/papers")).bodyJson().extractingPath("$[*].name").asArray()
                .containsExactly("submission-1", "submission-2", "submission-3", "council-minutes-1");
        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/submission-2"))).contains("SỞ NỘI VỤ", "/TTr-SNV",
                "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu");
        var submission = pdf("/api/dossiers/" + number + "/papers/submission-3");
        assertThat(Pdf.text(submission)).contains("ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU", "/TTr-UBND",
                "Kính gửi: Thủ tướng Chính phủ", "CHỦ TỊCH");
    }

    @Test
    void aDossierLeavesItsSubmissionsMinutesAndDecision() throws Exception {
        var number = decided();
        var decision = decisionOn(number);

        assertThat(get("/api/dossiers/" + number + "/papers")).hasStatusOk().bodyJson()
                .extractingPath("$[*].name").asArray()
                .containsExactly("submission-1", "council-minutes-1", "decision-" + decision);

        var submission = pdf("/api/dossiers/" + number + "/papers/submission-1");
        assertThat(Pdf.violations(submission)).isEmpty();
        assertThat(Pdf.text(submission)).contains("CÔNG AN THÀNH PHỐ BẠC LIÊU CÔNG AN PHƯỜNG 2", "/TTr-CAP",
                "TỜ TRÌNH Về việc đề nghị tặng Giấy khen", "Kính gửi: ", "Người đạt", "Người trượt", "- Như trên;",
                "Lý do đề nghị: đã có thành tích ",
                "TRƯỞNG CÔNG AN");

        var minutes = pdf("/api/dossiers/" + number + "/papers/council-minutes-1");
        assertThat(Pdf.violations(minutes)).isEmpty();
        assertThat(Pdf.text(minutes)).contains("ỦY BAN NHÂN DÂN PHƯỜNG 2 HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "BIÊN BẢN",
                "3/3 thành viên", "Thành viên tham gia biểu quyết: council-member.31813; council-member-2.31813; "
                + "council-member-3.31813.", "Chủ trì (chủ tọa): ....",
                "trên 1/2 số thành viên Hội đồng tham gia biểu quyết", "Người đạt 3 0 Đạt",
                "Người trượt 0 3 Không đạt", "Cuộc họp kết thúc vào");

        var issued = pdf("/api/decisions/" + decision + "/document");
        assertThat(Pdf.violations(issued)).isEmpty();
        assertThat(Pdf.text(issued)).contains("Về việc tặng Giấy khen", "Người đạt", "Tổ mẫu")
                .doesNotContain("Người trượt");
        assertThat(pdf("/api/dossiers/" + number + "/papers/decision-" + decision)).isNotEmpty();

        show("submission", submission);
        show("minutes", minutes);
        show("commune-decision", issued);
    }

    @Test
    void aDossierShowsItsPapersAndDecisions() {
        var number = decided();
        var decision = decisionOn(number);

        var dossier = assertThat(get("/api/dossiers/" + number)).hasStatusOk().bodyJson();
        dossier.extractingPath("$.papers[*].name").asArray()
                .containsExactly("submission-1", "council-minutes-1", "decision-" + decision);
        dossier.extractingPath("$.papers[0].title").asString().matches("Tờ trình số \\d+/TTr-CAP của Công an Phường 2");
        dossier.extractingPath("$.decisions[0].certificates").isEqualTo(true);
        assertThat(get("/dossiers/" + number)).hasStatusOk().bodyText()
                .contains("/api/dossiers/" + number + "/papers/submission-1", "/api/decisions/" + decision + "/papers");
    }

    @Test
    void aPaperStaysAsItWasFirstPrinted() {
        var number = decided();
        var decision = decisionOn(number);
        var paths = List.of("/api/dossiers/" + number + "/papers/submission-1",
                "/api/dossiers/" + number + "/papers/council-minutes-1", "/api/decisions/" + decision + "/document");
        var printed = paths.stream().map(this::pdf).toList();
        jdbc.sql("update nominee set name = 'Tên đã đổi' where dossier_number = ?").param(number).update();

        for (int i = 0; i < paths.size(); i++) {
            assertThat(pdf(paths.get(i))).as(paths.get(i)).isEqualTo(printed.get(i));
        }
        assertThat(pdf("/api/dossiers/" + number + "/papers/decision-" + decision)).isEqualTo(printed.get(2));
        assertThat(jdbc.sql("select sha256 = sha256(content) and not signed from paper where dossier_number = ?")
                .param(number).query(Boolean.class).list()).hasSize(3).containsOnly(true);
    }

    @Test
    void thoseWhoAskAtOnceGetTheSamePaper() {
        var number = decided();

        assertThat(IntStream.range(0, 8).parallel()
                .mapToObj(i -> pdf("/api/dossiers/" + number + "/papers/submission-1")).map(Pdf::digest).distinct())
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from paper where dossier_number = ?").param(number).query(Long.class)
                .single()).isEqualTo(1);
    }

    @Test
    void aSubmissionNamesThoseWhoWereTakenOffLater() throws Exception {
        var number = journey.propose(DRAFTER, proposal("province-merit", "regular",
                List.of(individual("Người ở lại"), individual("Người bị rút"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, COMMUNE));
        journey.refuse(number, "appraise", officer(POLICE_OFFICER, DISTRICT), "return");
        var staying = new HashMap<>(individual("Người ở lại"));
        staying.put("id", journey.nomineeIds(number).get(0));
        journey.complete(number, "supplement", DRAFTER, Map.of("nominees", List.of(staying)));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, DISTRICT));
        journey.approve(number, "sign", officer(POLICE_CHIEF, DISTRICT));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, DISTRICT));

        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/submission-1")))
                .contains("Người ở lại", "Người bị rút");
        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/submission-2")))
                .contains("Người ở lại").doesNotContain("Người bị rút");
    }

    @Test
    void submissionsAndMinutesAreNumberedOneAfterTheOther() throws Exception {
        var first = decided();
        var second = decided();

        assertThat(lastNumber(second, "submission-1", "TTr-CAP"))
                .isEqualTo(lastNumber(first, "submission-1", "TTr-CAP") + 1);
        assertThat(lastNumber(second, "council-minutes-1", "BB-HĐTĐKT"))
                .isEqualTo(lastNumber(first, "council-minutes-1", "BB-HĐTĐKT") + 1);
    }

    private int lastNumber(String number, String paper, String symbol) throws Exception {
        var text = Pdf.text(pdf("/api/dossiers/" + number + "/papers/" + paper));
        var found = Pattern.compile("Số: (\\d{2,})/" + symbol).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    void aDecisionComesWithItsCertificatesInOneArchive() throws Exception {
        var decision = decisionOn(decided());

        try (var zip = new ZipInputStream(new ByteArrayInputStream(get("/api/decisions/" + decision + "/papers")
                .getResponse().getContentAsByteArray()))) {
            assertThat(zip.getNextEntry().getName()).matches("001-Quyet-dinh-\\d+-QD-UBND.pdf");
            assertThat(zip.readAllBytes()).isEqualTo(pdf("/api/decisions/" + decision + "/document"));
            assertThat(zip.getNextEntry().getName()).isEqualTo("002-Nguoi-dat.pdf");
            assertThat(zip.getNextEntry().getName()).startsWith("003-To-mau");
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void papersAreShownByTheBrowserUnderTheirName() {
        assertThat(get("/api/decisions/" + decisionOn(decided()) + "/document")).hasStatusOk()
                .hasContentType(MediaType.APPLICATION_PDF)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "frame-ancestors 'self'")
                .headers().hasEntrySatisfying("Content-Disposition", value ->
                        assertThat(value.get(0)).matches("inline; filename=\"Quyet-dinh-\\d+-QD-UBND.pdf\""));
    }

    @Test
    void filesOfADecisionAreNamedAfterItsNumberAndWhatTheyHold() {
        var papers = "/api/decisions/" + decisionOn(decided());

        Map.of(get(papers + "/certificates?together=true"), "giay-khen.pdf", onBlanks(papers + "/certificates?together=true"), "giay-khen-chi-chu.pdf",
                get(papers + "/certificates"), "giay-khen.zip", onBlanks(papers + "/certificates"), "giay-khen-chi-chu.zip",
                get(papers + "/papers"), "van-ban.zip").forEach((answer, name) -> assertThat(answer)
                .headers().hasEntrySatisfying("Content-Disposition", value -> assertThat(value.get(0))
                        .matches(".*filename=\"Quyet-dinh-\\d+-QD-UBND-" + Pattern.quote(name) + "\"")));
    }

    @Test
    void allCertificatesAreOneFileForThePrinter() throws Exception {
        var address = "/api/decisions/" + decisionOn(decided()) + "/certificates?together=true";

        for (var file : List.of(pdf(address), pdf(onBlanks(address)))) {
            assertThat(Pdf.pages(file)).isEqualTo(2);
            assertThat(Pdf.text(file)).contains("Người đạt", "Tổ mẫu số " + collectives);
        }
    }

    @Test
    void everyCertificateCanBeVerified() throws Exception {
        var archive = get("/api/decisions/" + decisionOn(decided()) + "/certificates").getResponse()
                .getContentAsByteArray();

        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var name : List.of("Người đạt", "Tổ mẫu số " + collectives)) {
                zip.getNextEntry();
                var certificate = zip.readAllBytes();
                assertThat(Pdf.text(certificate)).contains("GIẤY KHEN", name);
                var address = Pdf.codes(certificate, 1).get(0);
                assertThat(address).startsWith("http://localhost/verify/");
                assertThat(http.get().uri(address).accept(MediaType.APPLICATION_JSON)).hasStatusOk().bodyJson()
                        .extractingPath("$").asMap().containsEntry("status", "genuine")
                        .containsEntry("recipient", name);
            }
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void aCertificateIsRevokedWithItsDecision() {
        var number = decided();
        jdbc.sql("update decision set revoked_on = current_date where dossier_number = ?").param(number).update();

        for (var code : jdbc.sql("select code from award where dossier_number = ?").param(number)
                .query(String.class).list()) {
            assertThat(http.get().uri("/verify/" + code).accept(MediaType.APPLICATION_JSON)).bodyJson()
                    .extractingPath("$.status").isEqualTo("revoked");
        }
    }

    @Test
    void aRecognitionLeavesItsDecisionAndACertificate() throws Exception {
        var number = journey.propose("safe-area-recognition", DRAFTER, Map.of("year", 2024, "subject", "hamlet",
                "hamlet", "31813-01", "criteria", List.of("plan-registered", "policies-implemented",
                        "no-serious-incident", "crime-limited", "local-force-effective")));
        // once its year has ended: as one of the year before
        jdbc.sql("update safe_area_proposal set year = 2023 where dossier_number = ?").param(number).update();
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE));
        var decision = decisionOn(number);

        var submission = pdf("/api/dossiers/" + number + "/papers/submission-1");
        assertThat(Pdf.violations(submission)).isEmpty();
        assertThat(Pdf.text(submission)).contains("/TTr-CAP", "TỜ TRÌNH Về việc đề nghị công nhận Khóm 1, Phường 2 đạt "
                + "tiêu chuẩn \"An toàn về an ninh, trật tự\" năm 2023",
                "Kết quả tính từ ngày 01/11/2022 đến hết ngày 31/10/2023", "Kiềm chế, làm giảm tội phạm", "Đạt");
        var issued = pdf("/api/decisions/" + decision + "/document");
        assertThat(Pdf.violations(issued)).isEmpty();
        assertThat(Pdf.text(issued)).contains("Về việc công nhận Khóm 1, Phường 2",
                "Căn cứ Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021",
                "Theo đề nghị của Trưởng Công an Phường 2 tại Tờ trình số ",
                "Điều 1. Công nhận Khóm 1, Phường 2 đạt tiêu chuẩn \"An toàn về an ninh, trật tự\" năm 2023 "
                        + "(kết quả tính từ ngày 01/11/2022 đến hết ngày 31/10/2023).",
                "Điều 2. Cấp Giấy công nhận cho Khóm 1, Phường 2.", "Điều 3. Quyết định này có hiệu lực")
                .doesNotContain("thi đua, khen thưởng ngày", "Nghị định số 98/2023/NĐ-CP");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(get("/api/decisions/" + decision + "/certificates")
                .getResponse().getContentAsByteArray()))) {
            assertThat(zip.getNextEntry().getName()).endsWith("Khom-1-Phuong-2.pdf");
            var certificate = zip.readAllBytes();
            assertThat(Pdf.violations(certificate)).isEmpty();
            assertThat(Pdf.pages(certificate)).isEqualTo(1);
            assertThat(Pdf.text(certificate)).contains("GIẤY CÔNG NHẬN", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG 2",
                    "Khóm 1, Phường 2", "Đạt tiêu chuẩn \"An toàn về an ninh, trật tự\" năm 2023", "/QĐ-UBND");
            assertThat(http.get().uri(Pdf.codes(certificate, 1).get(0)).accept(MediaType.APPLICATION_JSON)).bodyJson()
                    .extractingPath("$").asMap().containsEntry("status", "genuine")
                    .containsEntry("recipient", "Khóm 1, Phường 2");
            show("recognition", certificate);
        }
        show("recognition-submission", submission);
        show("recognition-decision", issued);
    }

    @Test
    void aChangeOfATeamLeavesItsReportAndADecisionThatMayBePosted(@Autowired SampleTeams samples) throws Exception {
        var number = journey.propose("team-change", DRAFTER, Map.of("team", Long.toString(samples.team(COMMUNE, 4)),
                "kind", "leave-on-prosecution", "reason", "Lý do mẫu"));
        var members = (List<?>) journey.show(number).get("members");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("member",
                ((Map<?, ?>) members.get(3)).get("id"), "groundOn", "2024-06-28"));
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE));

        var report = pdf("/api/dossiers/" + number + "/papers/submission-1");
        assertThat(Pdf.violations(report)).isEmpty();
        assertThat(Pdf.text(report)).contains("Về việc đề nghị cho thôi tham gia Tổ Khóm mẫu",
                "Lý do: Lý do mẫu", "Thành viên mẫu", "văn bản ngày 28/06/2024");
        var issued = pdf("/api/decisions/" + decisionOn(number) + "/document");
        assertThat(Pdf.violations(issued)).isEmpty();
        assertThat(Pdf.text(issued)).contains("Về việc cho thôi tham gia Tổ Khóm mẫu",
                "Căn cứ Thông tư số 14/2024/TT-BCA ngày 22 tháng 4 năm 2024",
                "Theo đề nghị của Trưởng Công an Phường 2 tại Tờ trình số ",
                "Điều 1. Cho thôi tham gia Tổ Khóm mẫu", "(sinh năm 1985)",
                "Điều 3.").doesNotContain("khởi tố", "0********");
        show("team-change-report", report);
        show("team-change-decision", issued);
    }

    @Test
    void whoComesIntoATeamIsSelectedByMinutes(@Autowired SampleTeams samples) throws Exception {
        var number = journey.propose("team-change", DRAFTER, Map.of("team", Long.toString(samples.team(COMMUNE, 5)),
                "kind", "add", "reason", "Lý do mẫu"));
        var newcomer = new HashMap<>(candidate("Người mới mẫu"));
        newcomer.putAll(Map.of("role", "member", "selectedOn", "2024-06-28", "councilMembers", 9, "present", 8,
                "votes", 6));
        journey.complete(number, "complete-dossier", DRAFTER, newcomer);
        var first = pdf("/api/dossiers/" + number + "/papers/selection-minutes-1");
        journey.refuse(number, "sign", officer(POLICE_CHIEF, COMMUNE), "return");
        newcomer.put("votes", 7);
        journey.complete(number, "supplement", DRAFTER, newcomer);

        assertThat(Pdf.violations(first)).isEmpty();
        assertThat(Pdf.text(first)).contains("HỘI ĐỒNG XÉT TUYỂN", "ngày 28 tháng 6 năm 2024", "8/9 thành viên",
                "Người mới mẫu 1985 6 Trúng tuyển").doesNotContain("********");
        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/selection-minutes-2")))
                .contains("Người mới mẫu 1985 7 Trúng tuyển");
        show("team-change-minutes", first);
    }

    @Test
    void aDissolvedTeamIsNamedAndNobodyInIt(@Autowired SampleTeams samples) throws Exception {
        var number = journey.propose("team-change", DRAFTER, Map.of("team", Long.toString(samples.team(COMMUNE, 4)),
                "kind", "dissolve", "reason", "Lý do mẫu"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("consultedOn", "2024-06-28"));
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE));

        var issued = pdf("/api/decisions/" + decisionOn(number) + "/document");
        assertThat(Pdf.text(issued)).contains("Về việc giải thể Tổ Khóm mẫu", "Điều 1. Giải thể Tổ Khóm mẫu",
                "Chế độ, chính sách đối với các thành viên của Tổ", "và các thành viên của Tổ chịu trách nhiệm")
                .doesNotContain("người có tên");
        show("team-dissolution", issued);
    }

    @Test
    void aModelLeavesItsDecisionsAndACertificate() throws Exception {
        var recognition = inTheCommune("model-recognition", Map.of("name", "Tiếng loa an ninh", "group",
                "crime-prevention", "description", "Phát thanh hằng tuần", "hamlet", "31813-01", "startedOn",
                "2023-06-01", "level", "commune", "results", "Giảm trộm cắp"), Map.of("grade", "good"));
        var decision = decisionOn(recognition);

        var submission = pdf("/api/dossiers/" + recognition + "/papers/submission-1");
        assertThat(Pdf.violations(submission)).isEmpty();
        assertThat(Pdf.text(submission)).contains("/TTr-CAP", "Về việc đề nghị công nhận mô hình", "Tiếng loa an ninh",
                "Nơi hoạt động: Khóm 1, Phường 2, với 1 tổ, đội thực hiện.", "Kết quả: Giảm trộm cắp");
        var issued = pdf("/api/decisions/" + decision + "/document");
        assertThat(Pdf.violations(issued)).isEmpty();
        assertThat(Pdf.text(issued)).contains("Về việc công nhận mô hình trong phong trào",
                "Căn cứ Hướng dẫn số 22/HD-BCA-V05 ngày 18 tháng 11 năm 2022 của Bộ Công an",
                "Theo đề nghị của Trưởng Công an Phường 2 tại Tờ trình số ",
                "Điều 1. Công nhận mô hình \"Tiếng loa an ninh\" (nhóm "
                        + "Phòng, chống tội phạm), hoạt động tại Khóm 1, Phường 2, là mô hình, điển hình tiên tiến cấp "
                        + "xã trong phong trào Toàn dân bảo vệ an ninh Tổ quốc; xếp loại khá.",
                "Điều 2. Cấp Giấy công nhận", "Điều 3. Quyết định này có hiệu lực")
                .doesNotContain("Luật Thi đua, khen thưởng");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(get("/api/decisions/" + decision + "/certificates")
                .getResponse().getContentAsByteArray()))) {
            assertThat(zip.getNextEntry().getName()).endsWith("Tieng-loa-an-ninh.pdf");
            var certificate = zip.readAllBytes();
            assertThat(Pdf.violations(certificate)).isEmpty();
            assertThat(Pdf.pages(certificate)).isEqualTo(1);
            assertThat(Pdf.text(certificate)).contains("GIẤY CÔNG NHẬN", "Tiếng loa an ninh",
                    "Mô hình, điển hình tiên tiến cấp xã trong phong trào Toàn dân bảo vệ an ninh Tổ quốc");
            assertThat(http.get().uri(Pdf.codes(certificate, 1).get(0)).accept(MediaType.APPLICATION_JSON)).bodyJson()
                    .extractingPath("$").asMap().containsEntry("status", "genuine")
                    .containsEntry("recipient", "Tiếng loa an ninh");
            show("model-certificate", certificate);
        }
        show("model-submission", submission);
        show("model-decision", issued);

        var model = journey.show(recognition).get("modelId");
        var replication = inTheCommune("model-replication", Map.of("modelId", model, "siteName", "Điểm khóm 2",
                "hamlet", "31813-02", "teams", 3), Map.of());
        assertThat(get("/dossiers/" + replication)).hasStatusOk().bodyText().contains("Điểm khóm 2", "Khóm 2");
        var site = pdf("/api/decisions/" + decisionOn(replication) + "/document");
        assertThat(Pdf.violations(site)).isEmpty();
        assertThat(Pdf.text(site)).contains("Điều 1. Nhân rộng mô hình \"Tiếng loa an ninh\" (nhóm Phòng, chống tội "
                + "phạm, khởi đầu tại Khóm 1, Phường 2) tại điểm \"Điểm khóm 2\", Khóm 2, Phường 2, với 3 tổ, đội thực "
                + "hiện.");
        var siteId = jdbc.sql("select max(id) from model_site").query(String.class).single();
        var retiredSite = pdf("/api/decisions/" + decisionOn(inTheCommune("model-retirement", Map.of("siteId", siteId,
                "reason", "Không còn người tham gia."), Map.of())) + "/document");
        assertThat(Pdf.text(retiredSite)).contains(
                "Điều 1. Thanh loại điểm nhân rộng \"Điểm khóm 2\" của mô hình \"Tiếng loa an ninh\"");
        var retirement = inTheCommune("model-retirement", Map.of("modelId", model, "reason", "Hết hiệu quả."),
                Map.of());
        var retired = pdf("/api/decisions/" + decisionOn(retirement) + "/document");
        assertThat(Pdf.violations(retired)).isEmpty();
        assertThat(Pdf.text(retired)).contains("Điều 1. Thanh loại mô hình \"Tiếng loa an ninh\"",
                "Lý do: Hết hiệu quả.", "Điều 2. Quyết định này có hiệu lực");
        assertThat(get("/api/decisions/" + decisionOn(retirement) + "/certificates")).hasStatus(404);
        assertThat(get("/dossiers/" + recognition)).hasStatusOk().bodyText().contains("Tiếng loa an ninh", "Cấp xã",
                "Giảm trộm cắp", "Khá");
        assertThat(get("/dossiers/" + retirement)).hasStatusOk().bodyText()
                .contains("Hết hiệu quả.", "Các cấp đã công nhận");
        show("model-retirement", retired);
    }

    @Test
    void anEstablishedTeamLeavesItsMinutesListsAndTwoDecisionsThatMayBePosted() throws Exception {
        var chair = officer(COMMITTEE_CHAIR, COMMUNE);
        var number = planned("31813-05", 3);
        journey.approve(number, "approve-plan", chair);
        register(number, candidate("Người một"), candidate("Người hai"), candidate("Người ba"));
        journey.complete(number, "record-selection", DRAFTER, Map.of("present", 9, "councilMembers", 11,
                "method", "show-of-hands", "results", candidates(number, "admitted", "votes", 9, 8, 7)));
        journey.complete(number, "propose-recognition", DRAFTER, Map.of("roles",
                candidates(number, "elected", "role", "leader", "deputy", "member")));
        journey.approve(number, "decide", chair);

        var minutes = pdf("/api/dossiers/" + number + "/papers/selection-minutes-1");
        assertThat(Pdf.violations(minutes)).isEmpty();
        assertThat(Pdf.text(minutes)).contains("ỦY BAN NHÂN DÂN PHƯỜNG 2 HỘI ĐỒNG XÉT TUYỂN",
                "BIÊN BẢN Kết quả xét tuyển", "9/11 thành viên", "Hình thức: Giơ tay biểu quyết.",
                "Người hai 1985 8 Trúng");
        var proposed = pdf("/api/dossiers/" + number + "/papers/members-proposed-1");
        assertThat(Pdf.violations(proposed)).isEmpty();
        assertThat(Pdf.text(proposed)).contains("Đề nghị công nhận Tổ viên", "Người ba 1985");
        var leaders = pdf("/api/dossiers/" + number + "/papers/leaders-proposed-1");
        assertThat(Pdf.violations(leaders)).isEmpty();
        assertThat(Pdf.text(leaders)).contains("Người một 1985", "Tổ trưởng", "Tổ phó").doesNotContain("Người ba");
        var issued = jdbc.sql("select id from decision where dossier_number = ? order by number").param(number)
                .query(Long.class).list();
        var founding = pdf("/api/decisions/" + issued.get(0) + "/document");
        assertThat(Pdf.violations(founding)).isEmpty();
        assertThat(Pdf.text(founding)).contains("Về việc thành lập Tổ bảo vệ an ninh, trật tự Khóm 5",
                "Căn cứ Thông tư số 14/2024/TT-BCA", "Theo đề nghị của Trưởng Công an Phường 2.", "Điều 1. Thành lập",
                "Điều 2.").doesNotContain("Người một");
        var recognition = pdf("/api/decisions/" + issued.get(1) + "/document");
        assertThat(Pdf.violations(recognition)).isEmpty();
        assertThat(Pdf.text(recognition)).contains("Về việc công nhận Tổ trưởng, Tổ phó, Tổ viên",
                "Người một 1985 Tổ trưởng", "Điều 3.").doesNotContain("********", "20/05/1985");

        show("team-selection-minutes", minutes);
        show("team-members-proposed", proposed);
        show("team-founding", founding);
        show("team-recognition", recognition);
    }

    @Test
    void everySelectionMeetingHasItsMinutesAndListsAreThoseProposedLast() throws Exception {
        var chair = officer(COMMITTEE_CHAIR, COMMUNE);
        var number = planned("31813-04", 3);
        journey.approve(number, "approve-plan", chair);
        register(number, candidate("Người một"), candidate("Người hai"), candidate("Người ba"));
        journey.complete(number, "record-selection", DRAFTER, Map.of("present", 10,
                "results", candidates(number, "admitted", "votes", 9, 8, 5)));
        var first = pdf("/api/dossiers/" + number + "/papers/selection-minutes-1");
        register(number, candidate("Người bốn"));
        journey.complete(number, "record-selection", DRAFTER, Map.of("present", 7, "method", "secret-ballot",
                "results", candidates(number, "admitted", "votes", 6)));
        propose(number, "leader", "deputy", "member");
        var proposedFirst = pdf("/api/dossiers/" + number + "/papers/leaders-proposed-1");
        journey.refuse(number, "decide", chair, "return");
        propose(number, "deputy", "leader", "member");

        assertThat(get("/api/dossiers/" + number + "/papers")).hasStatusOk().bodyJson().extractingPath("$[*].name")
                .asArray().containsExactly("selection-minutes-1", "selection-minutes-2", "members-proposed-2",
                        "leaders-proposed-2");
        assertThat(Pdf.text(first)).contains("10 thành viên", "Số lượng cần chọn: 3",
                "Người ba 1985 5 Không trúng tuyển")
                .doesNotContain("Người bốn");
        assertThat(pdf("/api/dossiers/" + number + "/papers/selection-minutes-1")).isEqualTo(first);
        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/selection-minutes-2")))
                .contains("7 thành viên", "Hình thức: Bỏ phiếu kín.", "Số lượng cần chọn: 1", "Người bốn 1985 6 Trúng tuyển")
                .doesNotContain("Người ba");
        assertThat(Pdf.text(proposedFirst)).containsPattern("Người một 1985 .* Tổ trưởng");
        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/leaders-proposed-2")))
                .containsPattern("Người hai 1985 .* Tổ trưởng");
        show("team-selection-minutes-2", pdf("/api/dossiers/" + number + "/papers/selection-minutes-2"));
    }

    @Test
    void theQuotaIsAskedOfTheProvinceAndItsDecisionSaysWhatItAllowed() throws Exception {
        var number = planned("31813-03", 9);
        signAndAppraise(number);
        journey.approve(number, "decide-quota", officer(COMMITTEE_CHAIR, "95"));
        journey.refuse(number, "approve-plan", officer(COMMITTEE_CHAIR, COMMUNE), "return");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("seats", 5));

        var toTheDistrict = pdf("/api/dossiers/" + number + "/papers/submission-1");
        assertThat(Pdf.text(toTheDistrict)).contains("ỦY BAN NHÂN DÂN PHƯỜNG 2",
                "Kính gửi: Chủ tịch Ủy ban nhân dân thành phố Bạc Liêu", "9 người (số lượng còn lại của địa bàn: ");
        var toTheProvince = pdf("/api/dossiers/" + number + "/papers/submission-3");
        assertThat(Pdf.violations(toTheProvince)).isEmpty();
        assertThat(Pdf.text(toTheProvince)).contains("CÔNG AN TỈNH BẠC LIÊU", "/TTr-CAT",
                "Khóm 3, Phường 2, thành phố Bạc Liêu", "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu",
                "kính trình Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu xem xét, quyết định./.");
        var quota = pdf("/api/decisions/" + decisionOn(number) + "/document");
        assertThat(Pdf.violations(quota)).isEmpty();
        assertThat(Pdf.text(quota)).contains("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU",
                "Về việc giao số lượng thành viên Tổ bảo vệ an ninh, trật tự Khóm 3, Phường 2, thành phố Bạc Liêu",
                "Theo đề nghị của Giám đốc Công an tỉnh Bạc Liêu tại Tờ trình số ",
                "Điều 1. Giao số lượng Tổ bảo vệ an ninh, trật tự",
                "- Khóm 3, Phường 2, thành phố Bạc Liêu: 01 Tổ, 09 thành viên.", "Điều 2. Quyết định này có hiệu lực");
        show("quota-submission", toTheProvince);
        show("quota-decision", quota);
    }

    @Test
    void theOfficeThatAppraisesForTheProvinceSubmitsAndIsCited() throws Exception {
        var number = journey.propose(DRAFTER, proposal("province-merit", "ad-hoc",
                List.of(collective("Tổ mẫu số " + ++collectives))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        signAndAppraise(number);
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, "95"));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, "95"));

        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/submission-1"))).contains(
                "Kính gửi: Chủ tịch Ủy ban nhân dân thành phố Bạc Liêu", "kính trình Chủ tịch Ủy ban nhân dân thành phố "
                        + "Bạc Liêu xem xét, trình cấp có thẩm quyền quyết định./.");
        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/submission-2"))).contains(
                "ỦY BAN NHÂN DÂN THÀNH PHỐ BẠC LIÊU", "Kính gửi: Giám đốc Công an tỉnh Bạc Liêu",
                "xem xét, trình cấp có thẩm quyền quyết định./.");
        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/submission-3"))).contains(
                "CÔNG AN TỈNH BẠC LIÊU", "Kính gửi: Sở Nội vụ tỉnh Bạc Liêu",
                "xem xét, trình cấp có thẩm quyền quyết định./.");
        var office = pdf("/api/dossiers/" + number + "/papers/submission-4");
        assertThat(Pdf.violations(office)).isEmpty();
        assertThat(Pdf.text(office)).containsPattern("ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU SỞ NỘI VỤ .*Số: \\d+/TTr-SNV")
                .contains("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu", "Sở Nội vụ kính trình Chủ tịch",
                        "kính trình Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu xem xét, quyết định./.");
        var issued = pdf("/api/decisions/" + decisionOn(number) + "/document");
        assertThat(Pdf.text(issued)).containsPattern(
                "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số \\d+/TTr-SNV ngày \\d+ tháng \\d+ năm \\d+\\.");
        show("office-submission", office);
        show("committee-submission", pdf("/api/dossiers/" + number + "/papers/submission-1"));
        show("province-decision", issued);
    }

    @Test
    void papersSayForWhomAndHowSomebodySigned() throws Exception {
        var number = journey.propose(DRAFTER, proposal("province-merit", "ad-hoc",
                List.of(collective("Tổ mẫu số " + ++collectives))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        var away = new ArrayList<Absence>();
        signFor(away, number, "sign", COMMUNE, POLICE_CHIEF, POLICE_OFFICER, Manner.DEPUTY, "Phó Trưởng Công an", "Lê Văn Thay");
        signFor(away, number, "sign", COMMUNE, COMMITTEE_CHAIR, COMMITTEE_CLERK, Manner.BY_ORDER,
                "Chánh Văn phòng", "Phan Thị Lệnh");
        journey.approve(number, "appraise", officer(POLICE_OFFICER, DISTRICT));
        journey.approve(number, "sign", officer(POLICE_CHIEF, DISTRICT));
        signFor(away, number, "sign", DISTRICT, COMMITTEE_CHAIR, COMMITTEE_CLERK, Manner.DEPUTY, "Phó Chủ tịch",
                "Trần Văn Phó");
        journey.approve(number, "appraise", officer(POLICE_OFFICER, "95"));
        signFor(away, number, "sign", "95", POLICE_CHIEF, POLICE_OFFICER, Manner.DEPUTY, "Phó Giám đốc", "Võ Văn Phó");
        signFor(away, number, "appraise", "95", COMMITTEE_CLERK, COMMITTEE_CLERK, Manner.DEPUTY, "Phó Giám đốc",
                "Đặng Thị Phó");
        jdbc.sql("insert into signatory (unit_path, user_name, name, title, valid_from) "
                + "values ('95', 'committee-clerk-3.95', 'Ngô Thị Thừa', 'KT. Chủ tịch', '2024-01-01')").update();
        signFor(away, number, "decide", "95", COMMITTEE_CHAIR, COMMITTEE_CLERK, 3, Manner.BY_AUTHORISATION,
                "Giám đốc Sở Nội vụ", "Ngô Thị Thừa Ủy Quyền");
        away.forEach(absence -> absences.end(absence.id(), clerkOf(absence.post())));

        var decision = decisionOn(number);
        var papers = Map.of("submission-1", "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG Phan Thị Lệnh",
                "submission-2", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Phó",
                "submission-3", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Võ Văn Phó",
                "submission-4", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Đặng Thị Phó",
                "decision-" + decision, "TUQ. CHỦ TỊCH GIÁM ĐỐC SỞ NỘI VỤ Ngô Thị Thừa");
        for (var paper : papers.entrySet()) {
            var pdf = pdf("/api/dossiers/" + number + "/papers/" + paper.getKey());
            show("for-others-" + paper.getKey().replaceAll("(decision)-.*", "$1"), pdf);
            assertThat(Pdf.violations(pdf)).isEmpty();
            assertThat(Pdf.text(pdf)).as(paper.getKey()).contains(paper.getValue()).doesNotContain("Ủy Quyền");
        }
        var certificates = pdf("/api/decisions/" + decision + "/certificates?together=true");
        show("for-others-certificate", certificates);
        assertThat(get("/dossiers/" + number)).hasStatusOk().bodyText().contains("Lê Văn Thay",
                "KT. police-chief.31813", "TL. committee-chair.31813");
        assertThat(jdbc.sql("select count(*) from dossier_step where dossier_number = ? and manner is not null")
                .param(number).query(Long.class).single()).isEqualTo(6);
    }

    private void signFor(List<Absence> away, String number, String task, String unit, Position absent, Position own,
                         Manner manner, String title, String name) {
        signFor(away, number, task, unit, absent, own, 2, manner, title, name);
    }

    private void signFor(List<Absence> away, String number, String task, String unit, Position absent, Position own,
                         int one, Manner manner, String title, String name) {
        var post = new Post(UnitPath.of(unit), absent);
        var deputy = officer(own, unit, one);
        var authorised = manner == Manner.BY_AUTHORISATION;
        var today = LocalDate.now(clock);
        away.add(absences.enter(post, officer(absent, unit).id(), new Terms(today, today, deputy.id(), manner, title,
                authorised ? "07/GUQ-UBND" : null, authorised ? today : null), clerkOf(post)));
        fullName = name;
        try {
            journey.approve(number, task, Officer.of(deputy.id(), List.of(unit + "/" + own.id(), post.group())));
        } finally {
            fullName = null;
        }
    }

    private static Officer clerkOf(Post post) {
        return officer(post.position().police() ? POLICE_OFFICER : COMMITTEE_CLERK, post.unitPath().value());
    }

    @Test
    void whatTheMinistryDecidesIsAskedOfTheMinistry() throws Exception {
        var number = journey.propose(DRAFTER, proposal("ministry-merit", "regular",
                List.of(collective("Tổ mẫu số " + ++collectives))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        signAndAppraise(number);

        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/submission-2"))).contains(
                "Kính gửi: Giám đốc Công an tỉnh Bạc Liêu", "xem xét, đề nghị Bộ trưởng Bộ Công an tặng Bằng khen.");
        assertThat(Pdf.text(pdf("/api/dossiers/" + number + "/papers/submission-3"))).contains(
                "CÔNG AN TỈNH BẠC LIÊU", "Kính gửi: Bộ trưởng Bộ Công an",
                "kính trình Bộ trưởng Bộ Công an xem xét, tặng Bằng khen.").doesNotContain("đề nghị Bộ trưởng");
    }

    private void signAndAppraise(String number) {
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, COMMUNE));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, DISTRICT));
        journey.approve(number, "sign", officer(POLICE_CHIEF, DISTRICT));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, DISTRICT));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, "95"));
        journey.approve(number, "sign", officer(POLICE_CHIEF, "95"));
    }

    private String planned(String hamlet, int seats) {
        var number = journey.propose("team-establishment", DRAFTER, Map.of("hamlet", hamlet, "seats", seats,
                "reason", "Lý do mẫu", "meetingDate", "2030-01-15"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        return number;
    }

    @SafeVarargs
    private void register(String number, Map<String, Object>... candidates) {
        journey.complete(number, "register-candidates", DRAFTER, Map.of("candidates", List.of(candidates)));
        journey.approve(number, "approve-candidates", officer(COMMITTEE_CHAIR, COMMUNE));
    }

    private void propose(String number, Object... roles) {
        journey.complete(number, "propose-recognition", DRAFTER,
                Map.of("roles", candidates(number, "elected", "role", roles)));
    }

    private static Map<String, Object> candidate(String name) {
        return Map.of("name", name, "birthDate", "1985-05-20", "citizenId", Journey.citizenId(), "gender", "male",
                "education", "upper-secondary", "residenceMonths", 24, "legalStatus", "none",
                "healthCertificate", true);
    }

    private List<Map<String, Object>> candidates(String number, String result, String field, Object... values) {
        var ids = ((List<?>) journey.show(number).get("candidates")).stream().map(one -> (Map<?, ?>) one)
                .filter(one -> one.get("result").equals(result)).map(one -> one.get("id")).toList();
        return IntStream.range(0, values.length).mapToObj(i -> Map.of("id", ids.get(i), field, values[i])).toList();
    }

    @Test
    void anOfficerOfAnotherUnitGetsNoPaper() {
        var number = decided();
        var decision = decisionOn(number);
        asking = ELSEWHERE;

        assertThat(get("/api/dossiers/" + number + "/papers")).hasStatus(403);
        assertThat(get("/api/dossiers/" + number + "/papers/submission-1")).hasStatus(403);
        assertThat(get("/api/decisions/" + decision + "/document")).hasStatus(403);
        assertThat(get("/api/decisions/" + decision + "/certificates")).hasStatus(403);
        assertThat(get("/api/decisions/" + decision + "/papers")).hasStatus(403);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular",
                List.of(individual("Nguyễn Văn Mẫu"))));

        assertThat(get("/api/dossiers/" + number + "/papers")).hasStatusOk().bodyJson().isStrictlyEqualTo("[]");
        assertThat(get("/api/dossiers/" + number + "/papers/submission-1")).hasStatus(404);
        assertThat(get("/api/dossiers/KT-0-2024-00001/papers")).hasStatus(404);
        assertThat(get("/api/decisions/999999/document")).hasStatus(404);
        assertThat(onBlanks("/api/decisions/999999/certificates")).hasStatus(404);
        assertThat(get("/api/decisions/999999/papers")).hasStatus(404);
    }

    private String decided() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular",
                List.of(individual("Người đạt"), individual("Người trượt"),
                        collective("Tổ mẫu số " + ++collectives))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        var nominees = journey.nomineeIds(number);
        IntStream.rangeClosed(1, 3).forEach(member -> journey.complete(number, "council-vote", member(member),
                Map.of("approvedNominees", List.of(nominees.get(0), nominees.get(2)))));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE));
        return number;
    }

    private static Officer member(int number) {
        return officer(COUNCIL_MEMBER, COMMUNE, number);
    }

    /** Takes a dossier of the commune to its decision. @param grade what the appraiser adds */
    private String inTheCommune(String process, Map<String, Object> proposal, Map<String, Object> grade) {
        var number = journey.propose(process, DRAFTER, proposal);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        Map<String, Object> appraisal = new HashMap<>(grade);
        appraisal.put("outcome", "approve");
        journey.complete(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE), appraisal);
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE));
        return number;
    }

    private long decisionOn(String number) {
        return jdbc.sql("select id from decision where dossier_number = ?").param(number).query(Long.class).single();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    private MvcTestResult onBlanks(String path) {
        return http.post().uri(path).exchange();
    }

    private byte[] pdf(String path) {
        return pdf(get(path));
    }

    private static byte[] pdf(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsByteArray();
    }

    private static void show(String name, byte[] pdf) throws Exception {
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve(name + ".pdf"), pdf);
    }
}
