package vn.phongtrao.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.press.Press;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** The report in words looks like other papers of the police, in print and as a text to go on with. */
class WordsPaperTest {

    private static final List<String> FIGURES = List.of("launchEvents", "attendances", "leaflets", "festivalEvents",
            "personsPersuaded", "personsEducated", "crimeReports", "teams", "teamMembers", "teamLeaders", "teamDeputies",
            "teamOthers", "registeredOrganisations", "registeredOrganisationMembers", "regularPolice", "complexAreas",
            "models", "sites", "ministryModels", "safeCommunes", "communes", "safeHamlets", "hamlets", "awards", "bonus");
    private static final Authority POLICE = new Authority(new Post(UnitPath.of("95/954"), Position.POLICE_CHIEF),
            "thành phố Bạc Liêu", "Bạc Liêu", "CATP", "Công an tỉnh Bạc Liêu", "Công an thành phố Bạc Liêu",
            "Trưởng Công an thành phố Bạc Liêu", "Trưởng Công an", null, null, List.of());

    private static final long STEP = 1_100;

    private static Press press;

    @BeforeAll
    static void open() {
        press = new AnnotationConfigApplicationContext(DeliveredProcedures.class, Press.class).getBean(Press.class);
    }

    /** @param reported null where nobody has @param step by which the other figures differ */
    private static WordsPaper.Report report(Long reported, long step) {
        Map<String, Long> now = new TreeMap<>();
        for (int i = 0; i < FIGURES.size(); i++) {
            now.put(FIGURES.get(i), i < 7 || FIGURES.get(i).equals("regularPolice") ? reported : Long.valueOf(i * step));
        }
        var parts = Map.of("models", List.of(new WordsPaper.Part("Phòng, chống tội phạm", step, 0)), "awards",
                List.of(new WordsPaper.Part("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 80, 93_600_000)));
        return new WordsPaper.Report(POLICE, "Số:        /BC-CATP", Wording.date(LocalDate.of(2024, 7, 1)),
                new WordsPaper.Signature(List.of("TRƯỞNG CÔNG AN"), ""), "thành phố Bạc Liêu",
                Wording.period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30)), "30/6/2024", "01/7/2024", now, now,
                Wording.period(LocalDate.of(2023, 7, 1), LocalDate.of(2023, 12, 31)),
                Map.of("safeCommunes", "87,5", "safeHamlets", "90,2"), parts);
    }

    private static String print(Long reported, long step, String name) throws IOException {
        var pdf = press.print("figures-in-words", report(reported, step)).pdf();
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve(name), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void itHasTheLetterheadOfThePoliceTheirSignatureAndDaysAsPapersWriteThem() throws IOException {
        assertThat(print(83_424L, STEP, "figures-in-words.pdf")).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "CÔNG AN TỈNH BẠC LIÊU", "/BC-CATP", "Bạc Liêu, ngày 01 tháng 7 năm 2024", "của thành phố Bạc Liêu",
                "từ ngày 01/01/2024 đến ngày 30/6/2024", "83.424 lượt người dự", "TRƯỞNG CÔNG AN", "Lưu: VT");
    }

    @Test
    void whatNobodyHasReportedIsNoSentence() throws IOException {
        assertThat(print(null, STEP, "figures-in-words-unreported.pdf")).contains("Chưa đơn vị nào báo cáo", "Tổ bảo vệ an ninh")
                .doesNotContain("null", "Chưa có số liệu", "lượt người dự", "Công an chính quy");
    }

    @Test
    void whatIsZeroIsNoSentence() throws IOException {
        assertThat(print(0L, 0, "figures-in-words-zero.pdf")).contains("vận động Nhân dân Chưa có số liệu. II.",
                "tổ chức quần chúng Chưa có số liệu. III.", "III. Xây dựng, nhân rộng mô hình Chưa có số liệu. IV.",
                "V. Khen thưởng Chưa có số liệu.").doesNotContain("Có 0", "có 0", "khen thưởng 0", "0 cuộc", "0 mô hình");
    }

    @Test
    void asATextItHasTheSameHead() throws IOException {
        var docx = press.write("figures-in-words", report(83_424L, STEP));
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve("figures-in-words.docx"), docx);
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getTables().get(0).getText()).contains("CÔNG AN TỈNH", "Độc lập - Tự do - Hạnh phúc");
            assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText).contains("BÁO CÁO", "V. Khen thưởng");
        }
    }
}
