package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.Sweep;
import vn.phongtrao.desk.RegisterPage;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.sheet.SheetFile;

/** The registers as people read them. */
@BrowserTest
class RegisterPagesIT {

    /** Pixels of a common screen, without its scroll bar. */
    private static final int SCREEN = 1366 - 15;
    private static final String TEXT = "Phát hiện, truy đuổi và bắt giữ đối tượng trộm cắp tài sản tại Khóm 3";
    private static final String NAME = "Nguyễn Hoàng Phương Khánh Huyền, Phó Trưởng phòng Xây dựng phong trào";
    /** By how a column is shown. */
    private static final Map<String, String> LONG = Map.of("code", "KT-31813-2024-00001", "date", "2024-12-31",
            "number", "12345678", "unit", "95/956/31843");

    private static int achievements;

    @Autowired
    RegisterShelf shelf;
    @Autowired
    HttpJourney journey;

    @Test
    void aDecisionLeadsToItsDossierAndItsPaper(Officers officers) {
        var number = awarded();
        var page = open(officers, "police-officer.31813", "decisions?dossierNumber=" + number);

        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText("Phường 2");
        Assertions.assertThat(download(page, "/QĐ-UBND")).endsWith(".pdf");
        Assertions.assertThat(download(page, "Tải tất cả (ZIP)")).endsWith(".zip");
        link(page, number).click();
        assertThat(page.locator("article.dossier header")).containsText(number);
    }

    @Test
    void anAwardLeadsToItsDossierAndItsPapers(Officers officers) {
        var number = awarded();
        var page = open(officers, "police-officer.31813", "awards?dossierNumber=" + number);

        assertThat(rows(page)).hasCount(2);
        // what came last is first
        assertThat(rows(page).last()).containsText("Nguyễn Văn Sổ Mẫu");
        Assertions.assertThat(download(page, "/QĐ-UBND")).endsWith(".pdf");
        Assertions.assertThat(download(page, "Tải tất cả (ZIP)")).endsWith(".zip");
        link(page, number).click();
        assertThat(page.locator("article.dossier header")).containsText(number);
    }

    @Test
    void listsAreFilteredSortedAndPaged(Officers officers) {
        var page = open(officers, "police-officer.31813", "units");
        assertThat(count(page)).hasText("72 dòng");
        assertThat(page.locator("[data-pages] span")).hasText("Trang 1/3");
        page.locator("button[rel=next]").click();
        assertThat(page.locator("[data-pages] span")).hasText("Trang 2/3");

        page.locator("select[name=tier]").selectOption("district");
        page.locator("#query button[type=submit]").click();
        assertThat(count(page)).hasText("7 dòng");
        assertThat(page.locator("[data-pages]")).isHidden();
        page.locator("th a", new Page.LocatorOptions().setHasText("Tên đơn vị")).click();
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("Tên đơn vị");
        var first = rows(page).first().innerText();
        page.locator("th a", new Page.LocatorOptions().setHasText("Tên đơn vị")).click();
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Tên đơn vị");
        assertThat(rows(page).last()).containsText(first.split("\t")[0]);
        assertThat(count(page)).hasText("7 dòng");
    }

    @Test
    void whoIsLookedForStandsInNoAddress(Officers officers) {
        var number = awarded();
        var page = officers.tasklist("police-officer.31813").page();
        List<String> addresses = new ArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        page.navigate(officers.address() + "/registers/awards");
        page.locator("input[name=q]").fill("nguyen van so mau");
        page.locator("#query button[type=submit]").click();
        assertThat(rows(page).first()).containsText("Nguyễn Văn Sổ Mẫu");
        assertThat(page.locator("input[name=q]")).hasValue("nguyen van so mau");
        page.locator("th a", new Page.LocatorOptions().setHasText("Ngày")).first().click();
        assertThat(page.locator("input[name=q]")).hasValue("nguyen van so mau");

        page.navigate(officers.address() + "/dossiers");
        page.locator("input[name=q]").fill("nguyen van so mau");
        page.locator("#query button[type=submit]").click();
        assertThat(page.locator("tbody")).containsText(number);
        var tasklist = officers.tasklist("police-officer.31813");
        tasklist.open(Tasklist.OF_MY_UNIT);
        page.locator(".find input").fill("nguyen van so mau");
        assertThat(page.locator(".find [role=status]")).containsText("nhiệm vụ");

        Assertions.assertThat(addresses).noneMatch(address -> address.contains("nguyen"));
    }

    @Test
    void theWayBackLeadsToWhatWasFound(Officers officers) {
        var number = awarded();
        var page = officers.tasklist("police-officer.31813").page();
        for (var list : new String[] {"/dossiers", "/registers/awards"}) {
            page.navigate(officers.address() + list);
            page.locator("input[name=q]").fill("mau so nguyen");
            page.locator("#query button[type=submit]").click();
            link(page, number).first().click();
            assertThat(page.locator("article.dossier header")).containsText(number);
            page.goBack();
            assertThat(page.locator("input[name=q]")).hasValue("mau so nguyen");
            assertThat(page.locator("tbody")).containsText(number);
            page.reload();
            assertThat(page.locator("tbody")).containsText(number);
            page.navigate(officers.address() + list + "?asked=unknown");
            assertThat(page.locator("input[name=q]")).hasValue("");
        }
    }

    @Test
    void aPersonsAwardsAreFoundByNumberWhichStandsInNoAddress(Officers officers) {
        awarded();
        var page = officers.tasklist("police-officer.31813").page();
        List<String> addresses = new ArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        page.navigate(officers.address() + "/registers/awards");
        assertThat(count(page)).hasText(Pattern.compile("\\d+ dòng"));
        page.locator("[data-person] input").fill("095 080 450 922");
        page.locator("[data-person] button").click();

        assertThat(rows(page).first()).containsText("Nguyễn Văn Sổ Mẫu");
        assertThat(page.locator("tbody")).not().containsText("Hộ Trần Thị Sổ Mẫu");
        Officers.whole(page, "register-of-person");
        page.locator("[data-person] input").fill("12");
        page.locator("[data-person] button").click();
        assertThat(page.locator("[data-message]")).containsText("12 chữ số");
        Assertions.assertThat(addresses).noneMatch(address -> address.contains("450922"));
    }

    @Test
    void aListIsTakenAwayByKeyboardWithItsCriteriaInNoAddress(Officers officers) throws IOException {
        awarded();
        var page = officers.tasklist("police-officer.31813").page();
        List<String> addresses = new ArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        page.navigate(officers.address() + "/registers/awards");
        page.locator("input[name=q]").fill("nguyen van so mau");
        page.keyboard().press("Enter");
        assertThat(rows(page).first()).containsText("Nguyễn Văn Sổ Mẫu");
        var shown = rows(page).count();
        page.locator("[data-download] button").first().click();
        Assertions.assertThat(page.evaluate("document.activeElement.name")).as("the purpose is missing")
                .isEqualTo("purpose");
        Assertions.assertThat(page.evaluate("document.activeElement.validationMessage")).isEqualTo("Bắt buộc nhập");
        assertThat(page.locator("[data-download] label")).containsText("*");

        page.keyboard().type("Báo cáo quý");
        var file = page.waitForDownload(() -> page.keyboard().press("Enter"));
        Assertions.assertThat(file.suggestedFilename()).matches("Sổ khen thưởng \\d{4}-\\d\\d-\\d\\d\\.xlsx");
        Assertions.assertThat(SheetFile.lines(Files.readAllBytes(file.path()))).hasSize(shown + 1);
        assertThat(page.locator("[data-download] [role=status]")).hasText("Đã tải xong");
        Assertions.assertThat(addresses).noneMatch(address -> address.contains("nguyen")
                || address.contains("purpose"));
        Officers.whole(page, "register-download");

        page.navigate(officers.address() + "/dossiers?scope=SENT");
        page.locator("[data-download] input[name=purpose]").fill("Báo cáo quý");
        var csv = page.waitForDownload(() -> page.locator("[data-download] button[value=csv]").click());
        Assertions.assertThat(Files.readString(csv.path())).startsWith("\uFEFFSố hồ sơ;").contains("Phường 2");
    }

    @Test
    void whoKeepsARegisterBringsRowsOnItsPage(Officers officers) {
        var page = open(officers, "police-officer.31843", "mass-organisations");
        page.locator(".import summary").click();
        Accessibility.check(page, "/registers/mass-organisations with rows to bring");
        Accessibility.checkOnPhone(page, "register-import");
        var wrong = page.locator(".import [data-wrong]");
        var outcome = page.locator(".import [data-outcome]");

        page.locator("[data-paste] textarea").fill("Tổ mẫu A\tTổ tự quản\t7\t01/02/2023\nTổ mẫu B\tTổ tự quản\tnhiều\t31/02/2023");
        page.locator("[data-paste] button").click();
        assertThat(wrong).hasText("Dòng 2, cột Số thành viên: phải là số từ 0 đến 1.000.000; "
                + "cột Hoạt động từ: ngày không có trong lịch");
        assertThat(page.locator("[data-paste] + [data-wrong]")).isVisible();
        page.locator("[data-paste] textarea").fill("Tổ mẫu A\tTổ tự quản\t7\t01/02/2023\nTổ mẫu B\tTổ tự quản\t8\t01/02/2023");
        page.locator("[data-paste] button").click();
        assertThat(outcome).hasText("Đã nhập 2 dòng.");
        assertThat(rows(page)).hasCount(2);

        page.locator("[data-row] input[name=name]").fill("Tổ mẫu \"C\", khóm 3");
        page.locator("[data-row] input[name=kind]").fill("Tổ tự quản");
        page.locator("[data-row] input[name=members]").fill("9");
        page.locator("[data-row] input[inputmode=numeric]").fill("01/02/2033");
        page.locator("[data-row] button[type=submit]").click();
        assertThat(wrong).hasText("Hoạt động từ: Ngày chưa tới");
        assertThat(page.locator("[data-row] + [data-wrong]")).isVisible();
        page.locator("[data-row] input[inputmode=numeric]").fill("01/02/2023");
        page.locator("[data-row] button[type=submit]").click();
        assertThat(outcome).hasText("Đã nhập 1 dòng.");
        assertThat(rows(page)).hasCount(3);
        assertThat(page.locator("tbody")).containsText("Tổ mẫu \"C\", khóm 3");
        Officers.whole(page, "register-import");

        assertThat(open(officers, "police-chief.31813", "mass-organisations").locator(".import")).hasCount(0);
    }

    @Test
    void whatTheApiRefusesIsSaid(Officers officers) {
        var page = open(officers, "police-officer.31813", "decisions?sort=signer");
        assertThat(page.locator("[data-message]")).containsText("Không sắp xếp được");

        Assertions.assertThat(page.navigate(officers.address() + "/registers/none").status()).isEqualTo(404);
        assertThat(page.locator("main")).hasText("Không có sổ này");
    }

    @Test
    void anotherCommuneFindsNothing(Officers officers) {
        var number = awarded();
        for (var register : new String[] {"awards", "decisions"}) {
            var page = open(officers, "police-officer.31843", register + "?dossierNumber=" + number);
            assertThat(count(page)).hasText("0 dòng");
        }
    }

    @Test
    void everyRegisterIsForEverybody(Officers officers) {
        awarded();
        var page = officers.tasklist("police-officer.95").page();
        page.navigate(officers.address() + "/registers");
        var forEverybody = shelf.all().stream().filter(register -> !register.auditors()).toList();
        assertThat(page.locator(".registers li")).hasCount(forEverybody.size());
        Officers.whole(page, "registers");
        Accessibility.check(page, "/registers");
        Accessibility.checkOnPhone(page, "registers");

        Sweep.every(4, 0, forEverybody).forEach(register -> {
            page.navigate(officers.address() + "/registers/" + register.name());
            assertThat(count(page)).hasText(Pattern.compile("\\d+ dòng"));
            Officers.whole(page, "register-" + register.name());
            Accessibility.check(page, "/registers/" + register.name());
            Accessibility.checkOnPhone(page, "register-" + register.name());
        });
    }

    @Test
    void everyListFitsAScreenOf1366AndBeginsWhereTheHeaderDoes(Officers officers) {
        var page = officers.tasklist("police-officer.31813").page();
        page.setViewportSize(SCREEN, 850);
        Sweep.every(2, 0, shelf.all().stream().filter(register -> register.page() == null).toList()).forEach(register -> {
            page.route(address -> address.contains("/api/") && !address.contains("/api/units?size")
                            && !address.contains("/api/notices"),
                    route -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
                            .setBody(longRow(register))));
            page.navigate(officers.address() + "/registers/" + register.name());
            assertThat(rows(page)).hasCount(1);
            fits(page, register.name());
            page.unrouteAll();
        });
        for (var address : new String[] {"/", "/dossiers", "/registers", "/rules", "/blank-forms"}) {
            page.navigate(officers.address() + address);
            fits(page, address);
        }
        page.evaluate("document.querySelector('header .person').textContent = '%s'".formatted(NAME));
        fits(page, "a long name");
    }

    @Test
    void aTableThatIsWiderThanAPhoneShowsItAndIsScrolledByKeyboard(Officers officers) {
        awarded();
        var page = officers.tasklist("police-officer.31813").page();
        page.setViewportSize(390, 844);
        page.navigate(officers.address() + "/registers/awards");
        assertThat(rows(page).first()).isVisible();
        var table = page.locator(".wide");
        assertThat(table).hasAttribute("aria-label", "Sổ khen thưởng");
        assertThat(table).hasCSS("background-attachment", "local, local, scroll, scroll");
        table.focus();
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> (boolean) page.evaluate("document.querySelector('.wide').scrollLeft > 0"));

        Assertions.assertThat(page.locator(".page > header").boundingBox().height).isLessThan(60);
        page.locator("header .menu").click();
        assertThat(page.locator("header .person")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("header .person")).isHidden();
    }

    /** A row in which every text is as long as such texts are. */
    private static String longRow(RegisterPage register) {
        var row = new JsonObject();
        register.columns().forEach(column -> row.addProperty(column.field(), column.values() != null
                ? column.values().stream().map(RegisterPage.Value::id).max(Comparator.comparing(String::length)).get()
                : LONG.getOrDefault(column.as() != null ? column.as() : column.href() != null ? "code" : "text", TEXT)));
        List.of("id", "decisionId").forEach(field -> row.addProperty(field, "1"));
        row.addProperty("dossierNumber", LONG.get("code"));
        return "{\"content\": [%s], \"page\": {\"size\": 20, \"number\": 0, \"totalElements\": 1, \"totalPages\": 1}}"
                .formatted(row);
    }

    private static void fits(Page page, String name) {
        Officers.whole(page, "fits-" + name.replace("/", ""));
        Assertions.assertThat(page.locator(".query label:visible").all()).as(name).allSatisfy(label ->
                assertThat(label).hasCSS("row-gap", Pattern.compile("[4-9].*px")));
        Assertions.assertThat((List<?>) page.evaluate("""
                [document.documentElement, ...document.querySelectorAll('.wide')]
                  .filter(box => box.scrollWidth > box.clientWidth).map(box => `${box.scrollWidth} > ${box.clientWidth}`)"""))
                .as(name).isEmpty();
        Assertions.assertThat(page.locator("main h1").boundingBox().x).as(name)
                .isEqualTo(page.locator("header .brand").boundingBox().x);
        Assertions.assertThat(page.locator(".page > header").boundingBox().height).as(name).isLessThan(60);
    }

    /** @return the number of a dossier with a decision and two awards, each time for another achievement */
    /** Whom no other test has, so that few lines are found. */
    private String awarded() {
        var person = new HashMap<>(HttpJourney.individual("Nguyễn Văn Sổ Mẫu"));
        person.put("citizenId", "095080450922");
        var proposal = HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(person, HttpJourney.household("Hộ Trần Thị Sổ Mẫu")));
        proposal.put("achievement", "Thành tích mẫu số " + ++achievements);
        var number = journey.propose("police-officer.31813", proposal);
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");
        return number;
    }

    private static Page open(Officers officers, String account, String register) {
        var page = officers.tasklist(account).page();
        page.navigate(officers.address() + "/registers/" + register);
        return page;
    }

    private static Locator rows(Page page) {
        return page.locator("tbody tr");
    }

    /** @return the name of the file to which the first such link leads */
    private static String download(Page page, String text) {
        return page.waitForDownload(() -> link(page, text).click()).suggestedFilename();
    }

    private static Locator link(Page page, String text) {
        return page.locator("tbody a", new Page.LocatorOptions().setHasText(text)).first();
    }

    private static Locator count(Page page) {
        return page.locator("[data-count]");
    }
}
