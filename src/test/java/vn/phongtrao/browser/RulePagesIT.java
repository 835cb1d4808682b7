package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.sheet.SheetWriter;

/** The rules as people read them, and as an administrator changes one. */
@BrowserTest
class RulePagesIT {

    @TempDir
    Path folder;

    @Test
    void anOfficerFindsARuleAndTriesACase(Officers officers) {
        var page = officers.tasklist("police-officer.31813").page();
        page.navigate(officers.address() + "/rules");
        Officers.whole(page, "rules");
        Accessibility.check(page, "/rules");
        Accessibility.checkOnPhone(page, "rules");

        page.locator("input[name=q]").fill("tiền thưởng");
        page.locator(".query button").click();
        page.locator(".rules li a", new Page.LocatorOptions().setHasText("Hệ số tiền thưởng")).click();
        assertThat(page.locator("h1")).hasText("Hệ số tiền thưởng");
        assertThat(page.locator("tbody tr").first()).containsText("Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã");
        assertThat(page.locator("[data-change]")).hasCount(0);

        page.locator("select[name=form]").selectOption("commune-certificate");
        page.locator("select[name=kind]").selectOption("individual");
        page.locator("button[name=try]").click();
        assertThat(page.locator("div[role=status]")).containsText("1 dòng áp dụng");
        assertThat(page.locator("div[role=status]")).containsText("0,15");
        assertThat(page.locator("tr.matched")).hasCount(1);
        Officers.whole(page, "rule-tried");
        Accessibility.check(page, "/rules/bonus");
        Accessibility.checkOnPhone(page, "rule-tried");

        page.locator("input[name=receivedOn]").fill("2020-01-01");
        page.locator("button[name=try]").click();
        assertThat(page.locator("div[role=status]")).containsText("Không có dòng nào áp dụng");
    }

    @Test
    void anAdministratorSeesWhatAChangedTableChangesBeforeItIsInForce(Officers officers) throws IOException {
        var page = officers.tasklist("admin").page();
        page.navigate(officers.address() + "/rules/return-limit");
        var download = page.waitForDownload(() -> page.locator("a[download]").click());
        var table = folder.resolve(download.suggestedFilename());
        download.saveAs(table);

        send(page, Files.writeString(table, Files.readString(table).replace("<text>1</text>", "<text>một</text>")));
        assertThat(page.locator("[data-answer] .notice")).isVisible();
        assertThat(page.locator("[data-load]")).isHidden();

        send(page, Files.writeString(table, Files.readString(table).replace("<text>một</text>", "<text>2</text>")));
        assertThat(page.locator("[data-answer]")).containsText("1 → 2");
        assertThat(page.locator("[data-answer]")).containsText("hồ sơ đang xử lý bị ảnh hưởng");
        Officers.whole(page, "rule-changed");
        Accessibility.check(page, "/rules/return-limit");
        page.locator("[data-load]").click();
        assertThat(page.locator("tbody tr td").nth(2)).hasText("2");
        assertThat(page.locator("[data-outcome]")).hasText("Đã áp dụng.");
        assertThat(page.locator(".aside .mark").first()).hasText("Bảng riêng của đơn vị");

        page.locator("input[name=note]").fill("Trở lại");
        page.locator("[data-back]").click();
        assertThat(page.locator("[data-answer]")).containsText("2 → 1");
        assertThat(page.locator("tbody tr td").nth(2)).hasText("2");
        Officers.whole(page, "rule-going-back");
        page.locator("[data-load]").click();
        assertThat(page.locator("tbody tr td").nth(2)).hasText("1");
        Assertions.assertThat(page.locator("[data-back]").count()).isZero();

        page.navigate(officers.address() + "/rules");
        assertThat(page.locator("tbody tr").first()).containsText("Trở lại");
        assertThat(page.locator("tbody tr").first()).containsText("review/return-limit.dmn");
        Officers.whole(page, "rules-of-administrators");
        Accessibility.check(page, "/rules");
    }

    @Test
    void aTableIsChangedInASpreadsheet(Officers officers) throws IOException {
        var page = officers.tasklist("admin").page();
        page.navigate(officers.address() + "/rules/return-limit");
        var download = page.waitForDownload(() -> page.locator("a[href$='/return-limit/sheet']").click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("return-limit.xlsx");
        var sheet = folder.resolve("Số lần trả (1).xlsx");
        download.saveAs(sheet);

        send(page, sheet);
        assertThat(page.locator("[data-answer]")).containsText("Không có dòng nào thay đổi");

        var lines = SheetFile.lines(Files.readAllBytes(sheet)).stream().map(line -> line.cells().stream()
                .map(cell -> cell.kind() == Cell.Kind.NUMBER ? new Cell(Cell.Kind.NUMBER, "2") : cell).toList())
                .toList();
        send(page, Files.write(sheet, SheetWriter.write("x", lines.get(0).stream().map(Cell::text).toList(),
                lines.subList(1, lines.size()))));
        assertThat(page.locator("[data-answer]")).containsText("1 → 2");
        Officers.whole(page, "rule-changed-in-a-spreadsheet");

        send(page, Files.write(sheet, SheetWriter.write("x", List.of("a"),
                List.of(List.of(Cell.text("return-limit"))))));
        assertThat(page.locator("[data-answer] .notice")).containsText("Dòng 2 thiếu cột");
    }

    @Test
    void decisionsThatStandAreConfirmedBeforeARuleIsDatedBack(Officers officers) throws IOException {
        var page = officers.tasklist("admin").page();
        page.route("**/api/rules/difference", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json").setBody("""
                [{"key": "return-limit", "name": "Số lần trả lại", "headings": [], "added": [], "removed": [], "changed": [],
                  "touched": [], "standing": {"count": 12, "first": [
                    {"dossierNumber": "KT-1", "decisionNumber": "05/QĐ-UBND", "decidedOn": "2024-08-01"},
                    {"dossierNumber": "KT-2", "decisionNumber": null, "decidedOn": "2024-08-02"}]}}]""")));
        page.navigate(officers.address() + "/rules/return-limit");
        var table = folder.resolve("return-limit.dmn");

        send(page, Files.writeString(table, Files.readString(Path.of("processes/review/return-limit.dmn"))
                .replace("<text>1</text>", "<text>2</text>")));

        assertThat(page.locator("[data-answer]")).containsText("12 quyết định đã có");
        assertThat(page.locator(".touched").last()).hasText("05/QĐ-UBND (01/08/2024) KT-2 ");
        assertThat(page.locator("[data-load]")).isHidden();
        page.locator("[data-answer] input").check();
        assertThat(page.locator("[data-load]")).isVisible();
        Officers.whole(page, "rule-dated-back");
        Accessibility.check(page, "/rules/return-limit");
        page.locator("[data-answer] input").uncheck();
        assertThat(page.locator("[data-load]")).isHidden();
    }

    private static void send(Page page, Path table) {
        page.locator("input[type=file]").setInputFiles(table);
        page.locator("input[name=note]").fill("Nghị quyết mẫu");
        page.locator("[data-change] button[type=submit]").click();
    }
}
