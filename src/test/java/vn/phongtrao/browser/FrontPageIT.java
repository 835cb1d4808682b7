package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.http.HttpJourney;

/** The page that whoever signs in sees first. */
@BrowserTest
class FrontPageIT {

    private static final String OFFICER = "police-officer.31813";

    @Autowired
    JdbcClient database;
    @Autowired
    HttpJourney journey;

    @Test
    void whatWaitsIsListedWithDossierSubjectUnitAndDateAndOpensInTasklist(Officers officers) {
        var number = DossierPageIT.propose(officers);
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        var page = front(officers, "police-chief.31813");

        var line = section(page, "waiting").locator("li", new Locator.LocatorOptions().setHasText(number));
        assertThat(line).containsText("Ký duyệt hồ sơ");
        assertThat(line).containsText("Nguyễn Văn Trang Mẫu và 1 đề nghị khác");
        assertThat(line).containsText("Phường 2");
        assertThat(line).containsText(Pattern.compile("Cấp 1/\\d: Phường 2"));
        assertThat(line).containsText(Pattern.compile("Hạn \\d\\d/07/2024"));
        assertThat(section(page, "start")).hasCount(0);
        Assertions.assertThat(Set.of(line.locator("a"), line.locator("p").first(), line.locator("p").last()).stream()
                .map(part -> part.boundingBox().x).distinct()).as("where its lines begin").hasSize(1);

        line.locator("a").click();
        assertThat(page.locator(".task-details, .cam-task")).containsText(number);
    }

    @Test
    void aProcessThatMayBeStartedIsExplainedAndOpensItsForm(Officers officers) {
        var page = front(officers, OFFICER);
        var offer = section(page, "start").locator("li",
                new Locator.LocatorOptions().setHasText(Pattern.compile("^\\s*Khen thưởng")));
        assertThat(offer.locator("p")).containsText(Pattern.compile("^Đề nghị, xét duyệt và quyết định[^.]*\\.$"));

        offer.locator("a").click();
        assertThat(page.locator(".modal-body .fjs-form")).containsText("Hình thức khen thưởng");
    }

    @Test
    void lateDossiersAreNamedToTheUnitAndThoseAbove(Officers officers) {
        var late = DossierPageIT.propose(officers);
        database.sql("update dossier_last_day set due_on = '2024-06-27' where number = ?").param(late).update();

        for (var account : new String[] {OFFICER, "committee-clerk.954", "police-chief.95"}) {
            var page = front(officers, account);
            var line = section(page, "late").locator("li", new Locator.LocatorOptions().setHasText(late));
            assertThat(line).containsText("Quá hạn");
            line.locator("a").click();
            assertThat(page.locator("article.dossier header")).containsText(late);
        }
        assertThat(section(front(officers, "police-officer.31843"), "late")).not().containsText(late);
    }

    @Test
    void whatTheUnitSentIsListedWithItsStatus(Officers officers) {
        var number = DossierPageIT.propose(officers);

        assertThat(section(front(officers, "committee-chair.31813"), "sent").locator("li").first())
                .containsText(number);
        assertThat(section(front(officers, "committee-chair.31813"), "sent").locator("li").first())
                .containsText("Đang xử lý");
        assertThat(section(front(officers, "police-officer.31843"), "sent")).not().containsText(number);
        assertThat(front(officers, "committee-chair.31813").locator("#sent"))
                .hasText("Hồ sơ do Công an cùng cấp lập gần đây");
        assertThat(front(officers, "police-chief.31813").locator("#sent")).hasText("Hồ sơ đơn vị tôi lập gần đây");
    }

    @Test
    void whoeverHasNoPostIsToldSoAndOfferedNoFigures(Officers officers) {
        var page = front(officers, "without-post");
        assertThat(page.locator(".notice")).containsText("chưa được giao chức vụ");
        assertThat(page.locator("#menu a[href$='/figures']")).hasCount(0);
        Officers.whole(page, "front-without-post");
        assertThat(front(officers, OFFICER).locator("#menu a[href$='/figures']")).hasCount(1);
    }

    @Test
    void theKeyboardAloneLeadsToATask(Officers officers) {
        DossierPageIT.propose(officers);
        var page = front(officers, OFFICER);

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(section(page, "waiting").locator("a").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/tasklist/.*task=.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin", "welcome"})
    void administratorsComeBackToItFromEveryWebapp(String webapp, Officers officers) {
        var page = officers.tasklist("admin").page();
        page.navigate(officers.address() + "/camunda/app/%s/default/".formatted(webapp));
        page.locator("li.way-out a").waitFor();
        Officers.picture(page, webapp + "-way-out");
        page.click("li.way-out a");
        assertThat(page.locator("h1")).hasText("Việc cần làm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"police-officer.31813", "police-chief.31813", "committee-clerk.954", "committee-chair.95",
            "council-member.95", "admin"})
    void everybodyCanReadIt(String account, Officers officers) {
        DossierPageIT.propose(officers);
        var page = front(officers, account);

        assertThat(page.locator("header .person")).hasAttribute("title", account);
        Officers.whole(page, "front-" + account);
        Accessibility.check(page, "front page of " + account);
        Accessibility.checkOnPhone(page, "front-" + account);
    }

    @Test
    void thePagesOfDossiersAreForEverybodyToo(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var page = officers.tasklist(OFFICER).page();

        for (var path : new String[] {"/dossiers", "/dossiers/" + number, "/dossiers/" + number + "/path"}) {
            page.navigate(officers.address() + path);
            assertThat(page.locator("h1")).isVisible();
            Accessibility.check(page, path.replace(number, "{number}"));
            Accessibility.checkOnPhone(page, "page" + path.replace(number, "number").replace('/', '-'));
        }
    }

    private static Page front(Officers officers, String account) {
        var page = officers.tasklist(account).page();
        page.navigate(officers.address() + "/");
        assertThat(page.locator("h1")).hasText("Việc cần làm");
        return page;
    }

    private static Locator section(Page page, String id) {
        return page.locator("section", new Page.LocatorOptions().setHas(page.locator("#" + id)));
    }
}
