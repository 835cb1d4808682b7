package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.document.Samples;
import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.local.LocalKeycloak;

/** What the handbook tells officers and administrators to do, and the pictures of it that no other test comes by. */
@BrowserTest
class HandbookPicturesIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String CHAIR = "committee-chair.31813";

    @Autowired
    JdbcClient database;

    @Autowired
    HttpJourney journey;

    @Test
    void signingIn(Officers officers) {
        var page = officers.signInPage("vi-VN");

        assertThat(page.locator("#kc-login")).hasText("Đăng nhập");
        HandbookPicture.of(page, "sign-in");
    }

    @Test
    void thePasswordIsChangedOnPagesThatChangeNoName(Officers officers) {
        var page = officers.tasklist(OFFICER).page();
        page.navigate(officers.address() + "/");
        page.locator("header .person").click();

        assertThat(page.locator("#lastName")).isDisabled();
        page.getByText("Bảo mật tài khoản").click();
        page.getByText("Mật khẩu và đăng nhập").first().click();
        assertThat(page.getByText("Mật khẩu của tôi")).isVisible();
        HandbookPicture.of(page, "password");
    }

    @Test
    void aCommendationFromTheProposalToTheDecision(Officers officers) throws IOException {
        var number = propose(officers);
        journey.bringPapers(number, OFFICER);
        complete(officers, number);
        sign(officers, number);
        sendBack(officers, number);
        supplement(officers, number);
        officers.tasklist(CLERK).take(number).choose("Đồng ý").complete();
        officers.tasklist(CHAIR).take(number).choose("Đồng ý").complete();

        var page = officers.tasklist(OFFICER).page();
        page.navigate(officers.address() + "/registers/awards?dossierNumber=" + number);
        assertThat(page.locator("tbody tr")).hasCount(1);
        HandbookPicture.of(page.locator("main"), "award-register");
        var decision = database.sql("select id from decision where dossier_number = ?").param(number)
                .query(Long.class).single();
        HandbookPicture.ofPaper(page.request().get("%s/api/decisions/%d/document"
                .formatted(officers.address(), decision)).body(), "decision-paper");
        var code = database.sql("select code from decision where id = ?").param(decision)
                .query(String.class).single();
        page.navigate(officers.address() + "/verify/" + code);
        assertThat(page.locator(".answer")).hasText("Văn bản có thật và còn hiệu lực");
        HandbookPicture.of(page.locator("main"), "verify");
    }

    private static String propose(Officers officers) {
        var officer = officers.tasklist(OFFICER);
        new Proposal("Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "Đột xuất", "Cứu người bị nạn trên sông (mẫu)",
                List.of(Proposal.Nominee.individual("Trần Văn Mẫu", "095080000301"))).typeInto(officer.propose());
        HandbookPicture.of(officer.form(), "propose");
        return officer.start();
    }

    private static void complete(Officers officers, String number) {
        var officer = officers.tasklist(OFFICER);
        var page = officer.page();
        page.navigate(officers.address() + "/");
        HandbookPicture.of(page, "front-page");
        officer.take(number);
        tab(page, "Hồ sơ");
        var sheet = page.locator("article.dossier");
        sheet.locator("input[name=files]").setInputFiles(new FilePayload("Tờ trình.pdf", "application/pdf",
                Samples.pdf()));
        assertThat(sheet).containsText("Tờ trình.pdf");
        HandbookPicture.of(page, "dossier-tab");
        HandbookPicture.of(section(sheet, "Đối chiếu quy định"), "findings");
        HandbookPicture.of(section(sheet, "Tài liệu"), "documents");
        tab(page, "Biểu mẫu");
        officer.complete();
        assertThat(officer.notifications()).containsText("Đã hoàn thành nhiệm vụ.");

        page.navigate(officers.address() + "/dossiers/" + number);
        HandbookPicture.of(page, "dossier-page");
        var others = section(sheet, "Xử lý khác");
        others.locator("summary").first().click();
        HandbookPicture.of(others, "other-actions");
    }

    private static void sign(Officers officers, String number) {
        var chief = officers.tasklist(CHIEF).take(number);
        HandbookPicture.of(chief.page(), "tasklist");
        chief.choose("Đồng ý");
        HandbookPicture.of(chief.form(), "sign");
        chief.complete();
    }

    private static void sendBack(Officers officers, String number) {
        var clerk = officers.tasklist(CLERK).take(number).choose("Trả lại để bổ sung")
                .comment("Bổ sung xác nhận của Công an phường về thời gian, địa điểm cứu người.");
        HandbookPicture.of(clerk.form().locator(".fjs-form-field-group").last(), "return");
        clerk.complete();
    }

    private static void supplement(Officers officers, String number) {
        var officer = officers.tasklist(OFFICER).take(number);
        assertThat(officer.form()).containsText("Bổ sung xác nhận của Công an phường");
        HandbookPicture.of(officer.page(), "supplement");
        officer.complete();
    }

    @Test
    void administratorsFollowProcesses(Officers officers) {
        DossierPageIT.propose(officers);
        var page = officers.tasklist("admin").page();

        page.navigate(officers.address() + "/camunda/app/cockpit/default/");
        page.locator(".dashboard section").first().waitFor();
        assertThat(page.locator(".dashboard .loading")).hasCount(0);
        HandbookPicture.of(page, "cockpit-dashboard");
        page.navigate(officers.address() + "/camunda/app/cockpit/default/#/processes");
        page.locator("a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Khen thưởng"))).first().click();
        assertThat(page.locator(".djs-container .bpmn-overlay, .djs-overlays .badge").first()).isVisible();
        HandbookPicture.of(page, "cockpit-process");
    }

    @Test
    void administratorsGiveAccountsAtKeycloak(Officers officers) {
        var page = officers.signInPage("vi-VN");
        page.navigate(LocalKeycloak.shared().url() + "/admin/master/console/#/phongtrao/users/add-user");
        page.fill("#username", "admin");
        page.fill("#password", "admin");
        page.click("#kc-login");

        page.locator("#username").fill("tran-van-mau");
        page.locator("#lastName").fill("Trần Văn");
        page.locator("#firstName").fill("Mẫu");
        HandbookPicture.of(page, "keycloak-new-account");
    }

    private static void tab(Page page, String name) {
        page.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText(name)).click();
    }

    private static Locator section(Locator sheet, String name) {
        return sheet.locator("section[aria-label='%s']".formatted(name));
    }
}
