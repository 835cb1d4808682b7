package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Administrators read which key is in force, on whatever screen. */
@BrowserTest
class CitizenKeysPageIT {

    @Test
    void anAdministratorReadsHowTheKeysStand(Officers officers) {
        var page = officers.tasklist("admin").page();
        page.setViewportSize(1366, 768);
        page.navigate(officers.address() + "/citizen-keys");
        assertThat(page.locator("[role=status]")).hasText("Mọi thứ đều mã hóa bằng khóa đang dùng.");
        assertThat(page.locator("tbody tr").first()).containsText("Đang dùng");
        Officers.whole(page, "citizen-keys");
        Accessibility.check(page, "/citizen-keys");
        Accessibility.checkOnPhone(page, "citizen-keys");
        page.setViewportSize(390, 844);
        Officers.whole(page, "citizen-keys-390");
    }
}
