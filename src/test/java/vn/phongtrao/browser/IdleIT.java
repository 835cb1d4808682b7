package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The end of a session, which may not take a half-filled form along unseen. */
@BrowserTest
class IdleIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String TYPED = "Thành tích đang nhập dở (mẫu)";

    @Test
    void whoDoesNothingIsWarnedAndCanGoOn(Officers officers) {
        var page = halfFilled(officers);
        var calls = renewals(page);

        page.clock().fastForward("24:00");
        assertThat(dialog(page)).hasCount(0);
        page.clock().fastForward("02:00");
        assertThat(dialog(page)).containsText("Phiên làm việc sắp kết thúc");
        HandbookPicture.of(dialog(page), "session-warning");
        dialog(page).locator("button").click();
        assertThat(dialog(page)).hasCount(0);
        Assertions.assertThat(calls).isNotEmpty();
        page.clock().fastForward("24:00");
        assertThat(dialog(page)).hasCount(0);
        assertThat(typed(page)).hasValue(TYPED);
    }

    @Test
    void whoTypesRenewsTheSession(Officers officers) {
        var page = halfFilled(officers);
        var calls = renewals(page);
        for (int i = 0; i < 3; i++) {
            page.clock().fastForward("20:00");
            typed(page).press("End");
        }

        assertThat(dialog(page)).hasCount(0);
        Assertions.assertThat(calls).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aHalfFilledFormOutlivesTheSessionCoveredAndIsSentAfterSigningInAgain(Officers officers) {
        var page = halfFilled(officers);
        page.context().clearCookies();
        page.clock().fastForward("01:00");

        assertThat(dialog(page)).containsText("Phiên làm việc đã kết thúc");
        HandbookPicture.of(dialog(page), "session-ended");
        page.keyboard().press("Escape");
        button(page, "Tiếp tục").click();
        assertThat(dialog(page)).containsText("Chưa đăng nhập lại.");

        var again = page.waitForPopup(() -> button(page, "Đăng nhập lại").click());
        officers.enter(again, OFFICER);
        button(page, "Tiếp tục").click();
        assertThat(dialog(page)).hasCount(0);
        assertThat(typed(page)).hasValue(TYPED);
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Lập hồ sơ")).click();
        assertThat(page.locator(".page-notifications")).containsText("Đã lập hồ sơ.");
    }

    @Test
    void whatIsSentAfterTheSessionHasEndedIsSentAgainAfterSigningIn(Officers officers) {
        var page = halfFilled(officers);
        page.context().clearCookies();
        // whether or not the page has noticed by then
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Lập hồ sơ")).dispatchEvent("click");

        assertThat(dialog(page)).containsText("Phiên làm việc đã kết thúc");
        officers.enter(page.waitForPopup(() -> button(page, "Đăng nhập lại").click()), OFFICER);
        button(page, "Tiếp tục").click();
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Lập hồ sơ")).click();
        assertThat(page.locator(".page-notifications")).containsText("Đã lập hồ sơ.");
    }

    @Test
    void aLateAnswerToWhatWasAskedBeforeDoesNotEndTheNewSession(Officers officers) {
        var page = halfFilled(officers);
        var asked = new CompletableFuture<Route>();
        page.route("**/late", asked::complete);
        page.evaluate("() => { fetch('/late'); }");
        page.waitForCondition(asked::isDone);
        page.context().clearCookies();
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Lập hồ sơ")).dispatchEvent("click");
        assertThat(dialog(page)).containsText("Phiên làm việc đã kết thúc");
        officers.enter(page.waitForPopup(() -> button(page, "Đăng nhập lại").click()), OFFICER);
        button(page, "Tiếp tục").click();
        assertThat(dialog(page)).hasCount(0);

        page.waitForResponse("**/late", () -> asked.join().fulfill(new Route.FulfillOptions().setStatus(401)));
        page.waitForTimeout(300);
        assertThat(dialog(page)).hasCount(0);
    }

    /** Tasklist looks for new tasks every few seconds, and waits for the answer before it looks again. */
    @Test
    void aCoveredPageAsksNothingAndGetsItsAnswersInTheNewSession(Officers officers) {
        var page = halfFilled(officers);
        page.context().clearCookies();
        page.clock().fastForward("01:00");
        assertThat(dialog(page)).containsText("Phiên làm việc đã kết thúc");
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));

        page.evaluate("""
                () => {
                  const request = new XMLHttpRequest();
                  request.open('GET', '/api/notices/unread');
                  request.onload = () => { window.answered = request.status; };
                  request.send();
                }""");
        page.clock().fastForward("01:00");
        page.waitForTimeout(500);
        Assertions.assertThat(asked).isEmpty();

        officers.enter(page.waitForPopup(() -> button(page, "Đăng nhập lại").click()), OFFICER);
        asked.clear();
        button(page, "Tiếp tục").click();
        page.waitForFunction("() => window.answered === 200");
        Assertions.assertThat(asked).as("what had been answered that the session is over").anyMatch(url -> url.contains("/filter/"));
    }

    @Test
    void anotherPersonWhoSignsInDoesNotGetTheForm(Officers officers) {
        var page = halfFilled(officers);
        page.context().clearCookies();
        page.clock().fastForward("01:00");
        var again = page.waitForPopup(() -> button(page, "Đăng nhập lại").click());
        officers.enter(again, "police-officer.31843");

        button(page, "Tiếp tục").click();
        assertThat(page.locator("h1")).hasText("Việc cần làm");
        assertThat(page.locator("header .person")).hasAttribute("title", "police-officer.31843");
    }

    @Test
    void whoHasTypedNothingIsSignedOutInTheEnd(Officers officers) {
        var page = officers.signIn("police-officer.31843");
        page.clock().install();
        page.navigate(officers.address() + "/camunda/app/tasklist/default/");
        page.locator(".task-filter").first().waitFor();
        page.clock().fastForward("31:00");

        assertThat(page.locator("#kc-login")).isVisible();
    }

    /** A browser of its own, with a complete form that has not been sent. */
    private static Page halfFilled(Officers officers) {
        var page = officers.elsewhere(OFFICER);
        page.clock().install();
        var form = new Tasklist(page, officers.address()).propose();
        new Proposal("Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "Đột xuất", TYPED,
                List.of(Proposal.Nominee.household("Hộ mẫu dang dở"))).typeInto(form);
        return page;
    }

    private static List<String> renewals(Page page) {
        List<String> calls = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/session")) {
                calls.add(request.url());
            }
        });
        return calls;
    }

    private static Locator typed(Page page) {
        return Fields.field(page.locator(".fjs-form"), "Tên thành tích").locator("input.fjs-input, textarea").last();
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog.session");
    }

    private static Locator button(Page page, String label) {
        return dialog(page).locator("button", new Locator.LocatorOptions()
                .setHasText(Pattern.compile("^" + label + "$")));
    }
}
