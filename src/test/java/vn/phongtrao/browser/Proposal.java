package vn.phongtrao.browser;

import java.util.List;

import com.microsoft.playwright.Locator;

/** A proposal of commendation as it is typed into its form. Everybody in it is invented. */
record Proposal(String awardForm, String type, String achievement, List<Nominee> nominees) {

    /** @param citizenId and {@code birthYear} null for households and collectives */
    record Nominee(String kind, String name, String birthYear, String citizenId) {

        static Nominee individual(String name, String citizenId) {
            return new Nominee("Cá nhân", name, "1980", citizenId);
        }

        static Nominee household(String name) {
            return new Nominee("Hộ gia đình", name, null, null);
        }
    }

    void typeInto(Locator form) {
        Fields.select(form, "Hình thức khen thưởng", awardForm);
        form.locator("label", new Locator.LocatorOptions().setHasText(type)).last().click();
        Fields.fill(form, "Tên thành tích", achievement);
        Fields.date(form, "Lập thành tích từ ngày", "01/01/2024");
        Fields.date(form, "Đến ngày", "30/06/2024");
        var rows = form.locator(".fjs-repeat-row-container");
        for (int i = 0; i < nominees.size(); i++) {
            if (i > 0) {
                form.locator(".fjs-repeat-render-add").click();
            }
            type(nominees.get(i), rows.nth(i));
        }
    }

    private static void type(Nominee nominee, Locator row) {
        Fields.select(row, "Đối tượng", nominee.kind);
        Fields.fill(row, "Họ và tên", nominee.name);
        if (nominee.citizenId != null) {
            Fields.fill(row, "Năm sinh", nominee.birthYear);
            Fields.fill(row, "Số căn cước", nominee.citizenId);
        }
        Fields.fill(row, "Khóm, ấp", "Khóm 1");
        Fields.fill(row, "Tóm tắt thành tích", "Thành tích mẫu của " + nominee.name);
    }
}
