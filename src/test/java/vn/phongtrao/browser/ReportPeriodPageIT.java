package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reporting period as officers see it, from its opening to its closing. */
@BrowserTest
class ReportPeriodPageIT {

    /** How many marks of what must be filled in do not stand right after the last word of their label. */
    private static final String MARKS_AWAY = """
            [...document.querySelectorAll('.task-details .fjs-asterix')].filter(mark => {
              const label = document.createRange();
              label.selectNodeContents(mark.previousSibling);
              const word = [...label.getClientRects()].pop();
              const {left, bottom} = mark.getBoundingClientRect();
              return left - word.right > 8 || Math.abs(bottom - word.bottom) > 8;
            }).length""";
    private static final String NAME = "6 tháng đầu năm 2070";

    @Autowired
    JdbcClient database;

    @Test
    void aPeriodIsOpenedReportedOnAndClosed(Officers officers) {
        var page = officers.tasklist("police-officer.95").page();
        page.onDialog(Dialog::accept);
        page.navigate(officers.address() + "/report-periods");
        page.locator("input[name=name]").fill(NAME);
        page.locator("input[name=from]").fill("2000-12-31");
        page.locator("input[name=to]").fill("2000-06-01");
        page.locator("input[name=dueOn]").fill("2070-07-10");
        page.locator("form[data-open] button[type=submit]").click();
        assertThat(page.locator("[data-message]")).containsText("Ngày cuối kỳ không được trước ngày đầu kỳ");

        page.locator("input[name=from]").fill("2000-07-01");
        page.locator("input[name=to]").fill("2000-12-31");
        page.locator("form[data-open] button[type=submit]").click();
        assertThat(page.locator("[data-outcome]"))
                .hasText("Đã mở kỳ " + NAME + "; 64 xã, phường, thị trấn nhận báo cáo để lập.");
        var period = period(page);
        assertThat(period).containsText("0 trên 64 xã, phường, thị trấn");
        assertThat(period.locator("[data-withdraw]")).isEnabled();
        Officers.whole(page, "report-periods");
        Accessibility.check(page, "/report-periods");
        Accessibility.checkOnPhone(page, "report-periods");

        period.locator("[data-import]").setInputFiles(new FilePayload("bao-cao.csv", "text/csv", """
                unitPath,unitName,launchEvents,attendances,leaflets,personsPersuaded,personsEducated,regularPolice,massOrganisations,massOrganisationMembers,complexAreas,festivalEvents,crimeReports
                95/954/31813,Phường 2,12,840,1500,30,4,9,12,340,2,1,6
                """.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("[data-outcome]")).containsText("Đã điền 1 báo cáo");

        var number = database.sql("select dossier_number from movement_report join report_period on id = period_id "
                + "where name = ? and unit_path = '95/954/31813'").param(NAME).query(String.class).single();
        var officer = officers.tasklist("police-officer.31813").take(number);
        assertThat(officer.form().getByText("Cần kiểm tra lại trước khi gửi")).hasCount(0);
        Fields.fill(officer.form(), "Số lượt người dự", "11");
        assertThat(officer.form().locator("td").getByText("ít hơn Số cuộc phát động phong trào")).isVisible();
        Officers.whole(officer.page(), "report-form");
        Assertions.assertThat((int) officer.page().evaluate(MARKS_AWAY)).isZero();
        officer.page().setViewportSize(390, 844);
        Officers.whole(officer.page(), "report-form-phone");
        Assertions.assertThat((int) officer.page().evaluate(MARKS_AWAY)).isZero();
        officer.page().setViewportSize(1400, 950);
        Fields.fill(officer.form(), "Số lượt người dự", "840");
        officer.complete();
        var chief = officers.tasklist("police-chief.31813").take(number).choose("Đồng ý");
        assertThat(chief.form()).containsText("840");
        Officers.whole(chief.page(), "report-signing");
        chief.complete();
        chief.page().navigate(officers.address() + "/dossiers/" + number);
        assertThat(chief.page().locator("main")).containsText("1.500");
        chief.page().navigate(officers.address() + "/dossiers/" + number + "/path");
        assertThat(chief.page().locator(".way li").first()).containsText("Ký báo cáo");
        assertThat(chief.page().locator(".way > li[aria-current=step]")).containsText("Thành phố Bạc Liêu");
        chief.page().locator(".models summary").click();
        assertThat(chief.page().locator(".diagram svg text").getByText("Xem xét báo cáo").first()).isVisible();
        Officers.whole(chief.page(), "report-path");
        page.reload();
        assertThat(period(page)).containsText("1 trên 64 xã, phường, thị trấn");

        period.locator("[data-close]").click();
        assertThat(period(page).locator(".mark")).hasText("Đã khóa");
        period(page).locator("h2 a").click();
        assertThat(page.locator("h1")).hasText("Số liệu phong trào theo kỳ");
        assertThat(page.locator("tbody tr").first()).containsText("Tỉnh Bạc Liêu");
    }

    @Test
    void whoOpensNoPeriodsOnlyReadsThem(Officers officers) {
        var page = officers.tasklist("police-chief.31813").page();
        page.navigate(officers.address() + "/report-periods");

        assertThat(page.locator("h1")).hasText("Kỳ báo cáo phong trào");
        assertThat(page.locator("form[data-open]")).hasCount(0);
        assertThat(page.locator("[data-close], [data-import]")).hasCount(0);
    }

    private static Locator period(Page page) {
        return page.locator("section", new Page.LocatorOptions().setHasText(NAME));
    }
}
