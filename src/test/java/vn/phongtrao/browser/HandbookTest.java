package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** The screens that the handbook shows. */
@BrowserTest
class HandbookTest {

    @Test
    void signingIn(Officers officers) {
        var page = officers.signInPage("vi-VN");

        assertThat(page.locator("#kc-login")).hasText("Đăng nhập");
        HandbookPicture.of(page, "sign-in");
    }
}
