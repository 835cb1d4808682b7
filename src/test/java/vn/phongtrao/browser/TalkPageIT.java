package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.HttpJourney;

/** People talk about a dossier on its page. */
@BrowserTest
class TalkPageIT {

    @Autowired
    HttpJourney journey;

    @Test
    void aNoteWithAMentionIsWrittenByKeysReadByTheOtherWithoutReloadingCorrectedAndTakenBack(Officers officers) {
        var number = journey.propose("police-officer.31813", HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người mẫu"))));
        var page = officers.tasklist("police-officer.31813").page();
        page.setViewportSize(1366, 768);
        page.navigate(officers.address() + "/dossiers/" + number);
        var other = officers.tasklist("police-chief.31813").page();
        other.navigate(officers.address() + "/dossiers/" + number);
        var read = other.locator(".talk");
        assertThat(read).containsText("Chưa có trao đổi nào.");

        var talk = page.locator(".talk");
        assertThat(page.locator("[data-talk-open]")).isVisible();
        page.locator("[data-talk-open]").press("Enter");
        var text = talk.locator("textarea");
        assertThat(text).isFocused();
        page.keyboard().type("Nhờ @truong");
        assertThat(talk.locator("[role=option]").first()).containsText("Trưởng Công an");
        var name = talk.locator("[role=option]").first().getAttribute("data-name");
        assertThat(text).hasAttribute("aria-activedescendant", Pattern.compile(".+-0"));
        Accessibility.check(page, "talk with people offered");
        Officers.whole(page, "talk-people");
        page.keyboard().press("Enter");
        assertThat(text).hasValue("Nhờ @%s ".formatted(name));
        page.keyboard().type("xem giúp số liệu.\nTrước thứ sáu.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        var note = talk.locator("li[data-note]");
        assertThat(note).hasCount(1);
        assertThat(note).containsText("Nhắc tới: " + name);
        assertThat(text).hasValue("");
        assertThat(text).isFocused();
        assertThat(page.locator("[data-talk-open]")).containsText("(1)");

        other.waitForTimeout(5_100);
        other.evaluate("dispatchEvent(new Event('focus'))");
        assertThat(read.locator("li[data-note]")).containsText("xem giúp số liệu.");
        assertThat(read.locator("[data-correct]")).hasCount(0);

        note.locator("[data-correct]").press("Enter");
        assertThat(text).hasValue("Nhờ @%s xem giúp số liệu.\nTrước thứ sáu.".formatted(name));
        text.fill("Nhờ @%s xem giúp. https://example.vn".formatted(name));
        talk.locator("[data-send]").click();
        assertThat(note).containsText("đã sửa");
        assertThat(note.locator("a")).hasCount(0);
        text.fill("Số 095080000123");
        talk.locator("[data-send]").click();
        assertThat(talk.locator("[role=alert]")).containsText("không ghi số căn cước");
        text.fill("Xin lỗi");
        talk.locator("[data-send]").click();
        assertThat(note).hasCount(2);
        Officers.whole(page, "talk");
        Accessibility.check(page, "talk");
        page.setViewportSize(390, 844);
        Officers.whole(page, "talk-390");
        Accessibility.checkOnPhone(page, "talk");
        page.setViewportSize(1366, 768);

        note.last().locator("summary").press("Enter");
        note.last().locator("[data-take-back]").press("Enter");
        assertThat(note.last()).containsText("Đã thu hồi");
        assertThat(note.filter(new Locator.FilterOptions().setHasText("Xin lỗi"))).hasCount(0);
    }
}
