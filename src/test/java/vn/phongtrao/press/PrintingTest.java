package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.zxing.NotFoundException;
import org.apache.pdfbox.Loader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.MovableClock;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.Sweep;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.LegalBases;
import vn.phongtrao.commendation.SampleCitations;
import vn.phongtrao.commendation.SampleCitations.Sample;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

@SpringJUnitConfig(PrintingTest.Slice.class)
@TestPropertySource(properties = {"phongtrao.province=bac-lieu-2024", "today=2024-07-05",
        "phongtrao.papers.public-url=https://phongtrao.example.vn"})
class PrintingTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2024-07-05T10:30");
    private static final String CODE = SampleCitations.CODE;
    private static final String HOSTILE = "<b onclick=\"x\">Tên</b> ${7*7} =1+1 &amp; ]]> \u202Eđảo\u202C \u0000\uFFFF";

    @ConfigurationPropertiesScan({"vn.phongtrao.unit", "vn.phongtrao.press"})
    @ComponentScan("vn.phongtrao.unit")
    @Import({DeliveredProcedures.class, Press.class, DecisionPress.class, Authorities.class, LegalBases.class, LegalDocuments.class,
            Signatories.class, Verification.class, SampleCitations.class})
    static class Slice {

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.create());
        }

        @Bean
        Rules rules() {
            return new RulesOnFile();
        }

        @Bean
        MovableClock clock(@Value("${today}") String today) {
            return new MovableClock(today);
        }
    }

    @Autowired
    private ProcessPapers papers;
    @Autowired
    private SampleCitations citations;
    @MockitoBean
    private Dossiers dossiers;
    @MockitoBean
    private Submissions submissions;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Procedures procedures;

    @Test
    void aDecisionConformsToPdfA() throws Exception {
        assertThat(Pdf.violations(decision("95", "QĐ-UBND", SampleCitations.mixed()))).isEmpty();
    }

    @Test
    void aDecisionIsWrittenAsTheDecreeWants() throws Exception {
        jdbc.sql("insert into signatory (unit_path, user_name, valid_from, name) "
                + "values ('95', 'chair', '2024-01-01', 'Phạm Văn Mẫu')").update();

        var pdf = decision("95", "QĐ-UBND", SampleCitations.mixed());
        show("decision", pdf);

        assertThat(Pdf.text(pdf)).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                "ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU", "Số: 05/QĐ-UBND", "Bạc Liêu, ngày 05 tháng 7 năm 2024",
                "QUYẾT ĐỊNH Về việc tặng Bằng khen CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU",
                "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "Nghị định số 98/2023/NĐ-CP ngày",
                "Theo đề nghị của Giám đốc Sở Nội vụ.", "QUYẾT ĐỊNH: Điều 1.",
                "cho 01 tập thể, 01 hộ gia đình, 01 cá nhân", "tổng số tiền là 15.800.000 đồng",
                "chịu trách nhiệm thi hành Quyết định này./.", "Nơi nhận:", "- Như Điều 3;", "- Lưu: VT",
                "CHỦ TỊCH Phạm Văn Mẫu", "Phụ lục DANH SÁCH ĐƯỢC TẶNG BẰNG KHEN",
                "(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 7 năm 2024 của Chủ tịch Ủy ban nhân dân tỉnh Bạc "
                + "Liêu)", "Nguyễn Thị Ngọc Ánh 1980 Khóm Mẫu, Phường 2, thành phố Bạc Liêu 3.510.000",
                "Tổng cộng 15.800.000");
        assertThat(Pdf.text(pdf)).doesNotContain("TM.");
    }

    @Test
    void aDecisionCitesTheSubmissionThatProposedIt() throws Exception {
        when(submissions.cited(any(), eq("Giám đốc Sở Nội vụ")))
                .thenReturn(Optional.of("Tờ trình số 05/TTr-SNV ngày 04 tháng 7 năm 2024"));

        assertThat(Pdf.text(decision("95", "QĐ-UBND", SampleCitations.mixed()))).contains("Theo đề nghị của Giám đốc "
                + "Sở Nội vụ tại Tờ trình số 05/TTr-SNV ngày 04 tháng 7 năm 2024.");
    }

    @Test
    void theDeadAreCommendedPosthumouslyAndNamedLast() throws Exception {
        var decision = decision("95", "QĐ-UBND", SampleCitations.posthumous());
        show("decision-posthumous", decision);
        citations.cite(SampleCitations.posthumous());
        var certificates = papers.certificates(dossier(), decision("95", "QĐ-UBND"), null).toList();
        var certificate = certificates.get(2).print().get().pdf();
        show("certificate-posthumous", certificate);

        assertThat(Pdf.text(decision)).contains("cho 01 tập thể, 01 cá nhân, truy tặng 01 cá nhân (có danh sách",
                "Tập thể 1 Tổ bảo vệ", "Cá nhân 1 Nguyễn Thị Ngọc Ánh", "Truy tặng 1 Ông Nguyễn Văn Mẫu");
        assertThat(certificates).extracting(Sheet::title).containsExactly("Nguyễn Thị Ngọc Ánh",
                "Tổ bảo vệ an ninh, trật tự Khóm Mẫu", "Nguyễn Văn Mẫu");
        assertThat(Pdf.text(certificate)).contains("TRUY TẶNG BẰNG KHEN Ông Nguyễn Văn Mẫu");
        assertThat(Pdf.violations(certificate)).isEmpty();
        assertThat(Pdf.text(papers.certificates(dossier(), decision("95", "QĐ-UBND"), BlankForm.USUAL).toList().get(2)
                .print().get().pdf())).contains("Truy tặng Ông Nguyễn Văn Mẫu");
    }

    /** Luật Thi đua, khen thưởng 2022, Điều 8 and 26. */
    @Test
    void aFlagIsTheCommitteesAndGivenForACampaign() throws Exception {
        var flag = dossier();
        when(flag.form()).thenReturn("province-flag");
        citations.cite(SampleCitations.flag());
        var decision = papers.decision(flag, decision("95", "QĐ-UBND")).pdf();
        show("decision-flag", decision);
        var certificate = papers.certificates(flag, decision("95", "QĐ-UBND"), null).findFirst().orElseThrow().print().get().pdf();
        show("certificate-flag", certificate);

        assertThat(Pdf.text(decision)).contains("Tặng Cờ thi đua của Ủy ban nhân dân tỉnh Bạc Liêu cho 01 tập thể (có danh sách kèm theo) "
                + "đã có thành tích xuất sắc trong phong trào thi đua \"Vì an ninh Tổ quốc\" (từ ngày");
        assertThat(Pdf.text(certificate)).contains("ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU TẶNG CỜ THI ĐUA",
                "Đã có thành tích xuất sắc trong phong trào thi đua \"Vì an ninh Tổ quốc\" (từ ngày").doesNotContain("NAM CHỦ TỊCH");
        show("certificate-longest", certificateOf(SampleCitations.longest()));
        assertThat(Pdf.text(certificateOf(SampleCitations.longest()))).contains("rất dài\" (từ ngày 01/01/2024 đến ngày 30/6/2024)");
    }

    @Test
    void peopleAreAddressedAndTheirOccupationIsPrinted() throws Exception {
        var decision = decision("95", "QĐ-UBND", SampleCitations.known());
        show("decision-known", decision);
        citations.cite(SampleCitations.known());
        var certificate = papers.certificates(dossier(), decision("95", "QĐ-UBND"), null).findFirst().orElseThrow()
                .print().get().pdf();
        show("certificate-known", certificate);

        assertThat(Pdf.text(decision)).contains("Bà Nguyễn Thị Ngọc Ánh 1980 Trưởng khóm Khóm Mẫu",
                "01 cá nhân (có danh sách kèm theo) đã có thành tích xuất sắc trong phong trào thi đua (từ ngày");
        assertThat(Pdf.text(certificate)).contains("Bà Nguyễn Thị Ngọc Ánh Sinh năm 1980; Trưởng khóm Khóm Mẫu",
                "Đã có thành tích xuất sắc trong phong trào thi đua (từ ngày");
    }

    @Test
    void anAchievementOfOneDayHasNoBeginningAndEnd() throws Exception {
        citations.cite(SampleCitations.onOneDay());
        var certificate = papers.certificates(dossier(), decision("95", "QĐ-UBND"), null).findFirst().orElseThrow()
                .print().get().pdf();

        for (var text : List.of(Pdf.text(certificate), Pdf.text(decision("95", "QĐ-UBND", SampleCitations.onOneDay())))) {
            assertThat(text).contains("(ngày 30/6/2024)").doesNotContain("(từ ngày");
        }
    }

    @Test
    void aDraftSaysSoAndHasNoCode() throws Exception {
        citations.cite(SampleCitations.mixed());
        var draft = papers.decision(dossier(), decision("95", "QĐ-UBND").draft()).pdf();

        assertThat(Pdf.text(draft)).contains("Dự thảo, chưa có giá trị").doesNotContain("quét mã");
        assertThatThrownBy(() -> Pdf.codes(draft, 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void everyPageOfADecisionAndItsAnnexSaysWhichOfAllItIs() throws Exception {
        assertThat(Pdf.lines(decision("95", "QĐ-UBND", SampleCitations.mixed())))
                .containsSubsequence("Trang 1/2", "Trang 2/2");
        var pdf = decision("95", "QĐ-UBND", SampleCitations.many(80));
        assertThat(Pdf.violations(pdf)).isEmpty();
        for (int page = 1; page <= Pdf.pages(pdf); page++) {
            assertThat(Pdf.text(pdf, page)).contains("Trang %d/%d ".formatted(page, Pdf.pages(pdf)));
        }
    }

    @Test
    void noHeadingStandsAloneAtTheFootOfAPageOfAnAnnex() throws Exception {
        var ends = new ArrayList<Integer>();
        for (int collectives = 17; collectives <= 24; collectives++) {
            var pdf = decision("95", "QĐ-UBND", SampleCitations.collectivesAndOne(collectives));
            for (int page = 1; page <= Pdf.pages(pdf); page++) {
                assertThat(Pdf.text(pdf, page)).as("%d collectives, page %d", collectives, page).doesNotEndWith("Cá nhân");
            }
            ends.add(Pdf.pages(pdf));
        }
        assertThat(ends).as("the list ends on either page").contains(3, 4);
    }

    @Test
    void theCodeToTypeStandsInOneLine() throws Exception {
        assertThat(Pdf.lines(decision("95", "QĐ-UBND", SampleCitations.mixed())))
                .anyMatch(line -> line.contains("DECI SION 89AB CDEF GHJK MNPQ RS"));
    }

    @Test
    void anOrdinaryDecisionAndItsAnnexTakeAPageEach() throws Exception {
        assertThat(Pdf.pages(decision("95", "QĐ-UBND", SampleCitations.mixed()))).isEqualTo(2);
    }

    @Test
    void aWardKnownByANumberKeepsItsWordAndTheDistrictIsDatedByItsName() throws Exception {
        assertThat(Pdf.text(decision("95/954/31813", "QĐ-UBND", SampleCitations.mixed())))
                .contains("ỦY BAN NHÂN DÂN PHƯỜNG 2", "Phường 2, ngày 05 tháng 7 năm 2024",
                        "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG 2");
        assertThat(Pdf.text(decision("95/956", "QĐ-UBND", SampleCitations.mixed())))
                .contains("ỦY BAN NHÂN DÂN HUYỆN HỒNG DÂN", "Hồng Dân, ngày 05 tháng 7 năm 2024");
    }

    @Test
    void thePoliceDirectorDecidesUnderTheMinistry() throws Exception {
        assertThat(Pdf.text(decision("95", "QĐ-CAT", SampleCitations.mixed())))
                .contains("BỘ CÔNG AN CÔNG AN TỈNH BẠC LIÊU", "GIÁM ĐỐC CÔNG AN TỈNH BẠC LIÊU",
                        "Căn cứ Luật Công an nhân dân ngày 20 tháng 11 năm 2018;")
                        .doesNotContain("chính quyền địa phương");
    }

    @Test
    void withoutABonusThereIsNoArticleOnIt() throws Exception {
        var citation = SampleCitations.one("Biểu dương", "Nguyễn Văn Mẫu", 0);

        assertThat(Pdf.text(decision("95/954/31813", "QĐ-UBND", citation)))
                .contains("Điều 2. Quyết định này có hiệu lực", "- Như Điều 2;")
                .doesNotContain("Tiền thưởng kèm theo", "Điều 3");
    }

    @Test
    void pagesAreNumberedExceptTheFirstAndThatOfTheAnnex() throws Exception {
        var pdf = decision("95", "QĐ-UBND", SampleCitations.many(80));
        show("decision-80", pdf);

        var annex = annexStart(pdf);
        assertThat(Pdf.text(pdf, 1)).startsWith("Trang 1/%d ỦY BAN NHÂN DÂN".formatted(Pdf.pages(pdf)));
        assertThat(Pdf.text(pdf, annex)).startsWith("Trang %d/%d Phụ lục".formatted(annex, Pdf.pages(pdf)));
        assertThat(Pdf.text(pdf, annex + 1)).startsWith("2 Trang ");
    }

    static int annexStart(byte[] pdf) throws IOException {
        for (int page = 1; ; page++) {
            if (Pdf.text(pdf, page).contains("Phụ lục DANH SÁCH")) {
                return page;
            }
        }
    }

    @Test
    void thePapersCarryTheirVerificationAddress() throws Exception {
        var decision = decision("95", "QĐ-UBND", SampleCitations.mixed());
        assertThat(Pdf.codes(decision, annexStart(decision) - 1))
                .containsExactly("https://phongtrao.example.vn/verify/decision" + CODE.substring(8));
        assertThat(Pdf.codes(certificate("Nguyễn Văn Mẫu", null), 1))
                .containsExactly("https://phongtrao.example.vn/verify/" + CODE);
    }

    @Test
    void aCertificateIsOnePageOfPdfA() throws Exception {
        var pdf = certificate("Nguyễn Thị Ngọc Ánh", null);
        show("certificate", pdf);

        assertThat(Pdf.violations(pdf)).isEmpty();
        assertThat(Pdf.pages(pdf)).isEqualTo(1);
        assertThat(Pdf.text(pdf)).contains("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU TẶNG BẰNG KHEN Nguyễn Thị Ngọc Ánh",
                "Quyết định số: 05/QĐ-UBND, ngày 05 tháng 7 năm 2024");
    }

    @Test
    void onAPrePrintedFormOnlyWhatIsWrittenIntoItShows() throws Exception {
        var pdf = certificate("Nguyễn Thị Ngọc Ánh", BlankForm.USUAL);
        show("certificate-blank", pdf);

        assertThat(Pdf.violations(pdf)).isEmpty();
        assertThat(Pdf.text(pdf)).contains("Nguyễn Thị Ngọc Ánh", "05/QĐ-UBND")
                .doesNotContain("CỘNG HÒA", "BẰNG KHEN", "TẶNG", "CHỦ TỊCH");
    }

    @Test
    void onAPrePrintedFormTheTextStandsWhereTheAuthorityWantsIt() throws Exception {
        var usual = certificate("Nguyễn Thị Ngọc Ánh", BlankForm.USUAL);
        var moved = certificate("Nguyễn Thị Ngọc Ánh", new BlankForm(BlankForm.Size.A4, new BigDecimal("-5"),
                new BigDecimal("10"), new BigDecimal("2.5")));
        show("certificate-blank-moved", moved);
        var outwards = certificate("Nguyễn Thị Ngọc Ánh", new BlankForm(BlankForm.Size.A4, new BigDecimal("-10"),
                BigDecimal.ZERO, new BigDecimal("15")));
        show("certificate-blank-outwards", outwards);

        assertThat(Pdf.lowest(usual, 1, "Nguyễn Thị Ngọc Ánh") - Pdf.lowest(moved, 1, "Nguyễn Thị Ngọc Ánh"))
                .isCloseTo(points(10), within(.5f));
        assertThat(Pdf.lowest(usual, 1, "05/QĐ-UBND") - Pdf.lowest(moved, 1, "05/QĐ-UBND"))
                .isCloseTo(points(2.5f), within(.5f));
        assertThat(Pdf.codes(outwards, 1)).as("whole, beyond the usual margins").isNotEmpty();
    }

    @Test
    void onALargerFormAllIsLargerButTheMillimetresOfTheAuthority() throws Exception {
        var form = new BlankForm(BlankForm.Size.A3, BigDecimal.ZERO, new BigDecimal("10"), BigDecimal.ZERO);
        var usual = certificate("Nguyễn Thị Ngọc Ánh", BlankForm.USUAL);
        var larger = Sheaf.scaled(certificate("Nguyễn Thị Ngọc Ánh", form), form.size().scale());
        show("certificate-blank-a3", larger);

        assertThat(Pdf.violations(larger)).isEmpty();
        try (var a3 = Loader.loadPDF(larger)) {
            assertThat(a3.getPage(0).getMediaBox().getWidth()).isCloseTo(points(420), within(1f));
            assertThat(a3.getPage(0).getMediaBox().getHeight()).isCloseTo(points(297), within(1f));
        }
        assertThat(Pdf.lowest(usual, 1, "Nguyễn Thị Ngọc Ánh") * (float) Math.sqrt(2)
                - Pdf.lowest(larger, 1, "Nguyễn Thị Ngọc Ánh")).isCloseTo(points(10), within(.5f));
    }

    private static float points(float millimetres) {
        return millimetres * 72 / 25.4f;
    }

    @Test
    void namesInHanAndKhmerLettersArePrinted() throws Exception {
        var pdf = certificate("Trần Văn Minh 陳文明", null);
        show("certificate-han", pdf);
        var khmer = certificate("Danh Sóc ដាញ់ សុខ", null);
        show("certificate-khmer", khmer);
        show("certificate-khmer-vowels", certificate("ច័ន្ទថេង កោះស្រីមុំ", null));

        assertThat(Pdf.violations(pdf)).isEmpty();
        // some Han letters are drawn as their radicals are, and are read as these
        assertThat(Normalizer.normalize(Pdf.text(pdf), Normalizer.Form.NFKC)).contains("Trần Văn Minh 陳文明");
        assertThat(Pdf.violations(khmer)).isEmpty();
        assertThat(Pdf.text(khmer)).contains("Danh Sóc ដាញ់ សុខ");
    }

    @ParameterizedTest
    @ValueSource(strings = {HOSTILE, "=HYPERLINK(\"http://example.org\")", "אבג שלום", "漢字 🙂", "\uD800"})
    void whateverANameHoldsIsText(String name) throws Exception {
        for (var pdf : List.of(certificate(name, null), decision("95", "QĐ-UBND",
                SampleCitations.one("Bằng khen", name, 0)))) {
            assertThat(Pdf.violations(pdf)).isEmpty();
        }
    }

    @Test
    void markupInANameIsPrintedAsItStands() throws Exception {
        var pdf = certificate(HOSTILE, null);
        show("hostile", pdf);

        assertThat(Pdf.text(pdf)).contains("<b onclick=\"x\">Tên</b> ${7*7} =1+1 &amp; ]]> đảo");
    }

    @Test
    void aNameWithoutEndStaysOnItsPage() throws Exception {
        var pdf = certificate("Mẫu".repeat(400), null);
        show("long", pdf);

        assertThat(Pdf.pages(pdf)).isEqualTo(1);
        assertThat(Pdf.text(pdf)).contains("Quyết định số: 05/QĐ-UBND");
    }

    @Test
    void lettersTakenApartAreComposed() throws Exception {
        assertThat(Pdf.text(certificate("Nguye\u0302\u0303n Thi\u0323 A\u0301nh", null))).contains("Nguyễn Thị Ánh");
    }

    @Test
    void nothingIsLoadedFromOutside(@TempDir Path folder) throws Exception {
        var secret = Files.write(folder.resolve("secret.css"), "p::before { content: 'SECRET' }".getBytes());
        var press = press("review/papers/probe.html", """
                <html><head><link rel="stylesheet" href="%s"/><style>body { font-family: 'Liberation Serif' }</style></head>
                <body><p>Thử</p><img src="%s"/><img src="http://localhost:1/x.png"/></body></html>"""
                .formatted(secret.toUri(), secret.toUri()));

        var pdf = press.print("probe").pdf();

        assertThat(Pdf.text(pdf)).isEqualTo("Thử");
    }

    @Test
    void aTemplateReadsNoFileAsAnEntity(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        var press = press("review/papers/probe.html", """
                <!DOCTYPE html [<!ENTITY secret SYSTEM "%s">]>
                <html><head><style>body { font-family: 'Liberation Serif' }</style></head><body><p>Thử &secret;</p></body></html>"""
                .formatted(secret.toUri()));

        var pdf = press.print("probe").pdf();

        assertThat(Pdf.text(pdf)).doesNotContain("SECRET");
    }

    @Test
    void anOrganisationMayReplaceATemplate() throws Exception {
        var press = press("commendation/papers/certificate.html",
                "<html><body style='font-family: Liberation Serif'><p>Mẫu riêng</p></body></html>");

        assertThat(Pdf.text(press.print("commendation/certificate").pdf())).isEqualTo("Mẫu riêng");
    }

    /** With a template laid over the built-in ones. */
    private Press press(String path, String template) {
        return new Press(new Procedures(procedures.files().under(FileTree.of(Map.of(path,
                template.getBytes(StandardCharsets.UTF_8))))));
    }

    @Test
    void manyCertificatesAreWrittenOneAfterTheOther() throws Exception {
        var out = new ByteArrayOutputStream();
        certificates(SampleCitations.many(3), out);

        assertThat(entries(out.toByteArray())).containsExactly("001-Nguyen-Van-Mau-1.pdf", "002-Nguyen-Van-Mau-2.pdf",
                "003-Nguyen-Van-Mau-3.pdf");
    }

    @Test
    void nomineesWhoFellOutGetNoCertificateAndAreNotInTheDecision() throws Exception {
        var citation = SampleCitations.oneOfTwo("Người đạt", "Người trượt");
        var out = new ByteArrayOutputStream();
        certificates(citation, out);

        assertThat(entries(out.toByteArray())).containsExactly("001-Nguoi-dat.pdf");
        assertThat(Pdf.text(decision("95", "QĐ-UBND", citation))).contains("Người đạt")
                .doesNotContain("Người trượt");
    }

    @Test
    void filesInAnArchiveAreDatedByTheClock() throws Exception {
        var out = new ByteArrayOutputStream();
        certificates(SampleCitations.one("Bằng khen", "Nguyễn Văn Mẫu", 0), out);

        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry().getTimeLocal()).isEqualTo(NOW);
        }
    }

    /** Printed, not judged: seconds depend on the machine. Memory must not grow with what is written. */
    @ParameterizedTest
    @MethodSource("howMany")
    void aDecisionAndItsCertificatesInOneArchiveTakeLittleMemory(int nominees) throws Exception {
        var decision = decision("95", "QĐ-UBND");
        citations.cite(SampleCitations.many(nominees));
        var sheets = Stream.concat(Stream.of(new Sheet("decision", decision.label(), null, null,
                () -> papers.decision(dossier(), decision))), papers.certificates(dossier(), decision, null)).toList();
        var out = new MemoryProbe(nominees * 4_000L);
        var before = MemoryProbe.held();
        var start = System.nanoTime();
        Archive.write(sheets, sheet -> sheet.print().get().pdf(), NOW, out);

        System.out.printf("%d nominees, decision and certificates in one archive: %d ms, %d kB, kB held on the way %s%n",
                nominees, (System.nanoTime() - start) / 1_000_000, out.written / 1024, out.held);
        assertThat(out.held).hasSizeGreaterThan(5).allMatch(kilobytes -> kilobytes - before < 100 * 1024);
        assertThat(out.held.get(out.held.size() - 1) - out.held.get(0)).isLessThan(out.written / 1024 / 2);
    }

    static List<Integer> howMany() {
        return Sweep.every(2, 0, List.of(100, 500));
    }

    /** Forgets what is written, and looks now and then at how much memory is held. */
    private static final class MemoryProbe extends OutputStream {

        private final long step;
        private final List<Long> held = new ArrayList<>();
        private long written;

        MemoryProbe(long step) {
            this.step = step;
        }

        @Override
        public void write(int b) {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written += length;
            if (written / step > held.size()) {
                held.add(held());
            }
        }

        /** Kilobytes that are not garbage. */
        private static long held() {
            System.gc();
            return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1024;
        }
    }

    private static List<String> entries(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(Pdf.pages(zip.readAllBytes())).isEqualTo(1);
            }
        }
        return names;
    }

    private byte[] decision(String authority, String symbol, Sample citation) {
        citations.cite(citation);
        return papers.decision(dossier(), decision(authority, symbol)).pdf();
    }

    static Dossier dossier() {
        return dossier(LocalDate.of(2024, 7, 1));
    }

    static Dossier dossier(LocalDate receivedOn) {
        Dossier dossier = mock();
        when(dossier.number()).thenReturn(DossierNumber.of("KT-31813-2024-00001"));
        when(dossier.process()).thenReturn("commendation");
        when(dossier.form()).thenReturn("province-merit");
        when(dossier.openedAt()).thenReturn(receivedOn.atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
        return dossier;
    }

    private static Decision decision(String authority, String symbol) {
        return new Decision(1, UnitPath.of(authority),
                symbol.endsWith("UBND") ? Position.COMMITTEE_CHAIR : Position.POLICE_CHIEF, Decision.MATTER, symbol,
                2024, 5, LocalDate.of(2024, 7, 5), "Về việc tặng Bằng khen", DossierNumber.of("KT-31813-2024-00001"),
                UnitPath.of("95/954/31813"), "chair", "decision" + CODE.substring(8));
    }

    private byte[] certificate(String name, BlankForm blank) {
        citations.cite(SampleCitations.one("Bằng khen", name, 3_510_000));
        return papers.certificates(dossier(), decision("95", "QĐ-UBND"), blank).findFirst().orElseThrow().print().get()
                .pdf();
    }

    private byte[] certificateOf(Sample sample) {
        citations.cite(sample);
        return papers.certificates(dossier(), decision("95", "QĐ-UBND"), null).findFirst().orElseThrow().print().get().pdf();
    }

    private void certificates(Sample citation, OutputStream out) throws IOException {
        citations.cite(citation);
        Archive.write(papers.certificates(dossier(), decision("95", "QĐ-UBND"), null).toList(),
                sheet -> sheet.print().get().pdf(), NOW, out);
    }

    /** Leaves the paper where people can look at it. */
    private static void show(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve(name + ".pdf"), pdf);
    }
}
