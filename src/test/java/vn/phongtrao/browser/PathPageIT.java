package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.HttpJourney;

/** The path of a dossier on the diagrams of its processes. */
@BrowserTest
class PathPageIT {

    @Autowired
    HttpJourney journey;

    @Test
    void theDiagramsShowWhereADossierWasAndWhereItIs(Officers officers) {
        var number = DossierPageIT.propose(officers);
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        var page = officers.tasklist("police-officer.31813").page();

        page.navigate(officers.address() + "/dossiers/" + number);
        page.getByText("Xem đường đi trên sơ đồ quy trình").click();

        assertThat(page.locator(".way > li").first()).containsText("Hoàn thiện hồ sơ");
        assertThat(page.locator(".way > .here")).containsText("Phường 2");
        assertThat(page.locator(".way > .ahead").last()).containsText("Chủ tịch Ủy ban nhân dân Phường 2");
        Officers.whole(page, "path-way");
        page.locator("details.models summary").click();
        assertThat(page.locator(".diagram[data-drawn]")).hasCount(2);
        var commendation = page.locator(".diagram").first();
        assertThat(marked(commendation, "complete-dossier", "passed")).hasCount(1);
        assertThat(marked(commendation, "review-stops", "here")).hasCount(1);
        assertThat(marked(commendation, "decide", "passed")).hasCount(0);
        assertThat(marked(page.locator(".diagram").nth(1), "sign", "here")).hasCount(1);
        HandbookPicture.of(commendation, "path");
    }

    @Test
    void diagramsThatAreAskedForBeforeTheScriptIsThereAreDrawnToo(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var page = officers.tasklist("police-officer.31813").page();
        var script = new CompletableFuture<Route>();
        page.route("**/dossier/path.js*", script::complete);
        page.navigate(officers.address() + "/dossiers/" + number + "/path", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("details.models summary").click();
        page.waitForCondition(script::isDone);
        script.join().resume();

        assertThat(page.locator(".diagram[data-drawn]").first()).isVisible();
    }

    @Test
    void aWayOfSeveralRowsFitsOnAScreenWithItsArrows(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var page = officers.tasklist("police-officer.31813").page();
        page.setViewportSize(1366, 850);
        page.navigate(officers.address() + "/dossiers/" + number + "/path");

        var wide = page.evaluate("""
                () => {
                  const way = document.querySelector('.way');
                  while (way.children.length < 8) way.prepend(way.firstElementChild.cloneNode(true));
                  return document.documentElement.scrollWidth;
                }""");
        Assertions.assertThat((int) wide).isLessThanOrEqualTo(1366);
    }

    @Test
    void anOfficerOfAnotherCommuneSeesNeitherThePathNorTheDiagrams(Officers officers) {
        var number = DossierPageIT.propose(officers);
        var page = officers.tasklist("police-officer.31843").page();

        for (var end : new String[] {"/path", "/path/1"}) {
            Assertions.assertThat(page.navigate(officers.address() + "/dossiers/" + number + end).status())
                    .isEqualTo(403);
        }
    }

    private static Locator marked(Locator diagram, String element, String mark) {
        return diagram.locator("[data-element-id='%s'].%s".formatted(element, mark));
    }
}
