package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.regex.Pattern;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An auditor checks the chain and reads who did what. */
@BrowserTest
class AuditPageIT {

    @Test
    void anAuditorChecksTheChainAndReadsTheTrail(Officers officers) {
        officers.tasklist("police-officer.31813").page().navigate(officers.address() + "/registers/awards");
        var page = officers.elsewhere("auditor");
        page.setViewportSize(1366, 768);
        page.navigate(officers.address() + "/");
        page.locator("main a[href='/audit']").first().click();
        assertThat(page.locator("h1")).hasText("Nhật ký kiểm soát");
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            page.locator("button.main").click();
            assertThat(page.locator("main dl code")).isVisible();
        });
        assertThat(page.locator("main [role=status]")).containsText("Chuỗi nguyên vẹn");
        Officers.whole(page, "audit");
        Accessibility.check(page, "/audit/chain");
        Accessibility.checkOnPhone(page, "audit");

        page.setViewportSize(1366, 768);
        page.locator("main a[href='/registers/audit']").click();
        assertThat(page.locator("main tbody tr").first()).isVisible();
        page.getByLabel("Loại").selectOption("sign-in");
        page.locator("form.query button[type=submit]").first().click();
        assertThat(page.locator("main tbody tr").first()).containsText(Pattern.compile("Đăng nhập|Đăng xuất"));
        Officers.whole(page, "register-audit");
        Accessibility.check(page, "/registers/audit");
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }
}
