package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import vn.phongtrao.document.Samples;

/** Work without a mouse. */
@BrowserTest
class KeyboardIT {

    private static final String DRAFTER = "police-officer.31813";
    private static final Pattern NUMBER = Pattern.compile("KT-\\d+-\\d{4}-\\d{5}");

    @Test
    void theKeyboardAloneLeadsADossierFromSignInToDecision(Officers officers) {
        var drafter = signIn(officers, DRAFTER);
        propose(drafter);
        var number = complete(drafter);
        for (var reviewer : List.of("police-chief.31813", "committee-clerk.31813", "committee-chair.31813")) {
            agree(signIn(officers, reviewer), number);
        }
        readDecision(drafter, number);
    }

    @Test
    void whoIsAtATaskOfTheListStaysThereWhenTheListIsAskedForAgain(Officers officers) {
        DossierPageIT.propose(officers);
        var drafter = officers.tasklist(DRAFTER);
        drafter.open(Tasklist.OF_MY_UNIT);
        var page = drafter.page();
        page.keyboard().press("Control+Alt+l");
        var task = drafter.tasks().first().locator("a").first();
        assertThat(task).isFocused();

        task.evaluate("task => task.closest('li').dataset.before = true");
        var another = DossierPageIT.propose(officers);
        page.evaluate("angular.element(document.body).injector().get('$rootScope').$broadcast('refresh')");
        assertThat(drafter.task(another)).isVisible();
        // the same element: who is about to press it does not press beside it
        assertThat(page.locator(".tasks-list li[data-before] a").first()).isFocused();
    }

    private static Typist signIn(Officers officers, String account) {
        var typist = new Typist(officers.signInPage("vi-VN"));
        typist.tabTo(typist.page().locator("#username")).type(account).press("Tab").type("demo").press("Enter");
        assertThat(typist.page().locator("header .person")).isVisible();
        return typist;
    }

    private static void propose(Typist drafter) {
        var page = drafter.page();
        drafter.tabTo(link(page.locator("main"), "Khen thưởng trong")).press("Enter");
        var form = page.locator(".modal-body .fjs-form");
        form.waitFor();
        drafter.select(form, "Hình thức khen thưởng", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã")
                .tabTo(form.getByLabel("Đột xuất")).press("Space")
                .tabTo(form, "Tên thành tích").type("Bắt quả tang trộm, chỉ dùng bàn phím (mẫu)")
                .tabTo(form, "Lập thành tích từ ngày").type("01/01/2024")
                .tabTo(form, "Đến ngày").type("30/06/2024");
        var rows = form.locator(".fjs-repeat-row-container");
        var first = rows.first();
        drafter.select(first, "Đối tượng", "Cá nhân").press("Tab").type("Lê Thị Phím")
                .tabTo(first, "Năm sinh").type("1980").press("Tab").type("095080000190").press("Tab").type("Khóm 1")
                .tabTo(first, "Tóm tắt thành tích").type("Thành tích mẫu");
        drafter.tabTo(form.locator(".fjs-repeat-render-add")).press("Enter");
        var second = rows.nth(1);
        assertThat(Fields.field(second, "Đối tượng").locator("input")).isFocused();
        drafter.select(second, "Đối tượng", "Hộ gia đình").press("Tab").type("Hộ bà Lê Thị Phím");
        Officers.picture(page, "keyboard-form");

        // a number that was typed before has form fields drawn anew a moment later
        assertThat(Fields.field(first, "Năm sinh").locator("input")).hasValue("1980");
        assertThat(Fields.field(first, "Số căn cước").locator("input")).hasValue("095080000190");
        drafter.tabTo(page.locator(".modal-footer button.btn-primary")).press("Enter");
        assertThat(page.locator(".page-notifications")).containsText("Đã lập hồ sơ.");
        assertThat(page.locator(".modal")).hasCount(0);
    }

    /** Is led to the new dossier, and sends it. */
    private static String complete(Typist drafter) {
        var page = drafter.page();
        assertThat(page.locator(".sending .dossier-number")).containsText(NUMBER);
        var number = NUMBER.matcher(page.locator(".sending .dossier-number").innerText());
        Assertions.assertThat(number.find()).isTrue();
        var confirmation = page.locator(".sending .wanted li:not(.present)",
                new Page.LocatorOptions().setHasText("phải tải lên")).locator("input");
        drafter.tabTo(confirmation);
        // the window for choosing files is not the page's
        confirmation.setInputFiles(new FilePayload("Xác nhận.pdf", "application/pdf", Samples.pdf()));
        assertThat(page.locator(".sending .files")).containsText("Xác nhận.pdf");
        assertThat(page.locator(".sending .wanted li:not(.present) input").first()).isFocused();
        drafter.tabTo(page.locator(".task-details .fjs-form"), "Tên thành tích");
        send(drafter);
        return number.group();
    }

    private static void agree(Typist reviewer, String number) {
        var page = reviewer.page();
        page.waitForLoadState();
        // past the menu
        reviewer.press("Tab", "Enter").tabTo(link(page.locator("main"), number)).press("Enter");
        reachForm(reviewer);
        reviewer.tabTo(page.locator(".task-details .fjs-form").getByLabel("Đồng ý").first()).press("Space");
        send(reviewer);
    }

    private static void reachForm(Typist officer) {
        officer.page().locator(".task-details .fjs-form :is(input, textarea)").first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(officer.page().locator(".disabled-form")).hasCount(0);
        officer.press("Control+Alt+f");
    }

    private static void send(Typist officer) {
        officer.tabTo(officer.page().locator(".form-actions button.btn-primary")).press("Enter");
        assertThat(officer.page().locator(".page-notifications")).containsText("Đã hoàn thành nhiệm vụ.");
    }

    private static void readDecision(Typist drafter, String number) {
        var page = drafter.page();
        drafter.tabTo(page.locator(".app-menu .way-out a")).press("Enter");
        drafter.tabTo(page.locator("#query input[name=q]")).type(number).press("Enter");
        assertThat(page.locator("main tbody tr")).hasCount(1);
        drafter.tabTo(link(page.locator("main"), number)).press("Enter");
        var papers = page.getByLabel("Văn bản");
        var decision = page.waitForDownload(() ->
                drafter.tabTo(link(papers, "Quyết định")).press("Enter"));
        Assertions.assertThat(decision.suggestedFilename()).endsWith(".pdf");
        Officers.picture(page, "keyboard-decision");
    }

    private static Locator link(Locator part, String text) {
        return part.locator("a", new Locator.LocatorOptions().setHasText(text)).first();
    }
}
