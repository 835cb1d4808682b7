package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of the pages is what the person chooses, whatever the browser speaks. */
@BrowserTest
class LanguageIT {

    private static final String ENGLISH_BROWSER = "en-US";

    @ParameterizedTest
    @CsvSource({"welcome, Ứng dụng, Applications", "cockpit, Hiện tại, Right Now", "admin, Phân quyền, Authorizations"})
    void anEnglishBrowserShowsVietnameseUntilEnglishIsChosen(String webapp, String vietnamese, String english,
                                                             Officers officers) {
        var page = officers.desk("admin", ENGLISH_BROWSER);
        page.navigate(officers.address() + "/camunda/app/%s/default/".formatted(webapp));
        assertThat(page.locator("body")).containsText(vietnamese);
        assertThat(page.locator("body")).not().containsText(english);
        assertThat(page.locator("html")).hasAttribute("lang", "vi");
        Officers.picture(page, webapp + "-vi");

        page.click("li.language a");

        assertThat(page.locator("body")).containsText(english);
        assertThat(page.locator("body")).not().containsText(vietnamese);
        Officers.picture(page, webapp + "-en");
    }

    @Test
    void oneChoiceIsForAllPagesAndTheSignInAndIsStillThereAfterSigningOut(Officers officers) {
        var page = officers.signIn("police-officer.31813", ENGLISH_BROWSER);
        page.navigate(officers.address() + "/camunda/app/tasklist/default/");
        assertThat(page.locator(".start-process-action")).containsText("Lập hồ sơ mới");
        assertThat(page.locator(".account")).containsText("Trần Văn Mẫu");

        page.click("li.language a");
        assertThat(page.locator(".start-process-action")).containsText("Start process");
        page.navigate(officers.address() + "/camunda/app/welcome/default/");
        assertThat(page.locator("body")).containsText("Applications");

        page.click(".account a.dropdown-toggle");
        page.click("li.logout a");
        assertThat(page.locator("#kc-login")).hasText("Sign In");
    }

    @Test
    void ourOwnPagesAndTheDossierWithinTasklistSpeakTheChosenLanguage(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var page = officers.signIn("police-officer.31813", ENGLISH_BROWSER);
        assertThat(page.locator("h1")).hasText("Việc cần làm");
        page.click("a.language");

        assertThat(page.locator("h1")).hasText("To do");
        assertThat(page.locator("header .person")).hasText("Trần Văn Mẫu");
        Officers.whole(page, "front-page-en");
        page.navigate(officers.address() + "/dossiers/" + number);
        assertThat(page.locator("h1")).hasText("Dossier " + number);
        Officers.whole(page, "dossier-en");
        page.navigate(officers.address() + "/registers/units?tier=district");
        assertThat(page.locator("[data-count]")).hasText("Rows: 7");
        assertThat(page.locator("tbody tr").first()).containsText("District");
        Officers.whole(page, "register-en");

        page.navigate(officers.address() + "/");
        page.locator("#waiting ~ ul a", new Page.LocatorOptions().setHasText(number)).click();
        page.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText("Dossier")).click();
        assertThat(page.locator("article.dossier h2").last()).isVisible();
        assertThat(page.locator("article.dossier")).containsText("Steps taken");
        Officers.picture(page, "tasklist-dossier-en");
    }

    @Test
    void theLanguageChosenWhenSigningInIsThatOfThePages(Officers officers) {
        var page = officers.signInPage("vi-VN");
        assertThat(page.locator("#kc-login")).hasText("Đăng nhập");
        page.selectOption("#login-select-toggle", new SelectOption().setLabel("English"));
        assertThat(page.locator("#kc-login")).hasText("Sign In");

        // Keycloak keeps the choice: somebody whom no other test needs
        officers.enter(page, "committee-clerk.956");
        page.navigate(officers.address() + "/camunda/app/tasklist/default/");

        assertThat(page.locator(".task-filters, .task-filter").first()).isVisible();
        assertThat(page.locator("li.language")).containsText("Tiếng Việt");
    }

    @Test
    void signInAndAccountPagesAreTheSystemsOwnAndVietnameseInAnEnglishBrowser(Officers officers) {
        var page = officers.signInPage(ENGLISH_BROWSER);
        assertThat(page).hasTitle(Pattern.compile("Đăng nhập.*Phong trào Toàn dân bảo vệ an ninh Tổ quốc.*"));
        assertThat(page.locator("body").innerText()).doesNotContainPattern("(?i)keycloak|sign in|username|password");
        Officers.picture(page, "sign-in");
        page.fill("#username", "police-chief.31843");
        page.fill("#password", "wrong");
        page.click("#kc-login");
        assertThat(page.locator("body")).containsText("Sai tên đăng nhập hoặc mật khẩu.");

        officers.enter(page, "police-chief.31843");
        page.navigate(officers.address() + "/camunda/app/welcome/default/");
        page.locator(".custom-links a").click();
        assertThat(page.locator("body")).containsText("Thông tin cá nhân");
        assertThat(page.locator("body")).containsText("Tên đăng nhập");
        Officers.picture(page, "account");
    }

    @Test
    void theFewTextsThatCockpitHasOutsideItsLabelsAreVietnameseToo(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var page = officers.desk("admin", ENGLISH_BROWSER);
        page.navigate(officers.address() + "/camunda/app/cockpit/default/#/processes");
        page.locator("table a", new Page.LocatorOptions().setHasText("commendation")).click();
        page.locator("tr", new Page.LocatorOptions().setHasText(number)).locator("a").first().click();
        page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("Biến")).click();

        assertThat(page.locator("thead .actions")).hasText("Thao tác");
        assertThat(page.locator(".super-process-instance-id .null-value")).hasText("trống");
        Officers.picture(page, "cockpit-instance");
    }

    @ParameterizedTest
    @CsvSource({"vi, Tháng 1, T2", "en, January, Mon"})
    void datePickersSpeakTheLanguageAndBeginTheWeekOnMonday(String language, String january, String monday,
                                                            Officers officers) {
        var page = officers.desk("police-officer-2.31813", ENGLISH_BROWSER);
        page.navigate(officers.address() + "/camunda/app/tasklist/default/");
        if (language.equals("en")) {
            page.click("li.language a");
        }
        page.click(".start-process-action a");
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Khen thưởng"))).click();
        var date = page.locator(".flatpickr-input").first();
        date.click();
        var calendar = page.locator(".flatpickr-calendar.open");
        assertThat(calendar.locator(".flatpickr-weekday").first()).hasText(monday);
        assertThat(calendar.locator(".flatpickr-monthDropdown-month").first()).hasText(january);
        Officers.picture(page, "date-picker-" + language);

        calendar.locator(".flatpickr-day:not(.prevMonthDay)", new Locator.LocatorOptions().setHasText("25")).click();

        assertThat(date).hasValue(Pattern.compile("^25/\\d{1,2}/\\d{4}$"));
    }
}
