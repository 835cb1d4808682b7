package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Camunda Tasklist, as an officer uses it. */
final class Tasklist {

    static final String MINE = "Việc của tôi";
    static final String OF_MY_UNIT = "Việc của đơn vị tôi";

    private static final Pattern NUMBER = Pattern.compile("[A-Z]+-\\d+-\\d{4}-\\d{5}");

    private final Page page;
    private final String address;

    Tasklist(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    Page page() {
        return page;
    }

    Locator form() {
        return page.locator(".fjs-form");
    }

    /** Opens the form that starts a commendation. */
    Locator propose() {
        return propose("Khen thưởng");
    }

    /** Opens the form that starts a process. @param process how its name begins */
    Locator propose(String process) {
        open(OF_MY_UNIT);
        page.click(".start-process-action a");
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + process))).click();
        form().waitFor();
        return form();
    }

    Locator startButton() {
        return page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Lập hồ sơ"));
    }

    /** Starts what the form says, and reads the new dossier's number in the list of tasks. */
    String start() {
        startButton().click();
        assertThat(notifications()).containsText("Đã lập hồ sơ.");
        open(OF_MY_UNIT);
        var newest = NUMBER.matcher(tasks().first().innerText());
        if (!newest.find()) {
            throw new AssertionError("No dossier number in the list of tasks");
        }
        return newest.group();
    }

    /** Opens the dossier's task and claims it, unless it is the officer's own already. */
    Tasklist take(String number) {
        open(OF_MY_UNIT);
        task(number).click();
        page.click("button.claim");
        assertThat(page.locator(".disabled-form")).hasCount(0);
        form().waitFor();
        return this;
    }

    /** Opens a task that belongs to the officer alone. */
    Tasklist openMine(String number) {
        open(MINE);
        task(number).click();
        form().waitFor();
        return this;
    }

    /** Opens another tab of the task. */
    void tab(String label) {
        page.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText(label)).click();
    }

    Tasklist choose(String answer) {
        form().locator("label", new Locator.LocatorOptions().setHasText(Pattern.compile("^" + answer + "$"))).click();
        return this;
    }

    Tasklist checkAll() {
        form().locator("input[type=checkbox]").all().forEach(Locator::check);
        return this;
    }

    Tasklist comment(String text) {
        Fields.fill(form(), "Ý kiến", text);
        return this;
    }

    /** Sends the form and waits until the task has left the screen. */
    void complete() {
        send();
        assertThat(page.getByText("Chọn một nhiệm vụ trong danh sách.")).isVisible();
    }

    void send() {
        page.locator(".form-actions button", new Page.LocatorOptions().setHasText("Hoàn thành")).click();
    }

    void open(String filter) {
        page.navigate(address + "/camunda/app/tasklist/default/");
        page.locator(".task-filter a", new Page.LocatorOptions().setHasText(filter)).click();
        // the list of the filter shown first is replaced by the one asked for
        assertThat(page.locator(".task-filter.active")).containsText(Pattern.compile(filter + "\\s*\\d+"));
        page.locator(".tasks-list li.task, .tasks-list .well:visible").first().waitFor();
    }

    Locator tasks() {
        return page.locator(".tasks-list li.task");
    }

    Locator task(String number) {
        return page.locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(number));
    }

    Locator notifications() {
        return page.locator(".page-notifications");
    }
}
