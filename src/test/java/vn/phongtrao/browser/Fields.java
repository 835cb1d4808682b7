package vn.phongtrao.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** The inputs of a form, found by their labels. */
final class Fields {

    private static final int SOON_MILLIS = 10_000;

    private Fields() {
    }

    /** @param form the form or one of its rows */
    static Locator field(Locator form, String label) {
        return form.locator(".fjs-form-field:not(.fjs-form-field-group):not(.fjs-form-field-dynamiclist)",
                new Locator.LocatorOptions().setHas(form.page().locator("label", new Page.LocatorOptions()
                        .setHasText(Pattern.compile("^" + label)))));
    }

    /** Types the text and leaves the input, as people do before they go on. */
    static void fill(Locator form, String label, String text) {
        var input = field(form, label).locator("input.fjs-input, textarea").last();
        input.fill(text);
        input.blur();
    }

    /** A field that has the focus shows its options already. A list that closed before the click is opened again, as people do. */
    static void select(Locator form, String label, String option) {
        var wanted = field(form, label).locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option));
        open(form, label);
        try {
            wanted.click(new Locator.ClickOptions().setTimeout(SOON_MILLIS));
        } catch (TimeoutError closed) {
            open(form, label);
            wanted.click();
        }
    }

    private static void open(Locator form, String label) {
        if (field(form, label).locator(".fjs-dropdownlist").count() == 0) {
            field(form, label).locator(".fjs-input-group").click();
        }
    }

    /** @param date as officers write it: 30/06/2024 */
    static void date(Locator form, String label, String date) {
        var input = field(form, label).locator("input.fjs-input");
        input.fill(date);
        input.press("Enter");
    }
}
