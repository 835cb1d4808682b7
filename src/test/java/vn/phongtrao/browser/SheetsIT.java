package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.document.Samples;
import vn.phongtrao.http.HttpJourney;

/** Lists of forms are filled from sheets and from earlier dossiers, and long ones stay quick. */
@BrowserTest
class SheetsIT {

    private static final String DRAFTER = "police-officer.31813";
    private static final String COMMUNE_CERTIFICATE = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã";
    private static final String HEAD = "Đối tượng;Họ và tên;Giới tính;Năm sinh;Số CCCD;Ấp, khóm\n";
    private static final int MOST_CLICKS = 8;
    private static final int MANY = 200;
    private static final int MOST = 500;
    private static final String ROW = ".fjs-repeat-row-container";
    /** From a key until the screen has been drawn after it. */
    private static final String KEY = """
            input => new Promise(done => {
              const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
              const begun = performance.now();
              set.call(input, input.value + 'a');
              input.dispatchEvent(new Event('input', {bubbles: true}));
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
            })""";

    @Autowired
    JdbcClient database;

    @Autowired
    HttpJourney journey;

    @Test
    void threeNomineesFromASheetAreProposedAndSentWithEightClicks(Officers officers) {
        var hand = new Hand();
        var page = officers.tasklist(DRAFTER).page();
        page.navigate(officers.address() + "/");
        hand.click(page.locator("section", new Page.LocatorOptions().setHas(page.locator("#start"))).locator("a",
                new Locator.LocatorOptions().setHasText(Pattern.compile("^Khen thưởng"))));
        var form = page.locator(".modal-body .fjs-form");
        var award = Fields.field(form, "Hình thức khen thưởng");
        hand.click(award.locator(".fjs-input-group"));
        hand.click(award.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(COMMUNE_CERTIFICATE)));
        hand.click(form.locator("label", new Locator.LocatorOptions().setHasText("Đột xuất")).last());
        type(hand, form, "Tên thành tích", "Bắt quả tang trộm (mẫu)");
        type(hand, form, "Lập thành tích từ ngày", "01/01/2024");
        type(hand, form, "Đến ngày", "30/06/2024");
        hand.press(page, "Tab");
        hand.drop(tools(form).locator("input[type=file]"), file("danh-sach.csv", HEAD + person(1) + person(2)
                + "Tập thể;Tổ 3 (mẫu);;;;Khóm 1\n"));
        assertThat(tools(form)).containsText("Đã nhập 3 dòng từ danh-sach.csv.");
        assertThat(form.locator(ROW)).hasCount(3);
        Officers.picture(page, "sheet-brought");
        Accessibility.check(page, "A form filled from a sheet");
        hand.click(page.locator(".modal-footer button.btn-primary"));

        var sending = page.locator(".sending");
        hand.drop(sending.locator("input[name=files]"), pdf("Xác nhận.pdf"), pdf("Báo cáo thành tích.pdf"));
        assertThat(sending.locator(".wanted .present")).hasCount(3);
        hand.click(page.locator(".form-actions .btn-primary"));
        assertThat(page.locator(".page-notifications")).containsText("Đã hoàn thành");
        System.out.printf("Three nominees from a sheet sent with %d clicks%n", hand.clicks());
        assertThat(hand.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
        assertThat(database.sql("select name from nominee order by id desc limit 3").query(String.class).list())
                .containsExactly("Tổ 3 (mẫu)", "Người Mẫu 2", "Người Mẫu 1");
    }

    @Test
    void whatIsWrongIsToldByLineStandsBesideItsFieldAndIsMendedThere(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        var form = head(drafter);
        var rows = HEAD + IntStream.rangeClosed(1, 15).mapToObj(SheetsIT::person).collect(Collectors.joining())
                + "Cá nhân;Người Mẫu 16;Nữ;năm 80;095080000816;Khóm 1\n";
        bring(page, form, "danh-sach.csv", rows);
        assertThat(tools(form)).containsText("Dòng 17 của tệp · Năm sinh: phải là số, không phải \"năm 80\"");
        assertThat(page.locator(".refusals")).containsText("Dòng 16 · Năm sinh");
        assertThat(form.locator(".list-pages")).containsText("Dòng 11–16 trên 16");
        assertThat(Fields.field(form.locator(ROW).first(), "Số căn cước").locator("input")).hasValue("095080000011");
        var row = form.locator(ROW).last();
        assertThat(Fields.field(row, "Năm sinh").locator(".fjs-form-field-error")).containsText("Phải là số");
        Officers.picture(page, "sheet-wrong");
        Accessibility.check(page, "A form with what is wrong in a sheet");
        page.waitForCondition(() -> database.sql("select count(*) from draft where sealed_wrong is not null")
                .query(Integer.class).single() == 1);
        page.navigate("about:blank");
        form = drafter.propose();
        assertThat(page.locator(".draft")).isVisible();
        assertThat(page.locator(".refusals")).containsText("Dòng 16 · Năm sinh");
        assertThat(page.locator(".refusals")).containsText("Phải là số, không phải \"năm 80\"");
        Officers.picture(page, "sheet-wrong-restored");
        page.locator(".refusals button").click();
        row = form.locator(ROW).last();
        Fields.fill(row, "Năm sinh", "1980");
        assertThat(page.locator(".refusals")).hasCount(0);
        var number = drafter.start();
        assertThat(database.sql("select count(*) from nominee where dossier_number = ? and birth_year = 1980")
                .param(number).query(Integer.class).single()).isEqualTo(16);
    }

    @Test
    void whatTheServerRefusesOnAnotherPageComesIntoView(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        var form = head(drafter);
        bring(page, form, "danh-sach.csv", HEAD + IntStream.rangeClosed(1, 25).mapToObj(SheetsIT::person)
                .collect(Collectors.joining()));
        form.locator(".list-pages button").last().click();
        var row = form.locator(ROW).nth(2);
        Fields.fill(row, "Họ và tên", "123");
        form.locator(".list-pages button").first().click();
        assertThat(form.locator(".list-pages")).containsText("Dòng 1–10 trên 25");
        drafter.startButton().click();
        assertThat(page.locator(".refusals")).containsText("Dòng 13");
        assertThat(form.locator(".list-pages")).containsText("Dòng 11–20 trên 25");
        assertThat(Fields.field(form.locator(ROW).nth(2), "Họ và tên").locator(".fjs-form-field-error")).isVisible();
        Fields.fill(form.locator(ROW).nth(2), "Họ và tên", "Người Mẫu 13");
        drafter.start();
    }

    @Test
    void whatIsWrongOnOtherPagesIsListedWithWhatIsWrongHereAndLedTo(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        var form = head(drafter);
        bring(page, form, "danh-sach.csv", HEAD + IntStream.rangeClosed(1, 25).mapToObj(SheetsIT::person)
                .collect(Collectors.joining()));
        form.locator(".list-pages button").last().click();
        assertThat(form.locator(ROW).first()).isVisible();
        assertThat(form.locator(".list-pages")).containsText("Dòng 11–20 trên 25");
        assertThat(form.locator(ROW).nth(2).locator("[data-number='Dòng 13']")).isVisible();
        assertThat((String) form.locator("[data-number='Dòng 13']").evaluate("row => getComputedStyle(row, '::before').content"))
                .isEqualTo("\"Dòng 13\"");
        Officers.picture(page, "sheet-numbered");
        Fields.fill(form.locator(ROW).nth(2), "Họ và tên", "");
        form.locator(".list-pages button").first().click();
        assertThat(form.locator(".list-pages")).containsText("Dòng 1–10 trên 25");
        Fields.fill(form.locator(ROW).first(), "Số căn cước", "1");
        drafter.startButton().click();
        assertThat(drafter.refusals()).containsText("còn 2 chỗ cần sửa");
        assertThat(drafter.refusals()).containsText("Dòng 1 · Số căn cước (Người Mẫu 1): Không đúng định dạng");
        assertThat(drafter.refusals()).containsText("Dòng 13 · Họ và tên, tên tập thể, hộ gia đình: Bắt buộc nhập");
        Officers.picture(page, "sheet-other-page");
        drafter.refusals().locator("button").last().click();
        assertThat(form.locator(".list-pages")).containsText("Dòng 11–20 trên 25");
        assertThat(Fields.field(form.locator(ROW).nth(2), "Họ và tên").locator("input")).isFocused();
        Fields.fill(form.locator(ROW).nth(2), "Họ và tên", "Người Mẫu 13");
        assertThat(drafter.refusals()).containsText("còn 1 chỗ cần sửa");
        drafter.refusals().locator("button").click();
        Fields.fill(form.locator(ROW).first(), "Số căn cước", "095080000001");
        assertThat(drafter.refusals()).hasCount(0);
        drafter.start();
    }

    @Test
    void pastedRowsAreAddedToThoseTypedByTheKeyboardAlone(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        var form = head(drafter);
        Fields.fill(form.locator(ROW).first(), "Họ và tên", "Người Đã Nhập");
        var typist = new Typist(page);
        tools(form).locator("button", new Locator.LocatorOptions().setHasText("Dán từ Excel")).focus();
        typist.press("Enter");
        assertThat(tools(form).locator("textarea")).isFocused();
        paste(tools(form).locator("textarea"), "Tập thể\tTổ 1 (mẫu)\nTập thể\tTổ 2 (mẫu)\n");
        assertThat(tools(form)).containsText("Danh sách đang có 1 dòng");
        var add = tools(form).getByText("Thêm vào sau").boundingBox();
        assertThat(tools(form).getByText("Thay danh sách").boundingBox().x - add.x - add.width)
                .as("room between buttons").isGreaterThan(4);
        typist.press("Enter");
        assertThat(form.locator(ROW)).hasCount(3);
        assertThat(Fields.field(form.locator(ROW).first(), "Họ và tên").locator("input")).hasValue("Người Đã Nhập");
        assertThat(Fields.field(form.locator(ROW).last(), "Họ và tên").locator("input")).hasValue("Tổ 2 (mẫu)");
        form.locator(".fjs-repeat-row-remove").first().click();
        assertThat(form.locator(ROW)).hasCount(2);
        leave(page);
    }

    @Test
    void anEarlierDossierIsTakenWithoutItsDaysItsAchievementAndItsNumbers(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        var form = drafter.propose();
        page.locator(".earlier button").click();
        page.locator(".earlier li button", new Page.LocatorOptions().setHasText(number)).click();
        assertThat(page.locator(".earlier")).containsText("Đã lấy từ hồ sơ " + number);
        assertThat(Fields.field(form.locator(ROW).first(), "Họ và tên").locator("input")).not().hasValue("");
        assertThat(Fields.field(form.locator(ROW).first(), "Số căn cước").locator("input")).hasValue("");
        assertThat(Fields.field(form, "Tên thành tích").locator("input")).hasValue("");
        Officers.picture(page, "earlier");
        Accessibility.check(page, "A form filled from an earlier dossier");
        leave(page);
    }

    /** Times are printed, not judged: ten rows are drawn at a time, whatever the number. */
    @Test
    void twoHundredNomineesStayQuick(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        var form = head(drafter);
        bring(page, form, "danh-sach.csv", HEAD + IntStream.rangeClosed(1, MANY).mapToObj(SheetsIT::person)
                .collect(Collectors.joining()));
        assertThat(tools(form)).containsText("Đã nhập 200 dòng");
        assertThat(form.locator(".list-pages")).containsText("Dòng 1–10 trên 200");
        assertThat(form.locator(ROW)).hasCount(10);
        var input = Fields.field(form.locator(ROW).first(), "Họ và tên").locator("input");
        input.evaluate(KEY);
        var keys = IntStream.range(0, 10).mapToDouble(key -> ((Number) input.evaluate(KEY)).doubleValue()).sorted()
                .toArray();
        System.out.printf("Key to screen with 200 rows: median %.0f ms, worst %.0f ms%n", keys[5], keys[9]);
        input.fill("Người Mẫu 1");
        page.setViewportSize(390, 844);
        tools(form).scrollIntoViewIfNeeded();
        Officers.picture(page, "sheet-phone");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.setViewportSize(1366, 850);
        var number = drafter.start();
        assertThat(database.sql("select count(*) from nominee where dossier_number = ?").param(number)
                .query(Integer.class).single()).isEqualTo(MANY);

        drafter.open(Tasklist.OF_MY_UNIT);
        var begun = System.nanoTime();
        drafter.task(number).click();
        drafter.form().locator(ROW).first().waitFor();
        var opened = (System.nanoTime() - begun) / 1e6;
        System.out.printf("Form with 200 rows opened in %.0f ms%n", opened);
        Officers.picture(page, "sheet-task");
        journey.bringPapers(number, DRAFTER);
        drafter.complete();
        assertThat(database.sql("select count(*) from nominee where dossier_number = ?").param(number)
                .query(Integer.class).single()).isEqualTo(MANY);
    }

    /** As lists are kept by those who have them: without a column for what is the same in all rows. Times are printed. */
    @Test
    void anOwnSheetOfFiveHundredFallsOnTheListAndPapersOnTheirPlaces(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var form = head(drafter);
        var begun = System.nanoTime();
        Hand.letFall(tools(form), file("danh-sach.csv", "STT;Họ tên;Năm sinh;Số CCCD\n" + IntStream.rangeClosed(1, MOST)
                .mapToObj("%1$d;Người Mẫu %1$d;1980;0950802%1$05d\n"::formatted).collect(Collectors.joining())));
        assertThat(form.locator(".list-pages")).containsText("Dòng 1–10 trên 500");
        System.out.printf("500 rows were in the form after %.0f ms%n", (System.nanoTime() - begun) / 1e6);
        assertThat(tools(form)).containsText("Đã nhập 500 dòng từ danh-sach.csv.");
        assertThat(tools(form)).containsText("Tệp không có cột \"Đối tượng\": đã lấy \"Cá nhân\" cho 500 dòng");
        assertThat(tools(form).locator("li")).hasCount(0);
        Officers.picture(drafter.page(), "sheet-own");
        begun = System.nanoTime();
        var number = drafter.start();
        System.out.printf("500 rows were sent in %.0f ms%n", (System.nanoTime() - begun) / 1e6);
        assertThat(database.sql("select count(*) from nominee where kind = 'individual' and dossier_number = ?")
                .param(number).query(Integer.class).single()).isEqualTo(MOST);

        var sending = drafter.page().locator(".sending");
        Hand.letFall(sending.locator(".wanted li:not(.present) .drop").first(), pdf("a.pdf"));
        assertThat(sending.locator(".wanted .present")).hasCount(2);
        Hand.letFall(sending.locator("form[data-upload] .drop"), pdf("Báo cáo thành tích.pdf"), pdf("Khác.pdf"));
        assertThat(sending.locator(".files tbody tr")).hasCount(3);
    }

    /** What was typed is kept before the next test begins. */
    private void leave(Page page) {
        page.navigate("about:blank");
        page.waitForCondition(() -> database.sql("select count(*) from draft").query(Integer.class).single() == 1);
    }

    private static Locator head(Tasklist drafter) {
        var form = drafter.propose();
        new Proposal(COMMUNE_CERTIFICATE, "Đột xuất", "Bắt quả tang trộm (mẫu)", List.of()).typeInto(form);
        return form;
    }

    private static void type(Hand hand, Locator form, String label, String text) {
        hand.tabTo(Fields.field(form, label).locator("input.fjs-input"));
        hand.type(form.page(), text);
    }

    private static FilePayload file(String name, String rows) {
        return new FilePayload(name, "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(name, "application/pdf", Samples.pdf());
    }

    private static Locator tools(Locator form) {
        return form.locator(".list-tools");
    }

    private static void bring(Page page, Locator form, String name, String rows) {
        page.waitForFileChooser(tools(form).locator("button", new Locator.LocatorOptions().setHasText("Nhập từ Excel"))
                ::click).setFiles(file(name, rows));
    }

    private static void paste(Locator into, String text) {
        into.evaluate("""
                (element, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', text);
                  element.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
                }""", text);
    }

    /** Nobody there is; the numbers of all are different. */
    private static String person(int number) {
        return "Cá nhân;Người Mẫu %d;;1980;0950800%05d;Khóm 1\n".formatted(number, number);
    }
}
