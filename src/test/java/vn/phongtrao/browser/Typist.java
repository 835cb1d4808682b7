package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Somebody who has a keyboard alone: presses keys, looks, and touches nothing else. */
final class Typist {

    private static final int STOPS = 80;
    private static final int BETWEEN_KEYS_MILLIS = 20;
    private static final String HERE = "element => element === document.activeElement";
    /**
     * What has the focus, unless it is framed and on the screen; the browser itself frames the calendar of a date.
     * After the last stop the page has the focus as a whole.
     */
    private static final String UNSEEN = """
            () => {
              const stop = document.activeElement;
              const {top, bottom, left, right} = stop.parentElement.getBoundingClientRect();
              const onScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
              const framed = [stop, stop.parentElement].map(element => getComputedStyle(element))
                  .some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
              return stop === document.body || onScreen && (framed || stop.type === 'date') ? null : stop.outerHTML;
            }""";

    private final Page page;

    Typist(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    Typist press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Types as fast as people can. */
    Typist type(String text) {
        page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(BETWEEN_KEYS_MILLIS));
        return this;
    }

    /** Goes on with the Tab key as far as the element; wherever it stops on the way, that can be seen. */
    Typist tabTo(Locator element) {
        element.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState();
        for (int stops = 0; stops < STOPS; stops++) {
            if ((boolean) element.evaluate(HERE)) {
                return this;
            }
            press("Tab");
            assertThat(page.evaluate(UNSEEN)).as("stop of the Tab key that nobody sees").isNull();
        }
        throw new AssertionError("The Tab key does not lead to " + element);
    }

    /** Goes to a field of a form, which is found by its label. */
    Typist tabTo(Locator form, String label) {
        return tabTo(Fields.field(form, label).locator("input, textarea").first());
    }

    /** Goes to a field with options, which open there, and takes one of them. */
    Typist select(Locator form, String label, String option) {
        tabTo(form, label);
        var focused = Fields.field(form, label).locator(".fjs-dropdownlist-item.focused");
        focused.waitFor();
        for (int i = 0; !focused.innerText().startsWith(option); i++) {
            assertThat(i).as("options before " + option).isLessThan(STOPS);
            press("ArrowDown");
        }
        press("Enter");
        assertThat(Fields.field(form, label).locator(".fjs-select-display")).containsText(option);
        return this;
    }
}
