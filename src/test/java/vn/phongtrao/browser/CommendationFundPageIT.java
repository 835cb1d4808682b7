package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report on commendation, and a fund from its budget to a payment that is undone, as officers see them. */
@BrowserTest
class CommendationFundPageIT {

    private static final String DOSSIER = "KT-QUY-MAU";
    /** What is between the margins, in CSS pixels. */
    private static final int A4_ACROSS = 1030;

    @Autowired
    JdbcClient database;

    @Test
    void aFundGetsItsBudgetPaysAndUndoes(Officers officers) {
        award();
        var page = officers.tasklist("committee-clerk.31813").page();
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.message());
            dialog.accept();
        });
        page.navigate(officers.address() + "/commendation-funds?year=2024");
        page.locator("form[data-budget] [name=amount]").fill("90000000");
        page.locator("form[data-budget] [name=recurrentSpending]").fill("1000000000");
        page.locator("form[data-budget] button[type=submit]").click();
        assertThat(page.locator("[data-message]")).containsText("là 10.000.000 đồng");
        Accessibility.check(page, "/commendation-funds");
        Officers.whole(page, "commendation-funds");

        page.locator("form[data-budget] [name=amount]").fill("10000000");
        page.locator("form[data-budget] button[type=submit]").click();
        assertThat(page.locator("tbody tr").first()).containsText("8.000.000");

        due(page).locator("input[type=checkbox]").first().check();
        page.locator("form[data-pay] [name=paidOn]").fill("2100-01-01");
        page.locator("form[data-pay] button[type=submit]").click();
        assertThat(page.locator("form[data-pay] label [data-message]")).hasText("Ngày chi chưa tới");
        page.locator("form[data-pay] [name=paidOn]").fill("2024-01-04");
        page.locator("form[data-pay] button[type=submit]").click();
        assertThat(due(page)).hasCount(0);
        assertThat(page.locator("[data-outcome]")).hasText("Đã ghi nhận chi 1 khen thưởng, tổng số 270.000 đồng.");
        Assertions.assertThat(asked).last().asString()
                .startsWith("Ghi nhận đã chi 1 quyết định, 1 khen thưởng, tổng số 270.000 đồng, ngày chi 04/01/2024?");
        var payment = of(page, "details.undo").first();
        payment.locator("summary").click();
        payment.locator("[name=reason]").fill("Ghi nhầm");
        payment.locator("button[type=submit]").click();
        assertThat(due(page)).hasCount(1);
        assertThat(page.locator("[data-outcome]")).hasText("Đã hủy ghi nhận chi 1 khen thưởng.");

        award(DOSSIER + "-0", "commune-certificate", "commune", "95/954/31813", 20_000_000);
        page.reload();
        due(page).first().locator("input[type=checkbox]").first().check();
        due(page).last().locator("input[type=checkbox]").first().check();
        page.locator("form[data-pay] [name=paidOn]").fill("2024-01-05");
        page.locator("form[data-pay] button[type=submit]").click();
        assertThat(due(page)).hasCount(0);
        Assertions.assertThat(asked).last().asString().contains("2 quyết định, 2 khen thưởng, tổng số 20.270.000 đồng")
                .endsWith("số đã chi sẽ vượt dự toán 10.270.000 đồng.");
        payment.locator("summary").click();
        assertThat(payment.locator("summary")).hasText(
                "2 khen thưởng, Quyết định số 77/QĐ-UBND: 20.270.000 đồng, chi ngày 05/01/2024");
        Officers.whole(page, "commendation-funds-paid");
        payment.locator("[name=reason]").fill("Ghi nhầm");
        payment.locator("button[type=submit]").click();
        assertThat(due(page)).hasCount(2);
        assertThat(page.locator("[data-outcome]")).hasText("Đã hủy ghi nhận chi 2 khen thưởng.");

        page.navigate(officers.address() + "/registers/commendation-payments");
        assertThat(page.locator("tbody tr").first()).containsText("Ghi nhầm");
        page.navigate(officers.address() + "/commendation-report?from=2024-01-01&to=2024-06-30");
        assertThat(page.locator("tbody").first()).containsText("Giấy khen");
        Accessibility.check(page, "/commendation-report");
        Officers.whole(page, "commendation-report");
    }

    /** A table that is wider than what it stands on is cut where nobody can move it: on paper. */
    @Test
    void nothingIsCutOnAScreenAndOnPaper(Officers officers) {
        award(DOSSIER + "-1", "police-director-certificate", "province-police", "95", 1_234_567_890_000L);
        award(DOSSIER + "-2", "province-merit", "province", "95", 98_765_432_100L);
        award(DOSSIER + "-3", "district-certificate", "district", "95/954", 8_765_432_100L);
        award(DOSSIER + "-4", "ministry-merit", "ministry", null, 765_432_100L);
        var page = officers.tasklist("committee-clerk.95").page();
        for (var one : List.of("commendation-report?from=2024-01-01&to=2024-06-30", "commendation-funds?year=2024",
                "figures?from=2024-01-01&to=2024-06-30")) {
            var name = one.replaceFirst("\\?.*", "");
            page.navigate(officers.address() + "/" + one);
            Officers.whole(page, name + "-wide");
            Assertions.assertThat(cut(page)).as(name).isEqualTo(0);
            Accessibility.checkOnPhone(page, name);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(Path.of("target", "screenshots", name + "-page.pdf")));
            var before = page.viewportSize();
            page.setViewportSize(A4_ACROSS, before.height);
            Officers.whole(page, name + "-paper");
            Assertions.assertThat(cut(page)).as(name + " on paper").isEqualTo(0);
            assertThat(page.locator("form:visible")).hasCount(0);
            page.setViewportSize(before.width, before.height);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        }
    }

    /** How many tables are wider than their place. */
    private static int cut(Page page) {
        return (int) page.evaluate("""
                [...document.querySelectorAll('.wide')].filter(one => one.scrollWidth > one.clientWidth).length""");
    }

    private static Locator due(Page page) {
        return of(page, ".due li");
    }

    private static Locator of(Page page, String form) {
        return page.locator(form, new Page.LocatorOptions().setHasText("Nguyễn Văn Quỹ Mẫu"));
    }

    private void award() {
        award(DOSSIER, "commune-certificate", "commune", "95/954/31813", 270_000);
    }

    private void award(String dossier, String form, String fund, String fundUnit, long bonus) {
        database.sql("""
                with one as (
                    insert into dossier (number, process, form, type, title, unit_path, decider, ending, status,
                                         opened_by, opened_at, version)
                    values (:number, 'commendation', 'commune-certificate', 'ad-hoc', 'Mẫu', '95/954/31813',
                            '95/954/31813/committee-chair', 'decide', 'DECIDED', 'x', '2024-01-02', 0) returning number),
                two as (
                    insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                              achieved_to)
                    select number, 'commune-certificate', 'ad-hoc', 'Bắt trộm', '2024-01-01', '2024-01-02' from one
                    returning dossier_number),
                three as (
                    insert into nominee (dossier_number, kind, name, subject, result)
                    select dossier_number, 'individual', 'Nguyễn Văn Quỹ Mẫu', 'quy-mau', 'awarded' from two
                    returning id, dossier_number)
                insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name,
                    subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                    base_salary, bonus, fund, fund_unit)
                select dossier_number, id, '77/QĐ-UBND', '2024-01-03', '95/954/31813', :form,
                       'individual', 'Nguyễn Văn Quỹ Mẫu', 'quy-mau', 'Bắt trộm', 'battrom', 'ad-hoc', '2024-01-01',
                       '2024-01-02', 0.15, 1800000, :bonus, :fund, :fundUnit from three""")
                .param("number", dossier).param("form", form).param("bonus", bonus).param("fund", fund)
                .param("fundUnit", fundUnit).update();
    }
}
