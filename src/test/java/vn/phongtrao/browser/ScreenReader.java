package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

import vn.phongtrao.ForeignWords;

/** Reads all that a person can read, see or hear on screens, and keeps what is not Vietnamese. */
final class ScreenReader {

    /** Until nothing has changed for a moment. */
    private static final String SETTLED = """
            () => new Promise(settled => {
              const last = setTimeout(settled, 3000);
              let rest = setTimeout(settled, 100);
              new MutationObserver((changes, observer) => {
                clearTimeout(rest);
                rest = setTimeout(() => {
                  observer.disconnect();
                  clearTimeout(last);
                  settled();
                }, 100);
              }).observe(document, {subtree: true, childList: true, characterData: true});
            })""";
    /** Texts, and what attributes and styles say; a tooltip that no pointer reaches says nothing. */
    private static final String READ = """
            () => {
              const ATTRIBUTES = ['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description',
                'aria-roledescription', 'aria-valuetext'];
              const TOOLTIPS = ['tooltip', 'uib-tooltip'];
              const read = [document.title];
              const shown = element => (element.closest('select') ?? element)
                  .checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
                if (element.closest('script, style, noscript, [lang=en]') || !shown(element)) {
                  continue;
                }
                if (node.nodeType === Node.TEXT_NODE) {
                  read.push(node.data);
                  continue;
                }
                const names = getComputedStyle(element).pointerEvents === 'none' ? ATTRIBUTES : [...ATTRIBUTES, ...TOOLTIPS];
                read.push(...names.map(name => element.getAttribute(name) ?? ''));
                if (element.matches('input[type=button], input[type=submit]')) {
                  read.push(element.value);
                }
                read.push(...['::before', '::after'].map(part => getComputedStyle(element, part).content)
                    .filter(content => content.startsWith('"')));
              }
              return read.filter(text => text.trim());
            }""";

    private final Map<String, Set<String>> foreign = new TreeMap<>();
    private final Map<Page, Set<Request>> unanswered = new HashMap<>();
    private final Pattern names;

    /** @param names what besides names of people, papers and programs may stay as it is */
    ScreenReader(Pattern names) {
        this.names = names;
    }

    /** @param sign what is there when the screen is */
    void read(Locator sign, String screen) {
        assertThat(sign).isVisible();
        var page = sign.page();
        settle(page, unanswered.computeIfAbsent(page, ScreenReader::watch));
        var texts = texts(page);
        assertThat(texts).as(screen).isNotEmpty();
        for (var text : texts) {
            if (!ForeignWords.in(names.matcher(text).replaceAll(" ")).isEmpty()) {
                foreign.computeIfAbsent(screen, key -> new TreeSet<>()).add(text.strip());
            }
        }
        if (foreign.containsKey(screen)) {
            Officers.picture(page, "crawl-" + screen.replaceAll("[^\\p{L}\\d]+", "-"));
        }
    }

    /** Waits for what the page has asked for, as lists come after their headings, and until it is drawn. */
    private static void settle(Page page, Set<Request> unanswered) {
        do {
            page.waitForCondition(unanswered::isEmpty);
            page.evaluate(SETTLED);
        } while (!unanswered.isEmpty());
    }

    private static Set<Request> watch(Page page) {
        var unanswered = new HashSet<Request>();
        page.onRequest(unanswered::add);
        page.onRequestFinished(unanswered::remove);
        page.onRequestFailed(unanswered::remove);
        return unanswered;
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page) {
        return (List<String>) page.evaluate(READ);
    }

    void expectVietnameseOnly() {
        assertThat(foreign).isEmpty();
    }
}
