package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.press.Pdf;

/** A procedure without Java, as officers see it at Tasklist: from the plan to the decision in hand and the result. */
@BrowserTest
class FestivalPlanWalkIT {

    private static final String OFFICER = "police-officer.31813";

    @Autowired
    JdbcClient database;

    @Test
    void aPlanIsApprovedTheDecisionIsReadAndTheResultRecorded(Officers officers) throws IOException {
        var officer = officers.tasklist(OFFICER);
        var number = propose(officer);
        officer.take(number).complete();
        var chief = officers.tasklist("police-chief.31813").take(number).choose("Đồng ý");
        assertThat(chief.form()).containsText("Nhà văn hóa Khóm 5");
        Officers.whole(chief.page(), "festival-signing");
        chief.complete();
        var chair = officers.tasklist("committee-chair.31813").take(number).choose("Đồng ý");
        Officers.whole(chair.page(), "festival-decision");
        chair.complete();

        read(officers, number);

        officer.take(number);
        Fields.date(officer.form(), "Ngày tổ chức", "19/08/2024");
        Fields.fill(officer.form(), "Số người dự", "310");
        Fields.fill(officer.form(), "Số tờ rơi", "900");
        Fields.fill(officer.form(), "Số tập thể, cá nhân", "4");
        Officers.whole(officer.page(), "festival-result");
        officer.complete();
        var page = officer.page();
        page.navigate(officers.address() + "/registers/festival-plans?year=2024");
        var row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(number));
        assertThat(row).containsText("19/08/2024");
        assertThat(row).containsText("310");
        Officers.whole(page, "festival-register");
    }

    private static String propose(Tasklist officer) {
        var form = officer.propose("Kế hoạch tổ chức Ngày hội");
        Fields.fill(form, "Năm", "2024");
        Fields.date(form, "Ngày tổ chức dự kiến", "19/08/2024");
        Fields.fill(form, "Nơi tổ chức", "Nhà văn hóa Khóm 5");
        var joining = Fields.field(form, "Khóm, ấp tham gia");
        for (var hamlet : new String[] {"Khóm 1", "Khóm 5"}) {
            joining.locator("input").fill(hamlet);
            joining.locator(".fjs-dropdownlist-item").first().click();
        }
        Fields.fill(form, "Nội dung", "Phần lễ; phần hội; biểu dương người tốt, việc tốt");
        Fields.fill(form, "Số người dự kiến", "300");
        Fields.fill(form, "Kinh phí", "20000000");
        Fields.fill(form, "Đơn vị hoặc chức danh chủ trì", "Phó Chủ tịch Ủy ban nhân dân phường");
        HandbookPicture.of(form, "festival-plan");
        return officer.start();
    }

    /** The dossier's page links the decision; what it opens is the paper. */
    private void read(Officers officers, String number) throws IOException {
        var page = officers.tasklist(OFFICER).page();
        page.navigate(officers.address() + "/dossiers/" + number);
        Officers.whole(page, "festival-dossier");
        var link = page.locator("section[aria-label='Văn bản'] a", new Page.LocatorOptions().setHasText("Quyết định"));
        var paper = page.request().get(officers.address() + link.getAttribute("href")).body();
        HandbookPicture.ofPaper(paper, "festival-decision");
        assertThat(Pdf.text(paper)).contains("Về việc phê duyệt Kế hoạch tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc năm 2024",
                "Nhà văn hóa Khóm 5");
        assertThat(database.sql("select count(*) from decision where dossier_number = ?").param(number)
                .query(Integer.class).single()).isOne();
    }
}
