package vn.phongtrao.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The inputs of a form, found by their labels. */
final class Fields {

    private static final int ATTEMPTS = 5;
    private static final int DRAWN_MILLIS = 500;

    private Fields() {
    }

    /** @param form the form or one of its rows */
    static Locator field(Locator form, String label) {
        return form.locator(".fjs-form-field:not(.fjs-form-field-group):not(.fjs-form-field-dynamiclist)",
                new Locator.LocatorOptions().setHas(form.page().locator("label", new Page.LocatorOptions()
                        .setHasText(Pattern.compile("^" + label)))));
    }

    /**
     * Types the text and leaves the input, as people do before they go on. form-js draws a list anew a moment after one
     * of its fields has changed, and forgets what was typed in between; a person sees that and types again.
     */
    static void fill(Locator form, String label, String text) {
        var input = field(form, label).locator("input.fjs-input, textarea").last();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            input.fill(text);
            input.press("Tab");
            settle(form);
            if (input.inputValue().equals(text)) {
                return;
            }
        }
        throw new AssertionError(label + " does not keep what is typed");
    }

    static void select(Locator form, String label, String option) {
        field(form, label).locator(".fjs-input-group").click();
        field(form, label).locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option)).click();
        settle(form);
    }

    private static void settle(Locator form) {
        form.page().waitForTimeout(DRAWN_MILLIS);
    }

    /** @param date as officers write it: 30/06/2024 */
    static void date(Locator form, String label, String date) {
        var input = field(form, label).locator("input.fjs-input");
        input.fill(date);
        input.press("Enter");
    }
}
