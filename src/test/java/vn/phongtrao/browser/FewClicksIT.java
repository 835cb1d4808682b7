package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import vn.phongtrao.document.Samples;

/**
 * What a commendation of three nominees by the province costs its thirteen people, counted from the front page of each
 * until the papers are in hand. Names and numbers in it are invented.
 */
@BrowserTest
class FewClicksIT {

    private static final int MOST_CLICKS = 35;
    private static final int MOST_CLICKS_TO_PROPOSE = 8;
    private static final int MOST_KEYS_TO_PROPOSE = 600;
    private static final Pattern NUMBER = Pattern.compile("[A-Z]+-\\d+-\\d{4}-\\d{5}");
    private static final String DRAFTER = "police-officer.31813";

    private final Hand hand = new Hand();

    @Test
    void aWholeDossierTakesFewClicksOfAllItsPeople(Officers officers) {
        var number = propose(officers);
        System.out.printf("Proposed with %d clicks and %d keys%n", hand.clicks(), hand.keys());
        assertThat(hand.clicks()).isLessThanOrEqualTo(MOST_CLICKS_TO_PROPOSE);
        assertThat(hand.keys()).isLessThanOrEqualTo(MOST_KEYS_TO_PROPOSE);

        Stream.of("police-chief.31813", "committee-chair.31813", "police-officer.954", "police-chief.954",
                "committee-chair.954", "police-officer.95", "police-chief.95", "committee-clerk.95")
                .forEach(account -> agree(officers, account, number));
        Stream.of("council-member.95", "council-member-2.95", "council-member-3.95")
                .forEach(account -> vote(officers, account, number));
        agree(officers, "committee-chair.95", number);
        printDecision(officers, number);

        System.out.printf("The whole dossier took %d clicks and %d keys%n", hand.clicks(), hand.keys());
        assertThat(hand.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
    }

    /** Start, content, documents and sending lead from one to the other. */
    private String propose(Officers officers) {
        var page = front(officers, DRAFTER);
        hand.click(page.locator("section", new Page.LocatorOptions().setHas(page.locator("#start"))).locator("a",
                new Locator.LocatorOptions().setHasText(Pattern.compile("^Khen thưởng"))));
        var form = page.locator(".modal-body .fjs-form");
        form.waitFor();
        fillIn(page, form);
        hand.click(page.locator(".modal-footer button.btn-primary"));

        var sending = page.locator(".sending");
        assertThat(sending.locator(".dossier-number")).containsText(NUMBER);
        assertThat(sending.locator(".wanted li")).hasCount(4);
        assertThat(Fields.field(page.locator(".task-details .fjs-form"), "Tên thành tích").locator("input"))
                .hasValue("Giữ gìn trật tự (mẫu)");
        Officers.whole(page, "one-flow");
        Accessibility.check(page, "one flow to propose");
        hand.drop(sending.locator("input[name=files]"), pdf("Tờ trình.pdf"), pdf("Báo cáo thành tích.pdf"),
                pdf("Biên bản họp.pdf"));
        assertThat(sending.locator(".wanted .present")).hasCount(3);
        Officers.whole(page, "one-flow-complete");
        var number = NUMBER.matcher(sending.locator(".dossier-number").textContent());
        assertThat(number.find()).isTrue();
        var send = page.locator(".form-actions .btn-primary");
        assertThat(send).hasText("Gửi hồ sơ");
        hand.click(send);
        assertThat(page.locator(".page-notifications")).containsText("Đã hoàn thành");
        return number.group();
    }

    private void fillIn(Page page, Locator form) {
        choose(page, form, "Hình thức khen thưởng", 3);
        hand.tabTo(form.getByLabel("Công trạng"));
        hand.press(page, "Space");
        type(page, form, "Tên thành tích", "Giữ gìn trật tự (mẫu)");
        type(page, form, "Lập thành tích từ ngày", "01/01/2024");
        type(page, form, "Đến ngày", "30/06/2024");
        var rows = form.locator(".fjs-repeat-row-container");
        for (var nominee : List.of("Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Lê Văn Mẫu")) {
            var index = rows.count() - 1;
            var row = rows.nth(index);
            choose(page, row, "Đối tượng", 0);
            type(page, row, "Họ và tên", nominee);
            type(page, row, "Năm sinh", "1980");
            type(page, row, "Số căn cước", "09508000091" + index);
            type(page, row, "Khóm, ấp", "Khóm 1");
            type(page, row, "Tóm tắt thành tích", "Thành tích mẫu");
            if (index < 2) {
                hand.tabTo(form.locator(".fjs-repeat-render-add"));
                hand.press(page, "Enter");
                rows.nth(index + 1).waitFor();
            }
        }
        Officers.picture(page, "few-clicks-filled-in");
    }

    private void type(Page page, Locator form, String label, String text) {
        hand.tabTo(Fields.field(form, label).locator("input, textarea").first());
        hand.type(page, text);
    }

    /** A field with options opens when it has the focus. */
    private void choose(Page page, Locator form, String label, int option) {
        var field = Fields.field(form, label);
        hand.tabTo(field.locator("input").first());
        field.locator(".fjs-dropdownlist-item.focused").waitFor();
        for (int i = 0; i < option; i++) {
            hand.press(page, "ArrowDown");
        }
        hand.press(page, "Enter");
        assertThat(field.locator(".fjs-select-display")).isVisible();
    }

    /** Reads the dossier and agrees to it where it is read. */
    private void agree(Officers officers, String account, String number) {
        var page = front(officers, account);
        hand.click(line(page, number).locator("button.read"));
        assertThat(page.locator("dialog.side article.dossier")).containsText("Nguyễn Văn Mẫu");
        hand.click(page.locator("dialog.side [data-agree] [type=submit]"));
        assertThat(line(page, number)).hasCount(0);
    }

    private void vote(Officers officers, String account, String number) {
        var page = front(officers, account);
        hand.click(line(page, number).locator("a").first());
        var form = page.locator(".task-details .fjs-form");
        form.waitFor();
        hand.click(form.locator(".choose-all"));
        assertThat(form.locator("input[type=checkbox]:checked")).hasCount(3);
        hand.click(page.locator(".form-actions .btn-primary"));
        assertThat(page.locator(".page-notifications")).containsText("Đã hoàn thành");
    }

    private void printDecision(Officers officers, String number) {
        var page = front(officers, DRAFTER);
        hand.click(page.locator("section", new Page.LocatorOptions().setHas(page.locator("#sent"))).locator("a",
                new Locator.LocatorOptions().setHasText(number)));
        var paper = page.getByLabel("Văn bản").locator("a", new Locator.LocatorOptions().setHasText("Quyết định"));
        assertThat(paper.first()).isVisible();
        hand.click(paper.first());
    }

    private static Locator line(Page page, String number) {
        return page.locator("section li", new Page.LocatorOptions().setHasText(number))
                .filter(new Locator.FilterOptions().setHas(page.locator("button.read")));
    }

    private static Page front(Officers officers, String account) {
        var page = officers.tasklist(account).page();
        page.navigate(officers.address() + "/");
        assertThat(page.locator("h1")).hasText("Việc cần làm");
        return page;
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(name, "application/pdf", Samples.pdf());
    }
}
