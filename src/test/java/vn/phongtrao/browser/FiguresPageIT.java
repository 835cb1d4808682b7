package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.sheet.SheetFile;

/** The movement in figures, read, compared, printed and taken away. */
@BrowserTest
class FiguresPageIT {

    private static final String HALF = "/figures?unit=95&from=2024-01-01&to=2024-06-30";

    private static int collectives;

    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient jdbc;

    /** Seven of eight communes, by results that are nobody else's. */
    @BeforeEach
    void safeCommunes() {
        journey.team("95/954/31813");
        award();
        jdbc.sql("""
                insert into safe_area_result (year, subject, area_path, area_name, unit_path, result, decided_on, imported_by)
                select 2023, 'commune', path, full_name, path, 'passed', '2024-01-15', 'figures-test' from unit
                where tier = 'commune' and path like '95/%' and right(path, 1) not in ('0', '3')
                  and not exists (select 1 from safe_area_result where area_path = path and year >= 2023)""").update();
    }

    private void award() {
        var number = journey.propose("police-officer.31813", HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Nguyễn Văn Cộng Mẫu"), HttpJourney.collective("Tổ tự quản số %d".formatted(++collectives)))));
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from safe_area_result where imported_by = 'figures-test'").update();
    }

    @Test
    void figuresAreReadComparedAndFollowedToTheirRows(Officers officers) {
        var page = officers.tasklist("police-officer.95").page();
        page.navigate(officers.address() + HALF);
        assertThat(page.locator("h1")).hasText("Số liệu");
        assertThat(page.locator(".chart canvas").first()).isVisible();
        Accessibility.check(page, "figures");
        Officers.whole(page, "figures");
        Accessibility.checkOnPhone(page, "figures", () -> {
            Officers.whole(page, "figures-phone");
            Assertions.assertThat(page.locator("td.number a").first().boundingBox().x).as("numbers are in sight").isLessThan(300);
        });

        page.locator("select[name=figure]").selectOption("safeCommunes");
        page.locator("select[name=with]").selectOption(new SelectOption().setLabel("Cùng kỳ năm trước"));
        page.locator(".query button[type=submit]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("th", new Page.LocatorOptions().setHasText("01/01/2023 – 30/06/2023")).first()).isVisible();
        assertThat(page.locator(".tile.shade4").first()).isVisible();
        Officers.whole(page, "figures-compared");

        var safe = page.locator("tr", new Page.LocatorOptions().setHasText("Xã, phường, thị trấn đạt tiêu chuẩn")).first()
                .locator("td.number a");
        var number = safe.innerText();
        safe.click();
        assertThat(page.locator("p[aria-live]")).hasText(number + " dòng");
        page.goBack();
        page.locator(".areas a", new Page.LocatorOptions().setHasText("Thị trấn Ngan Dừa")).click();
        assertThat(page.locator(".title")).containsText("Thị trấn Ngan Dừa, từ ngày 01/01/2024");
    }

    @Test
    void figuresArePrintedOnTwoPagesAtMostAndTakenAway(Officers officers) throws IOException {
        var page = officers.tasklist("police-officer.95").page();
        page.navigate(officers.address() + HALF + "&with=before");
        var href = page.locator(".ways a", new Page.LocatorOptions().setHasText("In (PDF)")).getAttribute("href");
        var answer = page.context().request().get(officers.address() + href);
        Assertions.assertThat(answer.status()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.body())) {
            Assertions.assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
            Assertions.assertThat(new PDFTextStripper().getText(pdf)).contains("SỐ LIỆU PHONG TRÀO", "Tỉnh Bạc Liêu",
                    "01/07/2023 – 31/12/2023");
        }
        var report = page.context().request().get(officers.address() + page.locator(".ways a", new Page.LocatorOptions()
                .setHasText("Báo cáo bằng lời (PDF)")).getAttribute("href"));
        try (var pdf = Loader.loadPDF(report.body())) {
            Assertions.assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("phong trào Toàn dân bảo vệ an ninh Tổ quốc của tỉnh Bạc Liêu", "đạt tiêu chuẩn An toàn",
                            "So với kỳ từ ngày 01/7/2023 đến ngày 31/12/2023");
        }
        var text = page.waitForDownload(() -> page.locator(".ways a", new Page.LocatorOptions()
                .setHasText("Báo cáo bằng lời (DOCX)")).click());
        try (var docx = new XWPFDocument(Files.newInputStream(text.path()))) {
            Assertions.assertThat(docx.getParagraphs()).extracting(XWPFParagraph::getText).contains("BÁO CÁO", "V. Khen thưởng");
        }
        var sheet = page.waitForDownload(() -> page.locator(".ways a", new Page.LocatorOptions()
                .setHasText("Tải XLSX")).click());
        Assertions.assertThat(sheet.suggestedFilename()).isEqualTo("so-lieu-95-2024-01-01-2024-06-30.xlsx");
        Assertions.assertThat(SheetFile.lines(Files.readAllBytes(sheet.path()))).hasSize(10);
    }
}
