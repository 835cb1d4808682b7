package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report on commendation, and a fund from its budget to a payment that is undone, as officers see them. */
@BrowserTest
class CommendationFundPageIT {

    private static final String DOSSIER = "KT-QUY-MAU";

    @Autowired
    JdbcClient database;

    @Test
    void aFundGetsItsBudgetPaysAndUndoes(Officers officers) {
        award();
        var page = officers.tasklist("committee-clerk.31813").page();
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

        of(page, "form[data-pay]").locator("button[type=submit]").click();
        assertThat(of(page, "form[data-pay]")).hasCount(0);
        var payment = of(page, "form[data-undo]");
        payment.locator("[name=reason]").fill("Ghi nhầm");
        payment.locator("button[type=submit]").click();
        assertThat(of(page, "form[data-pay]")).hasCount(1);

        page.navigate(officers.address() + "/registers/commendation-payments");
        assertThat(page.locator("tbody tr").first()).containsText("Ghi nhầm");
        page.navigate(officers.address() + "/commendation-report?from=2024-01-01&to=2024-06-30");
        assertThat(page.locator("tbody").first()).containsText("Giấy khen");
        Accessibility.check(page, "/commendation-report");
        Officers.whole(page, "commendation-report");
    }

    private static Locator of(Page page, String form) {
        return page.locator(form, new Page.LocatorOptions().setHasText("Nguyễn Văn Quỹ Mẫu"));
    }

    private void award() {
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
                select dossier_number, id, '77/QĐ-UBND', '2024-01-03', '95/954/31813', 'commune-certificate',
                       'individual', 'Nguyễn Văn Quỹ Mẫu', 'quy-mau', 'Bắt trộm', 'battrom', 'ad-hoc', '2024-01-01',
                       '2024-01-02', 0.15, 1800000, 270000, 'commune', '95/954/31813' from three""")
                .param("number", DOSSIER).update();
    }
}
