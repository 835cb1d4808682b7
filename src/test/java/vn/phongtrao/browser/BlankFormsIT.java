package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Where the text of certificates stands on an authority's pre-printed forms, as its clerk moves it. */
@BrowserTest
class BlankFormsIT {

    @Test
    void aClerkMovesTheTextOfTheOwnAuthority(Officers officers) {
        var page = officers.tasklist("committee-clerk.31813").page();
        page.navigate(officers.address() + "/blank-forms");
        assertThat(page.locator("h2")).hasText("Chủ tịch Ủy ban nhân dân Phường 2");

        page.locator("select[name=size]").selectOption("A3");
        page.locator("input[name=fields]").fill("-2.5");
        assertThat(page.locator("[data-moved=fields]")).hasAttribute("transform", Pattern.compile("translate\\(0 -1\\.76\\d*\\)"));
        assertThat(page.locator("[data-moved=foot]")).hasAttribute("transform", "translate(0 0)");
        Assertions.assertThat(page.locator(".blank-form :is(input, select)").all().stream()
                .map(field -> field.boundingBox().x).distinct()).as("where fields begin").hasSize(1);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[data-answer]")).containsText("Đã lưu");
        Officers.whole(page, "blank-forms");
        Accessibility.check(page, "/blank-forms");
        Accessibility.checkOnPhone(page, "blank-forms");

        page.reload();
        assertThat(page.locator("select[name=size]")).hasValue("A3");
        assertThat(page.locator("input[name=fields]")).hasValue("-2.5");
    }
}
