package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** The pages of legal documents and of campaigns, and who finds what to write there. */
@HttpTest
class LawAndCampaignPagesIT {

    private static final String OFFICER = "police-officer.31813";

    @Autowired
    Client client;

    @ParameterizedTest
    @CsvSource({"/laws, true, data-enter", "/laws/nd-152-2025, true, data-tell", "/laws, false, data-enter",
            "/laws/nd-152-2025, false, data-tell"})
    void everybodyReadsTheLawAndAdministratorsWriteIt(String path, boolean writes, String form) {
        var session = signedIn(writes ? "admin" : OFFICER);
        var page = session.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().contains(form)).isEqualTo(writes);
    }

    @Test
    void whatCitesADocumentStandsOnItsPage() {
        var session = signedIn(OFFICER);

        assertThat(session.get("/laws/nd-152-2025").body()).contains("/rules/bonus", "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6");
        assertThat(session.get("/laws/tt-124-2021-bca").body()).contains(">Thông tư 48/2025/TT-BCA</a>");
        assertThat(session.get("/laws/none").statusCode()).isEqualTo(404);
        assertThat(session.get("/rules").body()).contains("/laws\"");
        assertThat(session.get("/registers/legal-documents?q=152").statusCode()).isEqualTo(200);
    }

    @Test
    void aCampaignIsEnteredAndReadOnItsPage() {
        var entered = client.as(OFFICER).post("/api/campaigns", Map.of("unitPath", "95/954/31813", "name", "Phong trào mẫu",
                "document", "01/KH-UBND", "plannedOn", "2024-06-01", "authority", "Chủ tịch Ủy ban nhân dân Phường 2",
                "validFrom", "2024-06-01", "contents", "Nội dung mẫu")).expectOk();
        var session = signedIn(OFFICER);

        assertThat(session.get("/campaigns").body()).contains("data-launch");
        assertThat(session.get("/campaigns/" + entered.text("/id")).body()).contains("Phong trào mẫu", "Nội dung mẫu", "data-post");
        assertThat(session.get("/registers/campaigns").statusCode()).isEqualTo(200);
        assertThat(signedIn("police-officer.31843").get("/campaigns/" + entered.text("/id")).statusCode()).isEqualTo(403);
        assertThat(signedIn("police-chief.31813").get("/campaigns").body()).doesNotContain("data-launch");
    }

    @Test
    void thePageOfCampaignsIsFoundFromTheFrontPageTheRegistersAndACampaign() {
        var session = signedIn(OFFICER);

        for (var from : new String[] {"/", "/registers", "/registers/campaigns", "/campaigns/" + launched("82/KH-UBND")}) {
            assertThat(session.get(from).body()).as(from).contains("href=\"/campaigns\"");
        }
        assertThat(session.get("/campaigns").body()).as("for whom registers").contains("Phong trào 82/KH-UBND", "Đang diễn ra");
    }

    @Test
    void aCampaignIsWithdrawnOnItsPageByWhoLaunchedItUntilSomebodyHasRegistered() {
        var page = "/campaigns/" + launched("83/KH-UBND");
        assertThat(signedIn(OFFICER).get(page).body()).contains("/withdrawal\"", "/registrations\"", "Rút Phong trào 83/KH-UBND?");
        assertThat(signedIn("police-chief.31813").get(page).body()).doesNotContain("/withdrawal\"", "/registrations\"");

        client.as(OFFICER).post("/api" + page + "/registrations", Map.of("unitPath", "95/954/31813", "registeredOn", "2024-06-02",
                "document", "01/ĐK", "pledge", "Một\nHai")).expectOk();
        assertThat(signedIn(OFFICER).get(page).body()).doesNotContain("/withdrawal\"").as("has registered")
                .doesNotContain("/registrations\"").contains("/reviews\"", "class=\"lines\">Một\nHai<").doesNotContain(OFFICER + "</span>");
    }

    private String launched(String document) {
        return client.as(OFFICER).post("/api/campaigns", Map.of("unitPath", "95/954/31813", "name", "Phong trào " + document,
                "document", document, "plannedOn", "2024-06-01", "authority", "Chủ tịch Ủy ban nhân dân Phường 2", "validFrom",
                "2024-06-01", "contents", "Nội dung mẫu")).expectOk().text("/id");
    }

    @Test
    void pagesLeadToTheirChapterOfTheHandbook() {
        var session = signedIn("admin");

        assertThat(session.get("/reorganisation").body()).contains("lang=vi#reorganisation\"");
        assertThat(session.get("/webhooks").body()).contains("lang=vi#webhooks\"");
    }

    private WebSession signedIn(String user) {
        var session = new WebSession(client.address());
        session.signIn("/", user);
        return session;
    }
}
