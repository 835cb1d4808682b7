package vn.phongtrao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What a page must be for everybody: without violations that axe-core finds, and readable on a narrow phone. */
final class Accessibility {

    private static final int PHONE_WIDTH = 320;
    private static final int PHONE_HEIGHT = 640;
    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Of the webapps: hints under the mouse, which stand outside of all parts of the page. */
    private static final String HINT = ".tooltip";
    /**
     * Of form-js: the options of a field, which the field scrolls with the arrow keys; they have no focus of their own.
     */
    private static final String OPTIONS = ".fjs-dropdownlist";

    /** What fades in is pale until it is there. */
    private static final String STILL = """
            () => Promise.allSettled(document.getAnimations()
              .filter(animation => animation.effect.getComputedTiming().endTime !== Infinity)
              .map(animation => animation.finished))""";

    private Accessibility() {
    }

    static void check(Page page, String name) {
        page.evaluate(STILL);
        // of rules that are kept, the hundreds of elements that keep them are not listed
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // legacy mode judges the page alone, which has no frames, and needs no second page to put the findings together
        var found = new AxeBuilder(page).setLegacyMode(true).options(options).withTags(STANDARD)
                .exclude(HINT).exclude(OPTIONS).analyze();
        System.out.printf("axe-core on %s: %d rules passed, %d violated, %d to be judged by people%n", name,
                found.getPasses().size(), found.getViolations().size(), found.getIncomplete().size());
        assertThat(found.getPasses()).as(name).isNotEmpty();
        assertThat(found.getViolations()).as(name).extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList()).isEmpty();
    }

    /** Shows the page on a narrow phone, where nothing but tables may be scrolled sideways. */
    static void checkOnPhone(Page page, String name) {
        checkOnPhone(page, name, () -> Officers.whole(page, name + "-phone"));
    }

    /** @param then what to do while the page is that narrow */
    static void checkOnPhone(Page page, String name, Runnable then) {
        var before = page.viewportSize();
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(name + " on a phone")
                .isLessThanOrEqualTo(PHONE_WIDTH);
        then.run();
        page.setViewportSize(before.width, before.height);
    }
}
