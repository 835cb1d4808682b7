package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.HttpJourney;

/** Several dossiers are read, and concluded with one confirmation, on the front page. */
@BrowserTest
class ManyAtOnceIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final int MOST_CLICKS = 6;

    @Autowired
    HttpJourney journey;

    @Test
    void tenDossiersAreSignedWithAFewClicks(Officers officers) {
        var numbers = Stream.generate(this::signing).limit(10).toList();
        var page = front(officers, CHIEF);
        var clicks = new AtomicInteger();

        click(clicks, tick(page, numbers.get(0)));
        assertThat(page.locator("[data-many]")).containsText("Đã chọn 1 hồ sơ");
        click(clicks, page.locator("[data-do=all]"));
        Officers.picture(page, "many-chosen");
        Accessibility.check(page, "many at once");
        click(clicks, page.locator("[data-many] [type=submit]"));
        assertThat(page.locator("dialog.confirm h2").first()).containsText("Đồng ý: Ký duyệt hồ sơ");
        assertThat(line(page, numbers.get(0)).locator(".mark.wanting")).hasText("✗ Có điểm chưa phù hợp");
        assertThat(page.locator("dialog.confirm .mark.wanting")).hasCount(chosen(page));
        Officers.picture(page, "many-confirm");
        Accessibility.check(page, "confirmation of many at once");
        click(clicks, page.locator("dialog.confirm [type=submit]"));
        assertThat(page.locator("[data-results] h2")).containsText("Đã xử lý");
        click(clicks, page.locator("[data-reload]"));

        assertThat(page.locator("#waiting")).isVisible();
        assertThat(clicks.get()).isLessThanOrEqualTo(MOST_CLICKS);
        numbers.forEach(number -> assertThat(journey.openTasks(CHIEF, number)).as(number).isEmpty());
    }

    @Test
    void whoAgreesWhileNobodyCanSayWhatIsNotInOrderIsTold(Officers officers) {
        var number = signing();
        var page = officers.tasklist(CHIEF).page();
        page.route("**/desk/wanting", Route::abort);
        page.navigate(officers.address() + "/");

        tick(page, number).check();
        page.locator("[data-many] [type=submit]").click();
        assertThat(page.locator("dialog.confirm li")).containsText("chưa kiểm tra được tiêu chuẩn");
    }

    @Test
    void whatIsRefusedIsNamedAndTheRestIsDone(Officers officers) {
        var done = signing();
        var overtaken = signing();
        var page = front(officers, CHIEF);
        tick(page, done).check();
        tick(page, overtaken).check();
        journey.approve(overtaken, "sign", CHIEF);

        page.locator("[data-many] [type=submit]").click();
        page.locator("dialog.confirm [type=submit]").click();

        assertThat(page.locator("[data-results] h2")).hasText("Đã xử lý 1 hồ sơ. 1 hồ sơ chưa xử lý được:");
        assertThat(page.locator("[data-results] li").first()).containsText(overtaken + ": Không tìm thấy nhiệm vụ");
        assertThat(page.locator("[data-results] a").last()).hasText(done);
        Officers.picture(page, "many-refused");
        assertThat(journey.openTasks(CHIEF, done)).isEmpty();
    }

    @Test
    void dossiersAreReadBesideTheListAndTickedThere(Officers officers) {
        var number = signing();
        var page = front(officers, CHIEF);

        line(page, number).locator("button.read").click();
        assertThat(page.locator("dialog.side article.dossier")).containsText("Người Được Đọc");
        Officers.picture(page, "many-side");
        Accessibility.check(page, "dossier beside the list");
        page.locator("dialog.side [data-tick]").check();
        page.keyboard().press("Escape");

        assertThat(tick(page, number)).isChecked();
        assertThat(page.locator("[data-many]")).containsText("Đã chọn 1 hồ sơ");
    }

    @Test
    void whatWasReadIsAgreedToThereAndTheNextOpens(Officers officers) {
        var first = signing();
        var second = signing();
        var page = front(officers, CHIEF);
        var side = page.locator("dialog.side");
        line(page, first).locator("button.read").click();
        assertThat(side.locator("article.dossier header")).containsText(first);
        assertThat(side.locator("[data-agree] [type=submit]")).hasText("Đồng ý: Ký duyệt hồ sơ");

        var fits = side.locator(".findings summary .mark").first();
        assertThat(fits).hasText("✗ Có điểm chưa phù hợp");
        assertThat(side.locator(".findings")).not().containsText("gửi được");

        // what a hasty finger clicks or types at once concludes nothing unread
        side.evaluate("""
                (side, first) => new MutationObserver(() => {
                  const [button, sheet] = ['[data-agree] [type=submit]', 'article.dossier'].map(one => side.querySelector(one));
                  window.shut ||= sheet.dataset.number !== first && button.disabled && !button.closest('form').hidden;
                }).observe(side, {subtree: true, childList: true, attributes: true})""", first);
        side.locator("[data-agree] [type=submit]").click();
        assertThat(side.locator("nav + [role=status]")).hasText("Đã xử lý " + first + ".");
        assertThat(side.locator("article.dossier header")).not().containsText(first);
        assertThat(side.locator("[data-agree] [type=submit]")).isEnabled();
        assertThat((boolean) page.evaluate("window.shut")).isTrue();
        assertThat(journey.openTasks(CHIEF, first)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-outcome]")).hasText("Đã xử lý 1 hồ sơ. " + first);
        assertThat(page.locator("[data-outcome] a")).hasAttribute("href", "/dossiers/" + first);
        assertThat(page.locator("dialog[open]")).hasCount(0);

        line(page, second).locator("button.read").click();
        assertThat(side.locator("article.dossier header")).containsText(second);
        journey.approve(second, "sign", CHIEF);
        side.locator("[data-agree] [type=submit]").click();
        assertThat(side.locator("[data-agree] [role=alert]")).containsText("Không tìm thấy nhiệm vụ");
        Officers.picture(page, "many-side-refused");
    }

    @Test
    void onlyWhatIsOfOneStepIsConcludedTogether(Officers officers) {
        var appraised = signing();
        var chair = "committee-chair.31813";
        journey.approve(appraised, "sign", CHIEF);
        journey.approve(appraised, "appraise", "committee-clerk.31813");
        var other = journey.propose(OFFICER, HttpJourney.proposal("province-merit", "ad-hoc",
                List.of(HttpJourney.individual("Người Của Bước Khác"))));
        journey.complete(other, "complete-dossier", OFFICER, Map.of());
        journey.approve(other, "sign", CHIEF);
        var page = front(officers, chair);

        tick(page, appraised).check();
        assertThat(tick(page, other)).isDisabled();
        page.locator("[data-do=none]").click();
        assertThat(tick(page, other)).isEnabled();
    }

    @Test
    void theKeyboardAloneSuffices(Officers officers) {
        var number = signing();
        var page = front(officers, CHIEF);
        tick(page, number).focus();
        page.keyboard().press("Space");
        while (!Boolean.TRUE.equals(page.locator("[data-many] [type=submit]").evaluate(
                "button => button === document.activeElement"))) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.confirm textarea")).isFocused();
        page.keyboard().type("Nhất trí");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("[data-results] h2")).hasText("Đã xử lý 1 hồ sơ.");
        assertThat(journey.openTasks(CHIEF, number)).isEmpty();
    }

    private String signing() {
        var number = journey.propose(OFFICER, HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người Được Đọc"))));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        return number;
    }

    private static void click(AtomicInteger clicks, Locator place) {
        clicks.incrementAndGet();
        place.click();
    }

    private static int chosen(Page page) {
        return page.locator("input[data-task]:checked").count();
    }

    private static Page front(Officers officers, String account) {
        var page = officers.tasklist(account).page();
        page.navigate(officers.address() + "/");
        assertThat(page.locator("h1")).hasText("Việc cần làm");
        return page;
    }

    private static Locator line(Page page, String number) {
        return page.locator("section li", new Page.LocatorOptions().setHasText(number))
                .filter(new Locator.FilterOptions().setHas(page.locator("input[data-task]"))).first();
    }

    private static Locator tick(Page page, String number) {
        return line(page, number).locator("input[data-task]");
    }
}
