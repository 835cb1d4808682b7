package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.FormsOnFile;
import vn.phongtrao.Sweep;
import vn.phongtrao.http.HttpJourney;

/** Forms in officers' hands: nothing is rewritten, nothing is lost, and what is refused is said where they look. */
@BrowserTest
class FormsInHandIT {

    private static final double REDRAWN_MILLIS = 600;
    private static final String DRAFTER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String FROM = "Lập thành tích từ ngày";
    private static final String COMMUNE_CERTIFICATE = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã";
    private static final String OPINION = "Ý kiến\\*?$";
    private static final String NO_DAY = "Không phải là ngày có trong lịch";
    private static final String FOCUSED_IN_VIEW = """
            field => {
              const {top, bottom} = field.getBoundingClientRect();
              return field.contains(document.activeElement) && top >= 0 && bottom <= innerHeight;
            }""";

    @Autowired
    JdbcClient database;
    @Autowired
    HttpJourney journey;

    @Test
    void theListBesideIsTheOneThatHasTheNewTask(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        drafter.open(Tasklist.MINE);
        page.click(".start-process-action a");
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Khen thưởng"))).click();
        drafter.form().waitFor();
        new Proposal(COMMUNE_CERTIFICATE, "Đột xuất", "Bắt quả tang trộm (mẫu)",
                List.of(Proposal.Nominee.household("Hộ Có Việc Mới"))).typeInto(drafter.form());
        var number = drafter.start();

        assertThat(page.locator(".task-filter.active")).containsText(Tasklist.OF_MY_UNIT);
        assertThat(page.locator(".tasks-list li.task.active")).containsText(number);
        assertThat(page.locator(".task-card")).containsText(number);
        Officers.picture(page, "started-listed");
    }

    @Test
    void whoHasNoCitizenNumberIsNamedByAPassport(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        page.setViewportSize(1366, 850);
        var form = drafter.propose();
        new Proposal(COMMUNE_CERTIFICATE, "Đột xuất", "Cứu người bị nạn (mẫu)",
                List.of(Proposal.Nominee.individual("Kham Phai Mẫu", HttpJourney.citizenId()))).typeInto(form);
        var row = form.locator(".fjs-repeat-row-container").first();
        Fields.field(row, "Giấy tờ tùy thân khác").scrollIntoViewIfNeeded();
        Officers.picture(page, "citizen-number");
        assertThat(Fields.field(row, "Số giấy tờ")).hasCount(0);

        Fields.select(row, "Giấy tờ tùy thân khác", "Hộ chiếu");
        assertThat(Fields.field(row, "Số căn cước")).hasCount(0);
        Fields.fill(row, "Số giấy tờ", "pa 7654321");
        Fields.field(row, "Nước, vùng lãnh thổ cấp").locator("input").fill("Là");
        Fields.select(row, "Nước, vùng lãnh thổ cấp", "Lào");
        Officers.picture(page, "passport");
        page.setViewportSize(320, 700);
        Fields.field(row, "Số giấy tờ").scrollIntoViewIfNeeded();
        Officers.picture(page, "passport-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        page.setViewportSize(1366, 850);

        assertThat(database.sql("select document, nationality, citizen_mask from nominee where dossier_number = ?")
                .param(drafter.start()).query().singleRow())
                .containsOnly(Map.entry("document", "travel"), Map.entry("nationality", "LAO"), Map.entry("citizen_mask", "******321"));
    }

    @Test
    void aDayIsReadAsPeopleWriteItAndWhatIsNoDayIsRefused(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var form = drafter.propose();
        var input = Fields.field(form, FROM).locator("input.fjs-input");
        for (var none : Sweep.every(2, 0, List.of("31/02/2024", "29/2/2023", "13/13/2024", "hôm qua", "00/00/2024", "32012024",
                "2024-02-30", "30/6/24", "1/1/1899"))) {
            input.fill(none);
            input.blur();
            assertThat(Fields.field(form, FROM)).containsText(NO_DAY);
            assertThat(input).hasValue(none);
            assertThat(input).hasAttribute("aria-invalid", "true");
        }
        Officers.picture(drafter.page(), "no-day");
        for (var written : Sweep.every(2, 0, List.of("2024-06-30", "30-6-2024", "30062024", "30.6.2024", " 30/6/2024 ", "30/06/2024"))) {
            // the picker is made anew after each refusal, and nobody types within that moment
            drafter.page().waitForTimeout(REDRAWN_MILLIS);
            input.fill("");
            input.blur();
            assertThat(Fields.field(form, FROM)).containsText("Bắt buộc nhập");
            drafter.page().waitForTimeout(REDRAWN_MILLIS);
            input.fill(written);
            input.press("Enter");
            assertThat(input).hasValue("30/06/2024");
            assertThat(Fields.field(form, FROM)).not().containsText(NO_DAY);
        }
    }

    @Test
    void aFormWithWhatIsNoDayIsNotSent(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var form = drafter.propose();
        proposal("095080000124").typeInto(form);
        Fields.date(form, FROM, "31/02/2024");
        drafter.startButton().click();

        assertThat(drafter.page().locator(".refusals")).containsText(FROM);
        waitForFocus(Fields.field(form, FROM));
        // the picker is made anew after a refusal
        drafter.page().waitForTimeout(REDRAWN_MILLIS);
        Fields.date(form, FROM, "01/02/2024");
        assertThat(drafter.page().locator(".refusals")).hasCount(0);
        drafter.start();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceBesideItsFieldAndTheFirstComesIntoView(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var form = drafter.propose();
        drafter.startButton().click();

        var refusals = drafter.page().locator(".refusals[role=alert]");
        assertThat(refusals).containsText("Hình thức khen thưởng");
        assertThat(refusals).containsText("Dòng 1 · Đối tượng");
        waitForFocus(Fields.field(form, "Hình thức khen thưởng"));
        drafter.page().waitForTimeout(200);
        Officers.picture(drafter.page(), "everything-missing");
        Accessibility.check(drafter.page(), "A refused form");
        refusals.locator("button", new Locator.LocatorOptions().setHasText("Tên thành tích")).click();
        waitForFocus(Fields.field(form, "Tên thành tích"));
    }

    @Test
    void whatTheServerRefusesStandsBesideItsFieldToo(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var form = drafter.propose();
        proposal("095080000124").typeInto(form);
        Fields.date(form, FROM, "01/07/2024");
        Fields.date(form, "Đến ngày", "30/06/2024");
        Fields.fill(form.locator(".fjs-repeat-row-container").first(), "Năm sinh", "2050");
        drafter.startButton().click();

        assertThat(Fields.field(form, "Đến ngày")).containsText("Ngày kết thúc thành tích phải từ ngày bắt đầu trở đi");
        assertThat(Fields.field(form, "Năm sinh").locator(".fjs-form-field-error")).not().isEmpty();
        assertThat(Fields.field(form, "Đến ngày").locator("input").first()).hasAttribute("aria-invalid", "true");
        waitForFocus(Fields.field(form, "Đến ngày"));
        assertThat(drafter.refusals()).hasCount(1);
        assertThat(drafter.refusals()).isInViewport();
        assertThat(drafter.page().locator(".alert-danger:visible")).hasCount(0);
        Officers.picture(drafter.page(), "server-refused");
        Fields.date(form, FROM, "01/01/2024");
        Fields.fill(form.locator(".fjs-repeat-row-container").first(), "Năm sinh", "1980");
        drafter.start();
    }

    @Test
    void aTaskThatIsRefusedSaysSoBesideTheField(Officers officers) {
        var chief = officers.tasklist(CHIEF).take(signing(officers)).choose("Trả lại để bổ sung");
        assertThat(Fields.field(chief.form(), OPINION).locator(".fjs-asterix")).isVisible();
        chief.send();
        assertThat(Fields.field(chief.form(), OPINION)).containsText("Bắt buộc nhập");
        waitForFocus(Fields.field(chief.form(), OPINION));
        Officers.picture(chief.page(), "task-refused");
        chief.comment("Bổ sung biên bản");
        assertThat(chief.refusals()).hasCount(0);
        chief.complete();
        assertThat(chief.page().locator(".alert-danger:visible")).hasCount(0);
    }

    @Test
    void whatIsRefusedOfARowIsSaidBesideItsNameAndLedTo(Officers officers) {
        var row = HttpJourney.individual("Trần Văn Được Khen");
        var awarded = journey.propose(DRAFTER, HttpJourney.proposal("commune-certificate", "ad-hoc", List.of(row)));
        journey.complete(awarded, "complete-dossier", DRAFTER, Map.of());
        journey.approve(awarded, "sign", CHIEF);
        journey.approve(awarded, "appraise", "committee-clerk.31813");
        journey.approve(awarded, "decide", "committee-chair.31813");

        var drafter = officers.tasklist(DRAFTER);
        var form = drafter.propose();
        new Proposal(COMMUNE_CERTIFICATE, "Đột xuất", "Thành tích mẫu trong phong trào", List.of(
                Proposal.Nominee.household("Hộ Lê Văn Chưa Khen"),
                Proposal.Nominee.individual("Trần Văn Được Khen", (String) row.get("citizenId")))).typeInto(form);
        drafter.startButton().click();
        var second = form.locator(".fjs-repeat-row-container").nth(1);
        assertThat(Fields.field(second, "Họ và tên")).containsText("Thành tích này đã được khen thưởng");
        assertThat(drafter.refusals()).containsText("Dòng 2 · Họ và tên, tên tập thể, hộ gia đình (Trần Văn Được Khen)");
        waitForFocus(Fields.field(second, "Họ và tên"));
        Officers.picture(drafter.page(), "row-refused");
        form.locator("input.fjs-input").first().focus();
        drafter.refusals().locator("button").click();
        waitForFocus(Fields.field(second, "Họ và tên"));
        drafter.page().setViewportSize(390, 844);
        drafter.refusals().locator("button").click();
        Officers.picture(drafter.page(), "row-refused-phone");
        drafter.page().setViewportSize(1366, 850);
    }

    @Test
    void whatIsTypedComesBackAndIsForgottenWhenItIsSent(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        proposal("095080000125").typeInto(drafter.propose());
        page.keyboard().press("Escape");
        assertThat(page.locator(".modal-footer .stay")).isVisible();
        Officers.picture(page, "escape-stays");
        page.waitForCondition(() -> drafts() == 1);

        page.navigate("about:blank");
        var form = drafter.propose();
        assertThat(page.locator(".draft")).containsText("Đã khôi phục bản đang nhập lúc");
        assertThat(Fields.field(form, "Tên thành tích").locator("input")).hasValue("Bắt quả tang trộm (mẫu)");
        assertThat(Fields.field(form, FROM).locator("input.fjs-input")).hasValue("01/01/2024");
        assertThat(Fields.field(form, "Số căn cước").locator("input")).hasValue("095080000125");
        Officers.picture(page, "draft");
        Accessibility.check(page, "A form with a draft");
        assertThat(sealed()).doesNotContain("095080000125");
        drafter.start();
        page.waitForTimeout(2500);
        assertThat(drafts()).isZero();
        assertThat(Fields.field(drafter.propose(), "Tên thành tích").locator("input")).hasValue("");
    }

    @Test
    void whatCouldNotBeKeptIsKeptAtTheNextOccasion(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        var refused = new CompletableFuture<Route>();
        page.route("**/api/drafts/**", route -> {
            if (route.request().method().equals("PUT") && refused.complete(route)) {
                route.abort();
            } else {
                route.resume();
            }
        });
        Fields.fill(drafter.propose(), "Tên thành tích", "Giữ lại lần sau (mẫu)");
        page.waitForCondition(refused::isDone);
        assertThat(drafts()).isZero();

        page.waitForCondition(() -> {
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            return drafts() == 1;
        });
    }

    @Test
    void aDayThatIsNoneIsStillNamedWhenTheFormIsOpenedAgain(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        var page = drafter.page();
        var input = Fields.field(drafter.propose(), FROM).locator("input.fjs-input");
        input.fill("31/02/2024");
        input.blur();
        page.waitForCondition(() -> drafts() == 1);

        page.navigate("about:blank");
        var field = Fields.field(drafter.propose(), FROM);
        assertThat(field).containsText("\"31/02/2024\"");
        field.locator("input.fjs-input").focus();
        field.locator("input.fjs-input").blur();
        assertThat(field).containsText("\"31/02/2024\"");
        page.locator(".draft button").click();
    }

    @Test
    void whatTheSystemCouldNotDoIsNotCountedAmongWhatIsToBeMended(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        proposal("095080000126").typeInto(drafter.propose());
        drafter.page().route("**/submit-form", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)
                .setContentType("application/json").setBody("{\"type\": \"Fault\", \"message\": \"Hệ thống gặp lỗi\"}")));
        drafter.startButton().click();

        assertThat(drafter.refusals()).containsText("Hệ thống gặp lỗi");
        assertThat(drafter.refusals()).containsText("Chưa gửi được.");
        drafter.page().unroute("**/submit-form");
        drafter.start();
    }

    @Test
    void aDraftOfATaskComesBackAfterAnotherTaskAndCanBeDropped(Officers officers) {
        var first = signing(officers);
        var second = signing(officers);
        var chief = officers.tasklist(CHIEF);
        chief.take(first);
        chief.comment("Đang viết dở (mẫu)");
        chief.take(second);
        assertThat(Fields.field(chief.form(), OPINION).locator("textarea")).hasValue("");
        chief.take(first);
        assertThat(Fields.field(chief.form(), OPINION).locator("textarea")).hasValue("Đang viết dở (mẫu)");
        chief.page().locator(".draft button").click();
        assertThat(Fields.field(chief.form(), OPINION).locator("textarea")).hasValue("");
        assertThat(chief.page().locator(".draft")).hasCount(0);
    }

    @Test
    void theDraftDecisionIsPrintedWithoutWhomTheDeciderIsAboutToStrike(Officers officers) {
        var number = DossierPageIT.propose(officers);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", "committee-clerk.31813");
        var chair = officers.tasklist("committee-chair.31813").take(number).choose("Đồng ý");
        chair.form().getByLabel("Nguyễn Văn Trang Mẫu").check();
        assertThat(Fields.field(chair.form(), "Lý do đưa ra khỏi danh sách").locator(".fjs-asterix")).isVisible();
        chair.send();
        assertThat(Fields.field(chair.form(), "Lý do đưa ra khỏi danh sách")).containsText("Bắt buộc nhập");
        Fields.fill(chair.form(), "Lý do đưa ra khỏi danh sách", "Đang xem xét đơn thư");
        assertThat(chair.refusals()).hasCount(0);

        var sent = chair.page().waitForRequest(request -> request.url().endsWith("/draft"), () ->
                chair.page().waitForPopup(() -> chair.page().locator(".subject a").click()));
        assertThat(sent.postData()).contains("struckNominees", "Đang xem xét đơn thư");
        assertThat(sent.response().status()).isEqualTo(200);
    }

    @Test
    void aFormThatNothingWasTypedIntoIsClosedByEscape(Officers officers) {
        var drafter = officers.tasklist(DRAFTER);
        drafter.propose();
        drafter.page().waitForTimeout(500);
        drafter.page().keyboard().press("Escape");
        assertThat(drafter.page().locator(".modal")).hasCount(0);
    }

    @Test
    void onAPhoneATappedTaskComesIntoViewAndIsSignedThere(Officers officers) {
        var number = signing(officers);
        var chief = officers.tasklist(CHIEF);
        var page = chief.page();
        page.setViewportSize(390, 844);
        chief.open(Tasklist.OF_MY_UNIT);
        Officers.picture(page, "phone-list");
        assertThat((boolean) page.evaluate("(foot => foot.scrollHeight <= foot.clientHeight)("
                + "document.querySelector('[cam-widget-footer]'))")).as("the footer is read whole").isTrue();
        // as if many tasks were below it
        page.evaluate("document.querySelector('.tasks-list').style.paddingBottom = '3000px'");
        chief.task(number).click();
        page.waitForCondition(() -> (boolean) page.evaluate("""
                () => {
                  const {top, bottom} = document.querySelector('.task-card h2')?.getBoundingClientRect() ?? {};
                  return top > 44 && bottom < innerHeight;
                }"""));
        Officers.picture(page, "phone-task");
        chief.form().waitFor();
        Officers.whole(page, "phone-form");
        chief.choose("Đồng ý");
        page.locator(".form-actions button.btn-primary").scrollIntoViewIfNeeded();
        Officers.picture(page, "phone-sign");
        chief.send();
        assertThat(chief.task(number)).hasCount(0);
        page.waitForTimeout(500);
        Officers.picture(page, "phone-signed");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    /** Beside text, what a name may hold that Markdown, HTML or templates would read. */
    private static final String TYPED = "**ĐẠT** <a href=//x.invalid>xem</a> [xem](//x.invalid) www.x.invalid {{1+1}} _~~a~~_";

    @Test
    void whatWasTypedIsShownAsTypedInEveryForm(Officers officers) {
        var chief = officers.tasklist(CHIEF).take(signing(officers));
        var page = chief.page();
        var shown = new TreeMap<String, Integer>();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        FormsOnFile.all().forEach((id, form) -> {
            shown.put(id, (int) page.evaluate("""
                async ([json, typed, script]) => {
                  const {formOf} = await import(script);
                  const chosen = new Set();
                  JSON.parse(json, (name, part) => {
                    if (['checklist', 'taglist'].includes(part?.type)) {
                      chosen.add(part.key);
                    }
                    return part;
                  });
                  const words = () => [...new Set(json.match(/[A-Za-z]\\w*/g))].reduce((row, word) =>
                      ({...row, [word]: chosen.has(word) ? ['1'] : typed}), {});
                  const lists = new Set([...json.matchAll(/(?:\\bin |count\\(|"=|"path"\\s*:\\s*")([a-zA-Z]+)/g)].map(([, name]) => name));
                  const data = words();
                  lists.forEach(name => { data[name] = [{...words(), id: '1', value: '1'}]; });
                  [...json.matchAll(/{{(\\w+)\\./g)].forEach(([, name]) => { data[name] = words(); });
                  const form = formOf(document.querySelector('.task-details .fjs-form')).get('form');
                  const drawn = new Promise(drawn => {
                    let quiet = setTimeout(drawn, 2000);
                    new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(drawn, 60); })
                        .observe(document.querySelector('.task-details'), {subtree: true, childList: true});
                  });
                  await form.importSchema(JSON.parse(json), data);
                  await drawn;
                  const element = document.querySelector('.task-details .fjs-form');
                  const places = [...element.querySelectorAll('*')].filter(one => [...one.childNodes]
                      .some(text => text.nodeType === Node.TEXT_NODE && text.data.includes('ĐẠT')));
                  const changed = places.filter(one => !one.textContent.includes(typed));
                  const made = element.querySelectorAll('.fjs-form-field :is(a:not(.fjs-powered-by-link, .fjs-skip-link, .list-tools a), img, em, del)');
                  if (changed.length || made.length) {
                    throw new Error([...changed, ...made].map(one => one.outerHTML).join('\\n'));
                  }
                  return places.length;
                }""", List.of(new String(form, StandardCharsets.UTF_8), TYPED,
                "/camunda/app/tasklist/scripts/forms.js")));
            assertThat(faults).as(id).isEmpty();
        });
        Officers.picture(page, "typed-text");
        assertThat(shown).hasSizeGreaterThan(50);
        assertThat(shown.values().stream().filter(places -> places > 0).count()).as(shown.toString())
                .isGreaterThan(40);
    }

    private String signing(Officers officers) {
        var number = DossierPageIT.propose(officers);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        return number;
    }

    private static void waitForFocus(Locator field) {
        field.page().waitForCondition(() -> (boolean) field.evaluate(FOCUSED_IN_VIEW));
    }

    private static Proposal proposal(String citizenId) {
        return new Proposal(COMMUNE_CERTIFICATE, "Đột xuất", "Bắt quả tang trộm (mẫu)",
                List.of(Proposal.Nominee.individual("Lê Thị Mẫu", citizenId)));
    }

    private long drafts() {
        return database.sql("select count(*) from draft").query(Long.class).single();
    }

    private String sealed() {
        return database.sql("select encode(sealed, 'escape') from draft").query(String.class).single();
    }
}
