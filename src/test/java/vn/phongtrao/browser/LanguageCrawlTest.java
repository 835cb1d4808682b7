package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** No English on any screen that an officer meets, whatever the browser's language. */
@BrowserTest
class LanguageCrawlTest {

    private static final String OFFICER = "police-officer.31813";
    /** What is seen: texts, and what attributes say. */
    private static final String SEEN = """
            () => {
              const seen = [document.title];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
                if (element.closest('script, style, svg') || !element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) {
                  continue;
                }
                if (node.nodeType === Node.TEXT_NODE) {
                  seen.push(node.data);
                } else {
                  ['title', 'placeholder', 'aria-label', 'alt', 'tooltip'].forEach(name => seen.push(element.getAttribute(name) ?? ''));
                }
              }
              return seen.filter(text => text.trim());
            }""";
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** Names that stay as they are: accounts, numbers and symbols of dossiers, files, addresses. */
    private static final Pattern NAME = Pattern.compile("[\\w-]+\\.\\d+|\\w+-\\d+-\\d{4}-\\d+|\\S+\\.(pdf|docx|xlsx)|[\\w/-]*/[\\w/-]+");
    /** How a Vietnamese syllable without marks is spelt; others of three letters and more are of another language. */
    private static final Pattern SYLLABLE = Pattern.compile("(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
            + "(a|ai|ao|au|ay|e|eo|i|ia|iu|o|oa|oai|oay|oe|oi|u|ua|ui|uy|uya|uyu|y)(c|ch|m|n|ng|nh|p|t)?");
    private static final Set<String> KNOWN = Set.of("tasklist", "tdbvantq", "pdf", "docx", "xlsx", "jpeg", "png", "zip",
            "ubnd", "admin", "qđ", "ctrl", "alt", "shift");

    private final Map<String, Set<String>> foreign = new TreeMap<>();

    @Test
    void everythingIsSaidInVietnamese(Officers officers) {
        var number = DossierPageTest.propose(officers);
        var tasklist = officers.tasklist(OFFICER);
        var page = tasklist.page();
        for (var path : List.of("/", "/dossiers", "/dossiers?status=NONE", "/dossiers/" + number,
                "/dossiers/" + number + "/path", "/dossiers/KT-0", "/registers", "/registers/awards",
                "/registers/decisions", "/registers/units", "/verify", "/nowhere")) {
            page.navigate(officers.address() + path);
            page.waitForLoadState();
            read(page, path);
        }

        tasklist.open(Tasklist.OF_MY_UNIT);
        read(page, "list of tasks");
        page.locator(".account a.dropdown-toggle").click();
        read(page, "menu of the account");
        page.keyboard().press("Escape");
        open(page, ".task-search input, [cam-tasks-search] input, .search-container input", "search");
        open(page, ".sorting-choices .dropdown-toggle, .sort-by .dropdown-toggle, .task-sort .dropdown-toggle", "sorting");

        tasklist.take(number);
        read(page, "form of a task");
        for (var tab : page.locator(".task-details .nav-tabs > li:visible a").all()) {
            tab.click();
            page.waitForTimeout(800);
            read(page, "tab " + tab.innerText());
        }

        var form = tasklist.propose();
        read(page, "form to start");
        Fields.select(form, "Hình thức khen thưởng", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã");
        Fields.fill(form, "Tên thành tích", "x");
        Fields.fill(form, "Tên thành tích", "");
        Fields.date(form, "Lập thành tích từ ngày", "01/01/2024");
        Fields.select(form, "Đối tượng", "Cá nhân");
        Fields.fill(form, "Số căn cước", "1");
        read(page, "errors of a form");
        Fields.field(form, "Lập thành tích từ ngày").locator("input.fjs-input").click();
        assertThat(page.locator(".flatpickr-calendar.open")).isVisible();
        read(page, "calendar");

        page.navigate(officers.address() + "/camunda/app/tasklist/default/#/?task=none");
        page.reload();
        page.locator(".page-notifications .notification, .page-notifications .alert").first().waitFor();
        read(page, "notification");

        assertThat(foreign).isEmpty();
    }

    private void open(Page page, String what, String screen) {
        var found = page.locator(what).first();
        if (found.count() > 0) {
            found.click();
            page.waitForTimeout(300);
            read(page, screen);
            page.keyboard().press("Escape");
        }
    }

    @SuppressWarnings("unchecked")
    private void read(Page page, String screen) {
        Officers.picture(page, "crawl-" + screen.replaceAll("[^\\p{L}\\d]+", "-"));
        for (var text : (List<String>) page.evaluate(SEEN)) {
            if (isForeign(text)) {
                foreign.computeIfAbsent(screen, key -> new TreeSet<>()).add(text.strip());
            }
        }
    }

    private static boolean isForeign(String text) {
        return WORD.matcher(NAME.matcher(text).replaceAll(" ")).results().map(word -> word.group().toLowerCase())
                .anyMatch(word -> word.length() > 2 && word.chars().allMatch(letter -> letter < 128)
                        && !SYLLABLE.matcher(word).matches() && !KNOWN.contains(word));
    }
}
