package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** A year of the calendar as its keeper and all others see it. */
@BrowserTest
class CalendarPageIT {

    @Test
    void theKeeperAddsLooksAtWhatMovesConfirmsAndWithdraws(Officers officers) {
        var page = officers.tasklist("committee-clerk.95").page();
        page.navigate(officers.address() + "/calendar?year=2039");
        assertThat(page.locator(".notice").first()).containsText("Chưa có lịch nghỉ năm 2039");
        assertThat(page.locator("input[name=inPlaceOf]")).isHidden();
        page.locator("input[name=day]").fill("2039-01-03");
        page.locator("form[data-row] input[name=name]").fill("Tết Dương lịch");
        page.locator("input[name=legalBasis]").fill("Văn bản mẫu");
        page.locator("form[data-row] button[type=submit]").click();
        assertThat(page.locator("dialog")).containsText("Ngày thay đổi: 03/01/2039");
        Officers.whole(page, "calendar-preview");
        page.locator("[data-confirm]").click();
        assertThat(page.locator("#d2039-01-03")).containsText("committee-clerk.95");
        assertThat(page.locator(".months td.off")).hasCount(1);

        page.locator("#d2039-01-03 [data-withdraw]").click();
        page.locator("input[name=reason]").fill("Nhập nhầm");
        page.keyboard().press("Enter");
        page.locator("[data-confirm]").click();
        assertThat(page.locator("summary")).hasText("Lịch sử thay đổi (2)");
        assertThat(page.locator("#d2039-01-03")).hasCount(0);

        page.locator("input[type=file]").setInputFiles(new FilePayload("lich.csv", "text/csv", """
                day,kind,name,legalBasis,inPlaceOf
                31/02/2039,off,Ngày mẫu,Văn bản mẫu,
                """.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[data-file] button").click();
        assertThat(page.locator("[data-message]")).containsText("Dòng 2, cột day");
    }

    @Test
    void everybodyReadsAYearOnAnyScreen(Officers officers) {
        var page = officers.tasklist("police-chief.31813").page();
        page.navigate(officers.address() + "/calendar?year=2026");

        assertThat(page.locator("h1")).hasText("Lịch làm việc năm 2026");
        assertThat(page.locator("#d2026-08-22")).containsText("bù cho 31/08/2026");
        assertThat(page.locator("form[data-row], [data-withdraw]")).hasCount(0);
        Officers.whole(page, "calendar");
        Accessibility.check(page, "/calendar");
        Accessibility.checkOnPhone(page, "calendar");
    }
}
