package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coming and going. */
@BrowserTest
class SessionIT {

    @Test
    void whoSignsInSeesTheFrontPageAndAdministratorsTheirToolsToo(Officers officers) {
        assertThat(officers.signIn("police-officer.31813").locator("#administration")).hasCount(0);
        assertThat(officers.signIn("admin").locator("#administration")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"tasklist, police-officer.31813", "welcome, admin", "cockpit, admin", "admin, admin"})
    void whoLogsOutOfAWebappIsAskedForThePasswordAgain(String webapp, String username, Officers officers) {
        var page = officers.signIn(username);
        page.navigate(officers.address() + "/camunda/app/%s/default/".formatted(webapp));
        page.click(".account a.dropdown-toggle");
        page.click("li.logout a");
        assertThat(page.locator("#kc-login")).isVisible();

        page.navigate(officers.address() + "/camunda/app/%s/default/".formatted(webapp));
        assertThat(page.locator("#kc-login")).isVisible();
    }

    @Test
    void whoseSessionHasEndedIsToldOnceAndSignsInAtKeycloakAndNotAtCamunda(Officers officers) {
        var page = officers.signIn("police-officer.31813");
        page.navigate(officers.address() + "/camunda/app/tasklist/default/");
        var filter = page.locator(".task-filter .name a").last();
        filter.waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.context().clearCookies();
        // whether or not the page has noticed by then, and covered itself
        filter.dispatchEvent("click");

        assertThat(page.locator("dialog.session")).containsText("Phiên làm việc đã kết thúc");
        assertThat(page.locator(".page-notifications .notification, .page-notifications .alert")).hasCount(0);
        Officers.picture(page, "session-ended-tasklist");
        page.locator("dialog.session button").click();
        assertThat(page.locator("#kc-login")).isVisible();
    }

    @Test
    void ourOwnPagesTellItInTheSameWords(Officers officers) {
        var page = officers.signIn("police-officer.31813");
        page.navigate(officers.address() + "/registers/awards");
        assertThat(page.locator("[data-count]")).containsText("dòng");
        // which session it is, and what will be said, is known then
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.context().clearCookies();
        page.evaluate("() => { fetch('/api/awards'); }");

        assertThat(page.locator("dialog.session")).containsText("Phiên làm việc đã kết thúc");
        page.locator("dialog.session button").click();
        assertThat(page.locator("#kc-login")).isVisible();
    }
}
