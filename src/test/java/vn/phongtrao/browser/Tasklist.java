package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Camunda Tasklist, as an officer uses it. */
final class Tasklist {

    static final String MINE = "Việc của tôi";
    static final String OF_MY_UNIT = "Việc của đơn vị tôi";

    private static final String PATH = "/camunda/app/tasklist/default/";
    private static final Pattern TASK = Pattern.compile("task=[^&]+");
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
        turnTo(OF_MY_UNIT);
        page.click(".start-process-action a");
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + process))).click();
        form().waitFor();
        return form();
    }

    Locator startButton() {
        return page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Lập hồ sơ"));
    }

    /**
     * Starts what the form says, and reads the new dossier's number in the answer. By a key, as what is no longer wrong
     * goes from beside the button a moment later.
     */
    String start() {
        var answer = page.waitForResponse(response -> response.url().endsWith("/submit-form"), () -> startButton().press("Enter"));
        org.assertj.core.api.Assertions.assertThat(answer.status()).isEqualTo(200);
        gone(".modal");
        var number = NUMBER.matcher(answer.text());
        if (!number.find()) {
            throw new AssertionError("No dossier number in " + answer.text());
        }
        return number.group();
    }

    /** Opens the dossier's task, which nobody has taken. */
    Tasklist take(String number) {
        turnTo(OF_MY_UNIT);
        task(number).click();
        gone(".disabled-form");
        form().waitFor();
        return this;
    }

    /** Keeps the open task for the officer alone. */
    Tasklist claim() {
        page.click("button.claim");
        page.locator("button.unclaim").waitFor();
        return this;
    }

    /** Opens a task that belongs to the officer alone. */
    Tasklist openMine(String number) {
        turnTo(MINE);
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
        form().locator("input[type=checkbox]").first().waitFor();
        form().locator("input[type=checkbox]").all().forEach(Locator::check);
        return this;
    }

    Tasklist comment(String text) {
        Fields.fill(form(), "Ý kiến", text);
        return this;
    }

    /** Sends the form and waits until the task has left the screen. */
    void complete() {
        var task = TASK.matcher(page.url());
        if (!task.find()) {
            throw new AssertionError("No task in " + page.url());
        }
        send();
        page.waitForURL(address -> !address.contains(task.group()));
    }

    void send() {
        page.locator(".form-actions button", new Page.LocatorOptions()
                .setHasText(Pattern.compile("Hoàn thành|Gửi hồ sơ"))).click();
    }

    /** Loads Tasklist and shows what the filter finds. */
    void open(String filter) {
        page.navigate(address + PATH);
        show(filter);
    }

    /** Shows what the filter finds; Tasklist is only loaded when it is not there, or something lies over it. */
    private void turnTo(String filter) {
        page.navigate(address + PATH + (page.locator(".modal").count() == 0 ? "#/" : ""));
        show(filter);
    }

    private void show(String filter) {
        page.locator(".task-filter a", new Page.LocatorOptions().setHasText(filter)).click();
        // the list of the filter shown first is replaced by the one asked for
        page.locator(".task-filter.active", new Page.LocatorOptions().setHasText(Pattern.compile(filter + "\\s*\\d+")))
                .waitFor();
        page.locator(".tasks-list li.task, .tasks-list .well:visible").first().waitFor();
    }

    private void gone(String selector) {
        page.locator(selector).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    Locator tasks() {
        return page.locator(".tasks-list li.task");
    }

    Locator task(String number) {
        return page.locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(number));
    }

    /** What is wrong with the form, beside its buttons. */
    Locator refusals() {
        return page.locator(".refusals");
    }

    Locator notifications() {
        return page.locator(".page-notifications");
    }
}
