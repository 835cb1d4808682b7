package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators keep the systems that are told. */
@BrowserTest
class WebhooksPageIT {

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAdministratorEntersTriesSwitchesAndDeletesASystem(Officers officers) {
        jdbc.sql("""
                insert into outgoing_message (key, channel, recipient, subject, body, created_at, next_attempt_at,
                                              given_up_at, answer, attempts)
                values ('x', 'mail', 'an@example.vn', 'Nhiệm vụ mới', '', now(), now(), now(), '550 5.1.1', 1)""").update();
        var page = officers.tasklist("admin").page();
        page.onDialog(Dialog::accept);
        page.setViewportSize(1366, 768);
        page.navigate(officers.address() + "/webhooks");
        page.getByLabel("Địa chỉ nhận").fill("https://127.0.0.1/");
        page.locator("button.main").click();
        assertThat(page.locator("[data-message]")).containsText("https công khai");

        page.getByLabel("Địa chỉ nhận").fill("https://8.8.8.8/su-kien");
        page.locator("button.main").click();
        assertThat(page.locator("[data-outcome]")).containsText("whsec_");
        page.locator("[data-act=switch]").click();
        assertThat(page.locator("h3 .mark")).hasText("đã tắt");
        page.locator("[data-act=test]").click();
        assertThat(page.locator("[data-outcome]")).containsText("hàng gửi");
        page.locator("summary").click();
        Officers.whole(page, "webhooks");
        Accessibility.check(page, "/webhooks");
        Accessibility.checkOnPhone(page, "webhooks");
        page.setViewportSize(390, 844);
        Officers.whole(page, "webhooks-390");
        page.setViewportSize(1366, 768);
        page.locator("[data-act=secret]").click();
        assertThat(page.locator("[data-outcome]")).containsText("whsec_");
        page.locator("[data-act=delete]").click();
        assertThat(page.locator("main")).containsText("Chưa có nơi nhận nào.");
    }
}
