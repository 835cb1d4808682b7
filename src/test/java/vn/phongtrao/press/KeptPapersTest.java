package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.MovableClock;
import vn.phongtrao.commendation.SampleCitations;
import vn.phongtrao.commendation.SampleCitations.Sample;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.signing.SignedPaper;
import vn.phongtrao.signing.TestAuthority;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Papers that are signed when they are printed: the province has a certificate, the communes have none. */
@SpringJUnitConfig({PrintingTest.Slice.class, KeptPapersTest.Keeping.class})
@TestPropertySource(properties = {"phongtrao.province=bac-lieu-2024", "today=2024-07-05",
        "phongtrao.papers.public-url=https://phongtrao.example.vn"})
class KeptPapersTest {

    private static final String PASSWORD = "demo";
    private static final Post CHAIR = new Post(UnitPath.of("95"), Position.COMMITTEE_CHAIR);

    private static TestAuthority authority;

    @ConfigurationPropertiesScan("vn.phongtrao.signing")
    @ComponentScan("vn.phongtrao.signing")
    @Import(KeptPapers.class)
    static class Keeping {
    }

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry properties) throws Exception {
        authority = new TestAuthority();
        var file = authority.keystore(PASSWORD, authority.issue(
                "CN=Ủy ban nhân dân tỉnh Bạc Liêu (mẫu),O=Ủy ban nhân dân tỉnh Bạc Liêu (mẫu),C=VN",
                "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"));
        properties.add("phongtrao.signing.authorities.province.unit", () -> "95");
        properties.add("phongtrao.signing.authorities.province.keystore", file::toString);
        properties.add("phongtrao.signing.authorities.province.password", () -> PASSWORD);
    }

    @Autowired
    private KeptPapers kept;
    @Autowired
    private ProcessPapers papers;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Procedures procedures;
    @Autowired
    private SampleCitations citations;
    @MockitoBean
    private Dossiers dossiers;
    @MockitoBean
    private Submissions submissions;

    @BeforeEach
    void aDossier() {
        clock.moveTo("2024-07-05");
        jdbc.sql("truncate dossier cascade").update();
        jdbc.sql("""
                        insert into dossier (number, process, form, type, title, unit_path, decider, ending, status,
                                             opened_by, opened_at, version)
                        values (?, 'commendation', 'province-merit', 'regular', 'Mẫu', '95/954/31813',
                                '95/committee-chair', 'decide', 'IN_PROGRESS', 'x', now(), 0)""")
                .param(PrintingTest.dossier().number().value()).update();
    }

    @Test
    void aSignedDecisionVerifiesAndStaysPdfA() throws Exception {
        var pdf = decision(SampleCitations.mixed());
        show("signed-decision", pdf);

        var signed = new SignedPaper(pdf);
        assertThat(signed.verifies(authority.root())).isTrue();
        assertThat(signed.covered()).isTrue();
        assertThat(Pdf.violations(pdf)).isEmpty();
        assertThat(jdbc.sql("select signed and sha256 = sha256(content) from paper").query(Boolean.class).single())
                .isTrue();
        assertThat(decision(SampleCitations.mixed())).isEqualTo(pdf);
    }

    @Test
    void theSignatureStandsBetweenTheHeadAndTheNameWhereverThePageEnds() throws Exception {
        for (var count : new int[] {1, 80}) {
            var pdf = decision(SampleCitations.many(count));
            show("signed-decision-" + count, pdf);
            assertStandsBetween(pdf, PrintingTest.annexStart(pdf) - 1, "CHỦ TỊCH");
            jdbc.sql("delete from paper").update();
        }
        var wordy = SampleCitations.mixedFor("Thành tích mẫu. ".repeat(110));
        var pdf = decision(wordy);
        show("signed-decision-long", pdf);
        assertThat(PrintingTest.annexStart(pdf)).as("pages before the annex").isGreaterThan(2);
        assertStandsBetween(pdf, PrintingTest.annexStart(pdf) - 1, "CHỦ TỊCH");
    }

    @Test
    void aSignedCertificateIsKept() throws Exception {
        citations.cite(SampleCitations.mixed());
        var sheet = papers.certificates(PrintingTest.dossier(), decidedBy("95"), null).findFirst().orElseThrow();
        var pdf = kept.certificate(PrintingTest.dossier(), sheet);
        show("signed-certificate", pdf);

        assertThat(new SignedPaper(pdf).verifies(authority.root())).isTrue();
        assertThat(Pdf.violations(pdf)).isEmpty();
        assertStandsBetween(pdf, 1, "CHỦ TỊCH");
        assertThat(kept.certificate(PrintingTest.dossier(), sheet)).isEqualTo(pdf);
    }

    @Test
    void withoutACertificateOfTheAuthorityPapersAreForInkAndCertificatesAreNotKept() throws Exception {
        citations.cite(SampleCitations.mixed());
        var decision = decidedBy("95/954/31813");
        var sheet = papers.certificates(PrintingTest.dossier(), decision, null).findFirst().orElseThrow();

        assertThat(new SignedPaper(kept.certificate(PrintingTest.dossier(), sheet)).signatures()).isEmpty();
        assertThat(jdbc.sql("select count(*) from paper").query(Long.class).single()).isZero();
    }

    @Test
    void anExpiredCertificateIsSaidAndNothingIsKept() {
        clock.moveTo("2025-01-02");

        assertThatThrownBy(() -> decision(SampleCitations.mixed())).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN))
                .hasMessageContaining("Ủy ban nhân dân tỉnh Bạc Liêu (mẫu) không có hiệu lực");
        assertThat(jdbc.sql("select count(*) from paper").query(Long.class).single()).isZero();
    }

    @Test
    void whatIsHeldWhileTheCertificateIsExpiredIsSignedOnceThereIsAValidOne() throws Exception {
        clock.moveTo("2025-01-02");
        var held = sheet(SampleCitations.mixed());
        kept.hold(PrintingTest.dossier(), held);
        citations.cite(SampleCitations.many(1));
        assertThatThrownBy(() -> kept.of(PrintingTest.dossier(), held)).isInstanceOf(Refusal.class);
        clock.moveTo("2024-07-05");
        var pdf = kept.of(PrintingTest.dossier(), held);

        assertThat(new SignedPaper(pdf).verifies(authority.root())).isTrue();
        assertThat(Pdf.text(pdf)).contains("01 tập thể, 01 hộ gia đình, 01 cá nhân");
        assertStandsBetween(pdf, PrintingTest.annexStart(pdf) - 1, "CHỦ TỊCH");
        assertThat(kept.of(PrintingTest.dossier(), held)).isEqualTo(pdf);
        assertThat(jdbc.sql("select signed and sha256 = sha256(content) from paper").query(Boolean.class).single())
                .isTrue();
    }

    @Test
    void aTemplateWithoutAPlaceForTheSignatureIsRefused() {
        var template = "<html><body style='font-family: Liberation Serif'><p>Mẫu riêng</p></body></html>";
        var own = new Press(new Procedures(FileTree.of(Map.of("review/papers/plain.html",
                template.getBytes(StandardCharsets.UTF_8)))));
        var sheet = new Sheet("plain", "Mẫu riêng", null, CHAIR, () -> own.print("plain"));

        assertThatThrownBy(() -> kept.of(PrintingTest.dossier(), sheet)).isInstanceOf(Refusal.class)
                .hasMessageContaining("Mẫu riêng").hasMessageContaining("signature");
    }

    private byte[] decision(Sample citation) {
        return kept.of(PrintingTest.dossier(), sheet(citation));
    }

    private Sheet sheet(Sample citation) {
        citations.cite(citation);
        var decision = decidedBy("95");
        return new Sheet("decision-1", "Quyết định 05/QĐ-UBND", decision.label(), CHAIR,
                () -> papers.decision(PrintingTest.dossier(), decision));
    }

    private static Decision decidedBy(String authority) {
        return new Decision(1, UnitPath.of(authority), Position.COMMITTEE_CHAIR, Decision.MATTER, "QĐ-UBND", 2024, 5,
                LocalDate.of(2024, 7, 5), "Về việc tặng Bằng khen", DossierNumber.of("KT-31813-2024-00001"),
                UnitPath.of("95/954/31813"), "chair", "0123456789abcdefghjkmnpqrs");
    }

    /** The one visible signature lies on that page, just below the words above it, and in the right half. */
    private static void assertStandsBetween(byte[] pdf, int page, String above) throws IOException {
        assertThat(new SignedPaper(pdf).text(page)).contains("Ký bởi: Ủy ban nhân dân tỉnh Bạc Liêu (mẫu)",
                "Thời gian ký: 05/07/2024 09:00:00 +07:00");
        try (var document = Loader.loadPDF(pdf)) {
            var widget = document.getPage(page - 1).getAnnotations().stream()
                    .filter(PDAnnotationWidget.class::isInstance).findFirst().orElseThrow().getRectangle();
            var box = document.getPage(page - 1).getMediaBox();
            assertThat(widget.getLowerLeftX()).isGreaterThan(box.getWidth() / 2 - 10);
            assertThat(widget.getUpperRightX()).isLessThan(box.getWidth());
            assertThat(Pdf.lowest(pdf, page, above) - widget.getUpperRightY()).as("points below " + above)
                    .isBetween(0f, 20f);
        }
    }

    private static void show(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve(name + ".pdf"), pdf);
    }
}
