package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.document.Samples;
import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.WebSession;

/** The page of a dossier, alone and as a tab of Tasklist. */
@BrowserTest
class DossierPageIT {

    private static final String OFFICER = "police-officer.31813";
    /** A proposal as programs send it; the names are invented. */
    private static final String PROPOSAL = """
            {"variables": {"awardForm": {"value": "commune-certificate"}, "achievementType": {"value": "ad-hoc"},
             "achievement": {"value": "ACHIEVEMENT"}, "achievedFrom": {"value": "2024-01-01"},
             "achievedTo": {"value": "2024-06-30"}, "nominees": {"type": "Json", "value":
             "[{\\"kind\\": \\"individual\\", \\"name\\": \\"Nguyễn Văn Trang Mẫu\\", \\"birthYear\\": 1980,
               \\"citizenId\\": \\"095080450911\\"},
               {\\"kind\\": \\"household\\", \\"name\\": \\"Hộ Trần Thị Trang Mẫu\\"}]"}}}""".replace("\n", "");

    @Autowired
    JdbcClient database;

    @Autowired
    HttpJourney journey;

    @Test
    void aDossierIsReadSuppliedWithDocumentsAndSuspendedOnItsPage(Officers officers) {
        var tasklist = officers.tasklist(OFFICER);
        var number = propose(officers);
        var page = tasklist.page();

        page.navigate(officers.address() + "/dossiers");
        page.locator("a", new Page.LocatorOptions().setHasText(number)).click();
        // files chosen before the page's script runs would be heard by nobody
        page.waitForURL("**/dossiers/" + number);

        var sheet = page.locator("article.dossier");
        assertThat(sheet).containsText("Nguyễn Văn Trang Mẫu");
        assertThat(sheet).containsText("0********911");
        assertThat(sheet).not().containsText("095080450911");
        assertThat(sheet.locator(".findings li.wanting")).hasCount(2);
        assertThat(sheet.locator(".findings li.enforced")).hasText(Pattern.compile("Thiếu Xác nhận"));

        sheet.locator("select[name=kind]").selectOption("achievement-report");
        sheet.locator("input[name=files]").setInputFiles(new FilePayload[] {pdf("Tờ trình.pdf"), pdf("Danh sách.pdf")});
        assertThat(sheet.locator(".findings li.wanting")).hasCount(1);
        assertThat(sheet).containsText("Danh sách.pdf");

        sheet.locator("input[name=files]").setInputFiles(new FilePayload("xấu.pdf", "application/pdf",
                "<html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(sheet.locator("[data-message]")).containsText("chỉ nhận tệp PDF, DOCX, XLSX, JPEG hoặc PNG");

        row(sheet, "Danh sách.pdf").evaluate("row => row.dataset.before = ''");
        row(sheet, "Danh sách.pdf").locator("select").selectOption("other");
        assertThat(sheet.locator("[data-before]")).hasCount(0);
        assertThat(sheet.locator(".findings li.wanting")).hasCount(1);
        assertThat(row(sheet, "Danh sách.pdf").locator("select")).hasValue("other");
        assertThat(row(sheet, "Danh sách.pdf")).containsText("Trần Văn Mẫu");
        Officers.whole(page, "dossier-page-documents");
        row(sheet, "Danh sách.pdf").locator("summary").click();
        row(sheet, "Danh sách.pdf").locator("[data-remove]").click();
        assertThat(row(sheet, "Danh sách.pdf")).containsText("Đã xóa");
        assertThat(row(sheet, "Danh sách.pdf").locator("a")).hasCount(0);

        row(sheet, "Tờ trình.pdf").locator("input[data-replace]").setInputFiles(pdf("Tờ trình ký lại.pdf"));
        assertThat(row(sheet, "Tờ trình.pdf")).containsText("Đã được thay thế");
        assertThat(row(sheet, "Tờ trình ký lại.pdf")).containsText("Thay thế");

        var download = page.waitForDownload(() ->
                sheet.locator("a", new Locator.LocatorOptions().setHasText("Tờ trình ký lại.pdf")).click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("Tờ trình ký lại.pdf");
        Officers.whole(page, "dossier-page");

        act(sheet, "Tạm dừng hồ sơ", "Đang xem xét đơn thư");
        assertThat(sheet.locator("header")).containsText("Đang xem xét đơn thư");
        assertThat(sheet.locator("form[data-upload]")).hasCount(0);
        act(sheet, "Tiếp tục xử lý hồ sơ", "Đã có kết luận");
        assertThat(sheet.locator("form[data-upload]")).hasCount(1);
        act(sheet, "Rút hồ sơ", "Đơn vị rút");
        assertThat(sheet.locator("header")).containsText("Đã rút");
        assertThat(sheet).containsText("Tiếp tục xử lý hồ sơ");
        Officers.whole(page, "dossier-page-withdrawn");

        page.navigate(officers.address() + "/dossiers?scope=SENT&status=WITHDRAWN&number=" + number);
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.navigate(officers.address() + "/dossiers?scope=HANDLED&number=" + number + "&openedTo=2024-06-30");
        assertThat(page.locator("main")).containsText("0 hồ sơ");
    }

    @Test
    void thePageLeadsWhoeverCanDoItToTheTask(Officers officers) {
        var number = propose(officers);
        var page = officers.tasklist(OFFICER).page();
        page.setViewportSize(390, 844);
        page.navigate(officers.address() + "/dossiers/" + number);
        Officers.whole(page, "dossier-page-phone");
        page.locator(".own-tasks a", new Page.LocatorOptions().setHasText("Xử lý: Hoàn thiện hồ sơ đề nghị")).click();
        assertThat(page.locator(".sending .dossier-number")).containsText(number);
        assertThat(page.locator(".sending .dossier-number")).isInViewport();
        Officers.whole(page, "sending-phone");
        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

        var chief = officers.tasklist("police-chief.31813").page();
        chief.navigate(officers.address() + "/dossiers/" + number);
        assertThat(chief.locator("article.dossier header")).containsText(number);
        assertThat(chief.locator(".own-tasks")).hasCount(0);
    }

    @Test
    void aLongFileNameMakesNoPageWiderAndItsButtonsStayInSight(Officers officers) {
        var number = propose(officers);
        var page = officers.tasklist(OFFICER).page();
        page.setViewportSize(390, 844);
        page.navigate(officers.address() + "/dossiers/" + number);
        page.locator("[data-upload] input[type=file]").setInputFiles(new FilePayload("a".repeat(200) + ".pdf",
                "application/pdf", Samples.pdf()));
        var replace = page.locator(".files label.button");
        replace.scrollIntoViewIfNeeded();
        assertThat(replace).isInViewport();
        Officers.whole(page, "long-file-name");

        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        Assertions.assertThat((int) page.evaluate("document.querySelector('.wide:has(.files)').scrollLeft")).isZero();
        page.setViewportSize(1400, 950);
    }

    @Test
    void eachKindThatIsWantedHasItsOwnPlaceForFilesAndRefusalsAreInView(Officers officers) {
        var number = propose(officers);
        var page = officers.tasklist(OFFICER).take(number).page();
        var sending = page.locator(".sending");
        var place = sending.locator(".wanted li", new Locator.LocatorOptions().setHasText("Báo cáo thành tích"));
        place.locator("input").setInputFiles(new FilePayload("xấu.pdf", "application/pdf",
                "<html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(sending.locator("[data-message]")).containsText("chỉ nhận tệp PDF, DOCX, XLSX, JPEG hoặc PNG");
        assertThat(sending.locator("[data-message]")).isInViewport();

        assertThat(place).containsText("Còn thiếu. Quy định cần có, nhưng vẫn gửi được hồ sơ.");
        var review = page.locator(".task-details [data-review]");
        assertThat(review).containsText("Thiếu Báo cáo thành tích (xem lại; vẫn gửi được)");
        Assertions.assertThat((boolean) review.evaluate("""
                review => review.parentElement.nextElementSibling.matches('.form-actions')""")).isTrue();
        page.locator(".form-actions .to-review", new Page.LocatorOptions().setHasText("3 điểm")).click();
        assertThat(review.locator("li").first()).isInViewport();
        Officers.picture(page, "sending-review");
        place.locator("input").setInputFiles(pdf("ky-ten.pdf"));
        assertThat(page.locator(".form-actions .to-review")).containsText("2 điểm");
        assertThat(review).not().containsText("Thiếu Báo cáo thành tích");
        assertThat(sending.locator(".wanted .present").first()).containsText("Hệ thống in khi hồ sơ được ký");
        assertThat(sending.locator(".wanted .present").last()).containsText("Báo cáo thành tích");
        assertThat(row(sending, "ky-ten.pdf")).containsText("Báo cáo thành tích");
    }

    @Test
    void tasklistShowsTheSameInATab(Officers officers) {
        var tasklist = officers.tasklist(OFFICER);
        var number = propose(officers);
        var page = tasklist.take(number).page();

        page.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText("Hồ sơ")).click();

        var sheet = page.locator("article.dossier");
        assertThat(sheet).containsText(number);
        sheet.locator("input[name=files]").setInputFiles(pdf("Từ Tasklist.pdf"));
        assertThat(sheet).containsText("Từ Tasklist.pdf");

        page.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText("Biểu mẫu")).click();
        journey.bringPapers(number, OFFICER);
        tasklist.complete();
        var chief = officers.tasklist("police-chief.31813").take(number).page();
        chief.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText("Hồ sơ")).click();
        assertThat(chief.locator("article.dossier")).containsText("Hoàn thiện hồ sơ đề nghị");
        assertThat(chief.locator(".route [aria-current=step]")).containsText("Trưởng Công an Phường 2");
        assertThat(chief.locator(".route [aria-current=step]")).containsText("Đang ở đây");
        Officers.picture(chief, "dossier-tab");
    }

    @Test
    void severalFilesAreDroppedAtOnceAndAllOrNoneIsKept(Officers officers) {
        var number = propose(officers);
        var page = officers.tasklist(OFFICER).page();
        page.navigate(officers.address() + "/dossiers/" + number);
        var sheet = page.locator("article.dossier");

        drop(page, Map.of("Một.pdf", Samples.pdf(), "Hỏng.pdf", "<html>".getBytes(StandardCharsets.UTF_8), "Ba.pdf",
                Samples.pdf()));
        assertThat(sheet.locator("[data-message]")).containsText("\"Hỏng.pdf\": nội dung không phải là PDF");
        assertThat(sheet.locator("progress")).isHidden();
        page.reload();
        assertThat(sheet).containsText("Chưa có tài liệu.");

        page.evaluate("""
                () => {
                  const progress = document.querySelector('progress');
                  new MutationObserver(() => { window.progressSeen ||= !progress.hidden; })
                      .observe(progress, {attributes: true});
                }""");
        drop(page, Map.of("Một.pdf", Samples.pdf(), "Hai.pdf", Samples.pdf(), "Ba.pdf", Samples.pdf()));
        for (var name : List.of("Một.pdf", "Hai.pdf", "Ba.pdf")) {
            assertThat(sheet).containsText(name);
        }
        Assertions.assertThat(page.evaluate("() => window.progressSeen")).isEqualTo(true);
        Officers.whole(page, "dossier-page-dropped");
    }

    @Test
    void theListIsFilteredAndTurnedPageByPage(Officers officers) {
        database.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                    opened_at, version)
                select 'KT-31843-2020-' || lpad(n::text, 5, '0'), 'commendation', 'commune-certificate', 'ad-hoc',
                    'Hồ sơ mẫu ' || n, '95/956/31843', '95/956/31843/committee-chair', 'decide',
                    case when n <= 5 then 'SUPPLEMENTING' else 'IN_PROGRESS' end, 'x',
                    timestamptz '2020-03-01 08:00+07' + n * interval '1 minute', 0 from generate_series(1, 60) n""").update();
        try {
            var tasklist = officers.tasklist("police-officer.31843");
            tasklist.open(Tasklist.OF_MY_UNIT);
            var page = tasklist.page();
            Officers.picture(page, "tasklist-menu");
            page.locator(".app-menu li.way-out a").click();
            assertThat(page.locator("h1")).hasText("Hồ sơ");
            assertThat(page.locator("span.date")).hasCount(2);
            var exactly = new Page.GetByLabelOptions().setExact(true);
            page.getByLabel("Lập từ ngày", exactly).fill("31/02/2020");
            page.locator("#query button[type=submit]").click();
            Assertions.assertThat(page.getByLabel("Lập từ ngày", exactly).evaluate("field => field.validationMessage"))
                    .asString().startsWith("Không phải là ngày");
            page.getByLabel("Lập từ ngày", exactly).fill("01012020");
            page.getByLabel("đến ngày", exactly).fill("31-12-2020");
            page.locator("#query button[type=submit]").click();
            assertThat(page.locator("main")).containsText("60 hồ sơ");
            assertThat(page.locator("tbody tr")).hasCount(25);
            assertThat(page.locator("tbody tr").first()).containsText("KT-31843-2020-00060");

            page.locator("button[rel=next]").click();
            assertThat(page.locator(".pages")).containsText("Trang 2/3");
            Officers.whole(page, "dossier-list-page");
            page.locator("button[rel=next]").click();
            assertThat(page.locator("tbody tr")).hasCount(10);
            assertThat(page.locator("button[rel=next]")).hasCount(0);
            page.locator("button[rel=prev]").click();
            assertThat(page.getByLabel("Lập từ ngày", exactly)).hasValue("01/01/2020");

            page.locator("select[name=status]").selectOption("SUPPLEMENTING");
            page.locator("#query button[type=submit]").click();
            assertThat(page.locator("tbody tr")).hasCount(5);
            page.locator("input[name=q]").fill(" kt-31843-2020-00003 ");
            page.locator("#query button[type=submit]").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.navigate(officers.address() + "/dossiers?status=open");
            assertThat(page.locator("main")).containsText("Không đọc được giá trị của ô \"Trạng thái\"");
            Officers.whole(page, "dossier-list-refused");
        } finally {
            database.sql("delete from dossier where number like 'KT-31843-2020-%'").update();
        }
    }

    @Test
    void whatWaitsPastItsLastDayIsFlaggedAndComesFirst(Officers officers) {
        var tasklist = officers.tasklist(OFFICER);
        propose(officers);
        var late = propose(officers);
        database.sql("update dossier_last_day set due_on = '2020-01-02' where number = ?").param(late).update();
        var page = tasklist.page();

        page.navigate(officers.address() + "/dossiers");
        assertThat(page.locator("tbody tr").first()).containsText(late);
        assertThat(page.locator("tbody tr").first()).containsText("Quá hạn");
        assertThat(page.locator("tr.late", new Page.LocatorOptions().setHasText(late))).hasCount(1);
        Officers.whole(page, "dossier-list");
        page.locator("a", new Page.LocatorOptions().setHasText(late)).click();
        assertThat(page.locator("article.dossier header")).containsText("Quá hạn");
    }

    @Test
    void anOfficerOfAnotherCommuneIsToldThatTheDossierIsNotTheirs(Officers officers) {
        var number = propose(officers);

        var page = officers.tasklist("police-officer.31843").page();
        for (var end : List.of("", "/fragment")) {
            var answer = page.navigate(officers.address() + "/dossiers/" + number + end);
            Assertions.assertThat(answer.status()).isEqualTo(403);
            assertThat(page.locator("main")).hasText("Bạn không có quyền xem hồ sơ " + number);
        }
        page.navigate(officers.address() + "/dossiers?q=" + number);
        assertThat(page.locator("main")).containsText("0 hồ sơ");
        page.navigate(officers.address() + "/dossiers/KT-0");
        assertThat(page.locator("main")).containsText("Không tìm thấy hồ sơ");
    }

    /** @return the number of a new dossier */
    static String propose(Officers officers) {
        return propose(officers, "Bắt quả tang trộm cắp tài sản (mẫu)");
    }

    /** @return the number of a new dossier about that achievement */
    static String propose(Officers officers, String achievement) {
        var token = LocalKeycloak.shared().tokens(DemoProvince.BAC_LIEU_2024).of(OFFICER);
        var session = new WebSession(officers.address());
        var answer = session.send(session.request("/engine-rest/process-definition/key/commendation/submit-form")
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(PROPOSAL.replace("ACHIEVEMENT", achievement))));
        var number = Pattern.compile("KT-31813-2024-\\d{5}").matcher(answer.body());
        Assertions.assertThat(number.find()).as(answer.body()).isTrue();
        return number.group();
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(name, "application/pdf", Samples.pdf());
    }

    /** Lets the files fall on the sheet, as from a folder. */
    private static void drop(Page page, Map<String, byte[]> files) {
        var contents = files.entrySet().stream().map(file -> Map.of("name", file.getKey(), "content",
                Base64.getEncoder().encodeToString(file.getValue()))).toList();
        var dragged = page.evaluateHandle("""
                files => {
                  const dragged = new DataTransfer();
                  for (const {name, content} of files) {
                    dragged.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
                  }
                  return dragged;
                }""", contents);
        page.locator("form .drop").dispatchEvent("drop", Map.of("dataTransfer", dragged));
    }

    private static Locator row(Locator sheet, String file) {
        return sheet.locator("tr", new Locator.LocatorOptions().setHas(sheet.page().getByText(file,
                new Page.GetByTextOptions().setExact(true))));
    }

    private static void act(Locator sheet, String label, String reason) {
        var action = sheet.locator("details", new Locator.LocatorOptions().setHasText(label));
        action.locator("summary").click();
        action.locator("textarea").fill(reason);
        action.locator("button").click();
    }
}
