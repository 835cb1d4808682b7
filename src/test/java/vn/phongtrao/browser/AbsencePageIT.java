package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Absences as those who enter them see them, and the deputy at work. */
@BrowserTest
class AbsencePageIT {

    @Test
    void aClerkEntersChangesAndEndsAnAbsence(Officers officers) {
        var page = officers.tasklist("committee-clerk.954").page();
        page.onDialog(Dialog::accept);
        page.navigate(officers.address() + "/absences?post=95/954/committee-chair");
        var form = page.locator("form[data-enter]");
        assertThat(form.locator("[name=absent]")).containsText("committee-chair.954");
        form.locator("[name=manner]").selectOption("by-authorisation");
        assertThat(form.locator("[name=mandateNumber]")).isVisible();
        form.locator("[name=manner]").selectOption("deputy");
        assertThat(form.locator("[name=mandateNumber]")).isHidden();
        form.locator("[name=deputy]").selectOption("committee-clerk.954");
        form.locator("[name=title]").fill("Phó Chủ tịch");
        form.locator("[name=from]").fill("2024-08-05");
        form.locator("[name=to]").fill("2024-08-09");
        form.locator("button[type=submit]").click();
        assertThat(page.locator("[data-message]")).containsText("Không tự cử mình");
        Officers.whole(page, "absences-refused");

        var chair = officers.tasklist("committee-chair.954").page();
        chair.onDialog(Dialog::accept);
        chair.navigate(officers.address() + "/absences");
        enter(chair);
        assertThat(chair.locator("tbody tr")).containsText(new String[] {"Sắp vắng"});
        Accessibility.check(chair, "/absences");
        Accessibility.checkOnPhone(chair, "absences");

        page.navigate(officers.address() + "/absences");
        page.locator("tbody tr a", new Page.LocatorOptions().setHasText("Đổi")).first().click();
        page.locator("form[data-enter] [name=to]").fill("2024-08-12");
        page.locator("form[data-enter] [name=manner]").selectOption("deputy");
        page.locator("form[data-enter] button[type=submit]").click();
        assertThat(page.locator("[data-message]")).containsText("Không tự cử mình");

        chair.locator("tbody tr a", new Page.LocatorOptions().setHasText("Đổi")).first().click();
        chair.locator("form[data-enter] [name=to]").fill("2024-08-12");
        chair.locator("form[data-enter] button[type=submit]").click();
        assertThat(chair.locator("tbody tr").first()).containsText("12/08/2024");
        chair.locator("tbody tr button").first().click();
        assertThat(chair.locator("[data-outcome]")).containsText("Đã kết thúc");
        chair.locator("tbody tr a", new Page.LocatorOptions().setHasText("Các lần khai")).first().click();
        assertThat(chair.locator("section[aria-labelledby=history] li")).hasCount(3);
        assertThat(chair.locator("form[data-enter] [name=title]")).isVisible();
        Officers.whole(chair, "absences");
    }

    private static void enter(Page page) {
        var form = page.locator("form[data-enter]");
        form.locator("[name=manner]").selectOption("deputy");
        form.locator("[name=deputy]").selectOption("committee-clerk.954");
        form.locator("[name=title]").fill("Phó Chủ tịch");
        form.locator("[name=from]").fill("2024-08-05");
        form.locator("[name=to]").fill("2024-08-09");
        form.locator("button[type=submit]").click();
        assertThat(page.locator("[data-outcome]")).hasText("Đã lưu.");
    }
}
