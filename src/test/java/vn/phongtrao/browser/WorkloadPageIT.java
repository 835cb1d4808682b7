package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.HttpJourney;

/** A head looks at who has what, and gives a task to somebody. */
@BrowserTest
class WorkloadPageIT {

    private static final String OFFICER = "police-officer.31813";

    @Autowired
    HttpJourney journey;

    @Test
    void theHeadGoesFromADossierToTheWorkloadAndGivesItsTaskToAColleague(Officers officers) {
        var signed = propose();
        journey.complete(signed, "complete-dossier", OFFICER, Map.of());
        journey.complete(signed, "sign", "police-chief.31813", Map.of("outcome", "approve"));
        var number = propose();
        var page = officers.tasklist("police-chief.31813").page();
        page.setViewportSize(1366, 768);
        page.navigate(officers.address() + "/dossiers/" + number);
        page.locator("#main a[href*='/workload']").click();
        page.waitForURL("**/workload?number=" + number + "**");
        assertThat(page.locator("h1")).containsText("Khối lượng công việc");
        Officers.whole(page, "workload");
        Accessibility.check(page, "/workload");
        page.setViewportSize(390, 844);
        Officers.whole(page, "workload-390");
        Accessibility.checkOnPhone(page, "workload");
        page.setViewportSize(1366, 768);

        page.locator("#tasks input[type=checkbox]").check();
        page.locator("[name=user]").selectOption("police-officer-2.31813");
        page.locator("[name=reason]").fill("Chia việc");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-outcome]")).containsText("Đã phân công 1 nhiệm vụ.");
        assertThat(page.locator("#tasks tbody tr")).containsText("Trần Văn Mẫu Hai");
        page.locator("#tasks input[type=checkbox]").check();
        page.locator("[name=user]").selectOption("police-officer-2.31813");
        page.locator("[name=reason]").fill("Chia việc");
        page.locator("#hand-over button").click();
        assertThat(page.locator("[data-message]")).containsText("Không phân công được 1 nhiệm vụ");

        page.locator("[name=user]").selectOption(new SelectOption().setLabel("Trả lại cho chức danh"));
        page.locator("#hand-over button").click();
        assertThat(page.locator("[data-outcome]")).containsText("Đã phân công 1 nhiệm vụ.");
        assertThat(page.locator("#tasks tbody tr")).not().containsText("Trần Văn Mẫu Hai");

        page.navigate(officers.address() + "/workload");
        assertThat(page.locator(".chart").first()).isVisible();
        Officers.whole(page, "workload-unit");
    }

    private String propose() {
        return journey.propose(OFFICER, HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người mẫu"))));
    }
}
