package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of the province as an administrator changes it. */
@BrowserTest
class ProvincePageIT {

    private static final String UNITS = "ca-mau-2025/units.csv";

    @TempDir
    Path folder;
    private Path file;

    @Test
    void anAdministratorSeesWhichUnitsAFileChangesBeforeItIsInForce(Officers officers) throws IOException {
        var page = officers.tasklist("admin").page();
        page.navigate(officers.address() + "/rules");
        assertThat(page.locator("a[href='/provinces']")).isVisible();
        page.navigate(officers.address() + "/provinces");
        var download = page.waitForDownload(() -> page.locator("a[download='ca-mau-2025_units.csv']").click());
        file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        var units = Files.readString(file);
        var name = "Xã Hồng Dân,xã Hồng Dân";
        var line = units.lines().filter(row -> row.contains(name)).findFirst().orElseThrow();

        send(page, units.replace(line, line.replace(",commune,", ",ward,")));
        assertThat(page.locator("[data-answer] .notice")).containsText("units.csv (dòng");
        assertThat(page.locator("[data-load]")).isHidden();

        send(page, units.replace(line, line.replace(name, "Xã Mẫu,xã Mẫu"))
                .replaceFirst("(?m)^96/32041,.*\n", ""));
        assertThat(page.locator("[data-answer]")).containsText("Xã Hồng Dân → Xã Mẫu");
        assertThat(page.locator("[data-answer] .notice")).containsText("vẫn còn trong danh mục");
        Officers.whole(page, "province-changed");
        Accessibility.check(page, "/provinces");
        Accessibility.checkOnPhone(page, "province-changed");
        page.locator("[data-load]").click();
        assertThat(page.locator("tbody tr").first()).containsText(UNITS);
        assertThat(page.locator("[data-outcome]")).hasText("Đã áp dụng.");

        page.locator("input[name=note]").fill("Trở lại");
        page.locator("[data-back]").click();
        assertThat(page.locator("[data-answer]")).containsText("Xã Mẫu → Xã Hồng Dân");
        page.locator("[data-load]").click();
        assertThat(page.locator("tbody tr").first()).containsText("Trở lại");
        assertThat(page.locator("[data-back]")).hasCount(0);
        Officers.whole(page, "provinces");
        Accessibility.check(page, "/provinces");
    }

    @Test
    void nobodyElseOpensThePage(Officers officers) {
        var page = officers.tasklist("police-officer.31813").page();

        Assertions.assertThat(page.navigate(officers.address() + "/provinces").status()).isEqualTo(403);
    }

    private void send(Page page, String units) throws IOException {
        page.locator("input[type=file]").setInputFiles(Files.writeString(file, units));
        page.locator("input[name=note]").fill("Nghị quyết mẫu");
        page.locator("[data-provinces] button[type=submit]").click();
    }
}
