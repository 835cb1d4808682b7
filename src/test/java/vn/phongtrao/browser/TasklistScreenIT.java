package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.http.HttpJourney;

/** What Tasklist shows and keeps, beside forms. */
@BrowserTest
class TasklistScreenIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CLERK = "committee-clerk.31813";

    @Autowired
    Clock clock;
    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient database;

    @Test
    void itOpensOnMyTasksOrElseOnThoseOfMyPosts(Officers officers) {
        var number = DossierPageIT.propose(officers);
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        var clerk = officers.tasklist(CLERK);

        assertThat(opened(clerk.page(), officers)).containsText(Tasklist.OF_MY_UNIT);
        assertThat(clerk.task(number)).isVisible();
        clerk.take(number).claim();
        assertThat(opened(clerk.page(), officers)).containsText(Pattern.compile(Tasklist.MINE));
        assertThat(clerk.task(number)).isVisible();
        journey.approve(number, "appraise", CLERK);
    }

    @Test
    void aTaskIsFoundByItsDossierWhicheverListIsOpen(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var tasklist = officers.tasklist(OFFICER);
        tasklist.open(Tasklist.MINE);
        var page = tasklist.page();
        List<String> broken = new ArrayList<>();
        page.onPageError(broken::add);
        var search = page.locator(".find input");

        search.fill(" " + number.toLowerCase(Locale.ROOT) + " ");
        assertThat(page.locator(".find [role=status]")).hasText("1 nhiệm vụ tìm được");
        var list = page.locator("view:has(.find) + div");
        assertThat(list).isHidden();
        Officers.picture(page, "task-search");
        page.locator(".find li a").click();
        assertThat(page.locator("button.claim")).isVisible();
        assertThat(page.locator(".task-card")).containsText(number);
        Officers.picture(page, "task-search-opened");

        search.fill("không ai có tên này");
        assertThat(page.locator(".find [role=status]")).containsText("Không có nhiệm vụ nào của bạn khớp");
        assertThat(page.locator(".find li")).hasCount(0);
        search.fill("");
        assertThat(page.locator(".find [role=status]")).isEmpty();
        assertThat(list).isVisible();
        assertThat(page.locator(".tasks-list [cam-widget-search]")).isHidden();
        Assertions.assertThat(broken).isEmpty();
    }

    @Test
    void administratorsGiveBackWhatSomebodyHasTaken(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var absent = officers.tasklist(OFFICER).take(number).claim();
        assertThat(absent.page().locator(".task-filter")).hasCount(2);

        var administrator = officers.tasklist("admin");
        administrator.open("Việc của mọi đơn vị");
        administrator.task(number).click();
        administrator.page().click("li.assignee .reset-assignee");

        assertThat(administrator.page().locator("button.claim")).isVisible();
        journey.bringPapers(number, OFFICER);
        officers.tasklist("police-officer-2.31813").take(number).complete();
    }

    @Test
    void aCardShowsDossierSubjectUnitStopAndDate(Officers officers) {
        var number = DossierPageIT.propose(officers);
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        var chief = officers.tasklist("police-chief.31813");
        chief.open(Tasklist.OF_MY_UNIT);

        var card = chief.task(number);
        assertThat(card).containsText("Ký duyệt hồ sơ");
        assertThat(card).containsText("Nguyễn Văn Trang Mẫu và 1 đề nghị khác: Bắt quả tang trộm cắp tài sản (mẫu)");
        assertThat(card).containsText("Phường 2");
        assertThat(card).containsText(Pattern.compile("Cấp 1/\\d: Phường 2"));
        assertThat(card.locator(".due-date")).containsText(Pattern.compile("\\d\\d/07/2024"));
        assertThat(card.locator(".late-mark")).hasCount(0);
        assertThat(card.locator(".variable-value").nth(1)).hasCSS("white-space", "normal");
        Officers.picture(chief.page(), "tasklist-cards");
    }

    @Test
    void aCardPastItsLastDayIsMarkedInWords(Officers officers) {
        var number = DossierPageIT.propose(officers);
        database.sql("""
                update act_ru_task set due_date_ = '2024-06-27' where proc_inst_id_ in
                (select id_ from act_ru_execution where business_key_ = ?)""").param(number).update();
        var tasklist = officers.tasklist(OFFICER);
        tasklist.open(Tasklist.OF_MY_UNIT);

        assertThat(tasklist.task(number).locator(".late-mark")).hasText("Quá hạn");
        tasklist.page().locator(".find input").fill(number);
        assertThat(tasklist.page().locator(".find li .late-mark")).hasText("Quá hạn");
        Officers.picture(tasklist.page(), "tasklist-late");
    }

    @Test
    void theCardOfADecisionSaysWhoseItIs(Officers officers) {
        var number = DossierPageIT.propose(officers, "Việc đến khi quyết định (mẫu)");
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        var drafter = officers.tasklist(OFFICER).page();
        drafter.navigate(officers.address() + "/dossiers/" + number);
        assertThat(drafter.locator(".route li").last()).containsText("Chủ tịch Ủy ban nhân dân Phường 2");
        assertThat(drafter.locator(".route li").last()).containsText("Chưa tới");
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", CLERK);
        var chair = officers.tasklist("committee-chair.31813");
        chair.open(Tasklist.OF_MY_UNIT);

        assertThat(chair.task(number)).containsText("Xét duyệt: Cấp quyết định: Phường 2");
        chair.page().navigate(officers.address() + "/");
        assertThat(chair.page().locator(".waiting", new Page.LocatorOptions().setHasText(number)))
                .containsText("Cấp quyết định: Phường 2");
        journey.approve(number, "decide", "committee-chair.31813");
        chair.page().navigate(officers.address() + "/dossiers/" + number + "/path");
        assertThat(chair.page().locator(".way > li").last()).containsText("Phường 2 Đã qua");
    }

    @Test
    void theRingAroundWhatIsFocusedCutsNoLetters(Officers officers) {
        DossierPageIT.propose(officers, "Việc có chữ g (mẫu)");
        var tasklist = officers.tasklist(OFFICER);
        tasklist.open(Tasklist.OF_MY_UNIT);
        tasklist.page().keyboard().press("Tab");
        var name = tasklist.page().locator(".tasks-list li.task h4 a").first();
        name.focus();
        assertThat(name).hasCSS("outline-offset", "1px");
        assertThat(tasklist.page().locator(".tasks-list li.task .names").first()).hasCSS("overflow", "visible");
        Officers.picture(tasklist.page(), "tasklist-focus");
        // what a key has reached keeps its ring
        name.blur();
        name.click();
        assertThat(name).isFocused();
        assertThat(name).hasCSS("outline-style", "none");
    }

    @Test
    void theProductsNameLeadsToTheFrontPageAndBack(Officers officers) {
        var tasklist = officers.tasklist(OFFICER);
        var page = tasklist.page();
        opened(page, officers);
        page.click(".navbar-brand");
        assertThat(page.locator("h1")).hasText("Việc cần làm");
        page.click("header nav a[href*=tasklist]");
        assertThat(page.locator(".task-filter.active")).isVisible();
    }

    @Test
    void theBrowserLivesInTheSystemsTime(Officers officers) {
        var tasklist = officers.tasklist(OFFICER);
        var page = tasklist.page();
        Fields.field(tasklist.propose(), "Lập thành tích từ ngày").locator("input.fjs-input").click();

        var today = LocalDate.now(clock);
        assertThat(page.locator(".flatpickr-calendar.open .today")).hasText(String.valueOf(today.getDayOfMonth()));
        assertThat(page.locator(".flatpickr-calendar.open .cur-year")).hasValue(String.valueOf(today.getYear()));
        Officers.picture(page, "tasklist-calendar");
        var millis = ((Number) page.evaluate("(Date.now() + new Date().getTime()) / 2")).longValue();
        Assertions.assertThat(Duration.between(Instant.ofEpochMilli(millis), clock.instant()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void theListOfProcessesExplainsEachAndShowsOnlyWhatMayBeStarted(Officers officers) {
        var drafter = officers.tasklist(OFFICER);
        drafter.open(Tasklist.OF_MY_UNIT);
        drafter.page().click(".start-process-action a");
        assertThat(drafter.page().locator(".processes li").first().locator("small")).not().isEmpty();
        Officers.picture(drafter.page(), "tasklist-start");

        for (var account : new String[] {"police-chief.31813", "committee-chair.31813", "council-member.95", "admin"}) {
            var other = officers.tasklist(account).page();
            other.waitForResponse("**/process-definition/count*", () ->
                    other.navigate(officers.address() + "/camunda/app/tasklist/default/"));
            assertThat(other.locator(".tasks-list .find")).isVisible();
            assertThat(other.locator(".start-process-action")).isHidden();
        }
    }

    @Test
    void everybodyCanUseIt(Officers officers) {
        var number = DossierPageIT.propose(officers);
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        var chief = officers.tasklist("police-chief.31813");
        chief.open(Tasklist.OF_MY_UNIT);
        Accessibility.check(chief.page(), "Tasklist's list");
        chief.task(number).click();
        chief.page().locator("button.claim").waitFor();
        Accessibility.check(chief.page(), "Tasklist's task");
        chief.take(number);
        Accessibility.check(chief.page(), "Tasklist's form");
        Map.of("Hồ sơ", "article.dossier", "Sơ đồ", ".djs-container").forEach((tab, content) -> {
            chief.tab(tab);
            chief.page().locator(content).waitFor();
            Accessibility.check(chief.page(), "Tasklist's tab " + tab);
        });

        var page = officers.tasklist(OFFICER).page();
        opened(page, officers);
        page.click("a.showShortcutHelp");
        page.locator(".shortcut-modal td").first().waitFor();
        Accessibility.check(page, "Tasklist's shortcuts");
        page.keyboard().press("Escape");
        page.click(".start-process-action a");
        page.locator(".processes a").first().waitFor();
        Accessibility.check(page, "Tasklist's list of processes");
        page.locator(".processes a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Khen thưởng"))).click();
        var form = page.locator(".modal-body .fjs-form");
        Fields.fill(form, "Tên thành tích", "");
        Fields.field(form, "Hình thức khen thưởng").locator(".fjs-input-group").click();
        Accessibility.check(page, "Tasklist's form of a new dossier");
    }

    @Test
    void theVendorsBannerIsNotShownToOfficers(Officers officers) {
        var page = officers.tasklist(OFFICER).page();
        opened(page, officers);
        assertThat(page.locator(".ce-eol-banner")).isHidden();
    }

    @Test
    void aHalfFilledFormStaysWhileTheDossierIsRead(Officers officers) {
        var drafter = officers.tasklist(OFFICER).take(DossierPageIT.propose(officers));
        Fields.fill(drafter.form(), "Tên thành tích", "Đang viết dở (mẫu)");

        drafter.tab("Hồ sơ");
        assertThat(drafter.page().locator("article.dossier")).isVisible();
        assertThat(drafter.form()).isHidden();
        drafter.tab("Biểu mẫu");
        assertThat(Fields.field(drafter.form(), "Tên thành tích").locator("input")).hasValue("Đang viết dở (mẫu)");
    }

    @Test
    void nothingThatIsTypedStaysInTheBrowser(Officers officers) {
        var drafter = officers.tasklist(OFFICER);
        var page = drafter.page();
        Fields.fill(drafter.propose(), "Tên thành tích", "Điều không để lại");
        Assertions.assertThat(stored(page)).doesNotContain("Điều không để lại");

        var number = DossierPageIT.propose(officers);
        drafter.take(number);
        Fields.fill(drafter.form(), "Nghề nghiệp", "Điều không để lại");
        page.locator(".form-actions button[ng-click='save($event)']").dispatchEvent("click");
        Assertions.assertThat(stored(page)).doesNotContain("Điều không để lại").doesNotContain("Trang Mẫu");
    }

    private static Locator opened(Page page, Officers officers) {
        page.navigate("about:blank");
        page.navigate(officers.address() + "/camunda/app/tasklist/default/");
        page.locator(".task-filter.active").waitFor();
        page.locator(".tasks-list li.task, .tasks-list .well:visible").first().waitFor();
        return page.locator(".task-filter.active");
    }

    private static String stored(Page page) {
        return List.of("localStorage", "sessionStorage").stream()
                .map(storage -> (String) page.evaluate("JSON.stringify(" + storage + ")")).toList().toString();
    }
}
