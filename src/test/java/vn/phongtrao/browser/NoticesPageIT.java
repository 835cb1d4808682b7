package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.HttpJourney;

/** The bell on pages and in Tasklist, and the notices behind it. */
@BrowserTest
class NoticesPageIT {

    private static final Pattern SOME_UNREAD = Pattern.compile("Thông báo: \\d+\\+? chưa đọc");

    @Autowired
    HttpJourney journey;

    @Test
    void theBellCountsAndNoticesAreReadOneByOneByDossierAndAllAtOnce(Officers officers) {
        var number = propose();
        propose();
        propose();
        var page = officers.tasklist("police-officer-2.31813").page();
        page.navigate(officers.address() + "/camunda/app/tasklist/default/");
        var bell = page.locator(".bell");
        assertThat(bell).hasAttribute("aria-label", SOME_UNREAD);
        page.setViewportSize(1366, 768);
        Officers.picture(page, "tasklist-bell");

        page.navigate(officers.address() + "/notices");
        assertThat(bell).hasAttribute("aria-label", SOME_UNREAD);
        Officers.whole(page, "notices");
        HandbookPicture.of(page, "notices");
        Accessibility.check(page, "/notices");
        Accessibility.checkOnPhone(page, "notices");
        page.setViewportSize(390, 844);
        Officers.whole(page, "notices-390");
        page.setViewportSize(1366, 768);

        var dossier = page.locator("section[data-number='%s']".formatted(number));
        dossier.locator("[data-read]").focus();
        page.keyboard().press("Enter");
        assertThat(dossier.locator(".unread")).hasCount(0);
        page.locator("[data-read-all]").click();
        assertThat(page.locator("[data-outcome]")).containsText("Đã đánh dấu đã đọc");
        assertThat(page.locator("li.unread")).hasCount(0);
        assertThat(bell).hasAttribute("aria-label", "Thông báo");
        page.locator("input[value=none]").check();
        assertThat(page.locator("[data-saved]")).hasText("Đã lưu.");
        page.navigate(officers.address() + "/notices?unread=true");
        assertThat(page.locator("input[value=none]")).isChecked();
        assertThat(page.locator("main")).containsText("Không có thông báo chưa đọc.");
        Accessibility.check(page, "/notices?unread=true");
    }

    private String propose() {
        return journey.propose("police-officer.31813", HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người mẫu"))));
    }
}
