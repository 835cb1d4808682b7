package vn.phongtrao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static vn.phongtrao.http.HttpJourney.household;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.Sweep;
import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.workflow.NoRoom;

/** No English on any screen that an officer of any position or an administrator meets, whatever the browser speaks. */
@BrowserTest
class LanguageCrawlIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final String ADMIN = "/camunda/app/admin/default/#/";
    private static final List<String> PAGES = List.of("/", "/dossiers", "/dossiers?status=open", "/dossiers/KT-0",
            "/registers", "/registers/awards", "/registers/units", "/registers/none", "/verify", "/verify/ABCD",
            "/nowhere", "/api/nowhere", "/camunda/app/nowhere/", "/camunda/app/cockpit/default/", "/%zz");

    private static final Pattern NO_MORE = Pattern.compile("(?!)");
    /**
     * What administrators see of models and of the engine: rules in quotes, expressions, ids of models and people,
     * types of data, permissions.
     */
    private static final Pattern TECHNICAL = Pattern.compile("\"[^\"]*\"|date\\([^)]*\\)|(DATE: )?\\$\\{[^}]*}"
            + "|[\\p{L}\\d]+([-_:.#/@][\\p{L}\\d]+)+|\\b[a-z]+[A-Z]\\w*|\\b(ACCESS|ALL|READ|TASK_WORK|CTRL|WORKFLOW|String|Integer|Json|true|false"
            + "|auditor|commendation|review|decision|approve|member|originator|stops|welcome|default|phongtrao)\\b");
    /** How browsers and systems name themselves, and how Keycloak names groups. */
    private static final Pattern DEVICES = Pattern.compile("\\w*Chrome/\\S+|Linux|\\bIP\\b|[\\d/]*police-chief");

    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient database;
    @Autowired
    RuntimeService instances;
    @Autowired
    RepositoryService models;
    @Autowired
    ManagementService management;

    @Test
    void officersOfEveryPositionReadVietnamese(Officers officers) {
        var reader = new ScreenReader(NO_MORE);
        var number = propose();
        var drafter = officers.tasklist(OFFICER);
        readPages(reader, drafter.page(), officers.address());
        readDossier(reader, drafter.page(), officers.address(), number);
        readList(reader, drafter);
        readTask(reader, drafter, number, "Hồ sơ", "Sơ đồ", "Mô tả");
        readUnknownTask(reader, officers.tasklist(CHIEF), officers.address());
        readStart(reader, drafter);

        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        readTask(reader, officers.tasklist(CHIEF), number, "Hồ sơ");
        journey.approve(number, "sign", CHIEF);
        readTask(reader, officers.tasklist(CLERK), number, "Hồ sơ");
        journey.approve(number, "appraise", CLERK);
        reader.read(officers.tasklist("council-member.31813").openMine(number).form(), "vote of the council");
        journey.voteForAll(number, "31813");
        readTask(reader, officers.tasklist("committee-chair.31813"), number, "Hồ sơ");

        reader.expectVietnameseOnly();
    }

    @Test
    void administratorsReadVietnameseBesideTheNamesOfTheEngine(Officers officers) {
        var reader = new ScreenReader(TECHNICAL);
        var instance = withAFailedJob();
        var definition = models.createProcessDefinitionQuery().processDefinitionKey("commendation").latestVersion()
                .singleResult().getId();
        var decision = models.createDecisionDefinitionQuery().decisionDefinitionKey("review-route").latestVersion()
                .singleResult().getId();
        var page = officers.tasklist("admin").page();
        var desk = new Desk(reader, page, officers.address());

        desk.read("/", "#administration");
        desk.read("/camunda/app/welcome/default/", ".custom-links");
        desk.read(COCKPIT + "dashboard", "section.actual");
        desk.read(COCKPIT + "processes", ".process-definitions-list");
        desk.read(COCKPIT + "process-definition/" + definition, ".djs-container svg");
        desk.readTabs(".ctn-tabbed .nav-tabs a");
        desk.read(COCKPIT + "process-instance/" + instance, ".djs-container svg");
        desk.readTabs(".ctn-sidebar .nav-tabs a, .ctn-tabbed .nav-tabs a");
        page.locator(".ctn-tabbed .nav-tabs a", new Page.LocatorOptions().setHasText("Sự cố")).click();
        assertThat(page.locator(".incidents-tab")).containsText("Cơ sở dữ liệu không phục vụ được");
        page.locator(".incidents-tab .action-button:visible").first().click();
        reader.read(page.locator(".modal-dialog"), "retry of a job");
        page.keyboard().press("Escape");
        Sweep.every(3, 0, List.of(
                new Screen(COCKPIT + "decisions", ".decisions-dashboard table"),
                new Screen(COCKPIT + "decision-definition/" + decision, ".tjs-table"),
                new Screen(COCKPIT + "tasks", ".tasks-dashboard table"),
                new Screen(COCKPIT + "repository", "section.resources"),
                new Screen(COCKPIT + "batch", ".batch-wrapper"),
                new Screen(COCKPIT + "process-definition/0", ".page-notifications .alert"),
                new Screen(ADMIN + "users", "h3:has-text('Danh sách người dùng')"),
                new Screen(ADMIN + "users/police-chief.31813?tab=groups", "h3:has-text('Sửa người dùng')"),
                new Screen(ADMIN + "groups", "h3:has-text('Danh sách nhóm')"),
                new Screen(ADMIN + "tenants", "h3:has-text('Danh sách đơn vị sử dụng')"),
                new Screen(ADMIN + "authorization?resource=7", "h3:has-text('Phân quyền: Nhiệm vụ')"),
                new Screen(ADMIN + "system?section=system-settings-general", "h3:has-text('Cài đặt chung')")))
                .forEach(screen -> desk.read(screen.path(), screen.sign()));

        reader.expectVietnameseOnly();
    }

    @Test
    void whoSignsInReadsVietnameseInAnEnglishBrowser(Officers officers) {
        var reader = new ScreenReader(DEVICES);
        var page = officers.signInPage("en-US");
        reader.read(page.locator("#kc-login"), "sign-in");
        page.fill("#username", CHIEF);
        page.fill("#password", "wrong");
        page.click("#kc-login");
        reader.read(page.locator("#input-error-username"), "wrong password");

        officers.enter(page, CHIEF);
        page.navigate(officers.address() + "/account");
        reader.read(page.locator("#email"), "account");
        page.locator("nav button", new Page.LocatorOptions().setHasText("Bảo mật tài khoản")).click();
        for (var part : List.of("account-security/signing-in", "account-security/device-activity", "applications",
                "groups")) {
            page.click("nav a[data-testid='%s']".formatted(part));
            page.waitForURL("**/account/" + part);
            reader.read(page.locator("[data-testid=page-heading]"), "account " + part);
        }

        reader.expectVietnameseOnly();
    }

    private String propose() {
        return journey.propose(OFFICER, proposal("commune-certificate", "regular",
                List.of(individual("Nguyễn Văn Ngôn Ngữ"), household("Hộ Trần Ngôn Ngữ"))));
    }

    private static void readPages(ScreenReader reader, Page page, String address) {
        for (var path : Sweep.every(4, 0, PAGES)) {
            page.navigate(address + path);
            reader.read(page.locator("main"), "page " + path);
        }
    }

    private static void readDossier(ScreenReader reader, Page page, String address, String number) {
        page.navigate(address + "/dossiers/" + number);
        reader.read(page.locator("article.dossier"), "dossier");
        page.navigate(address + "/dossiers/" + number + "/path");
        page.locator("details.models summary").click();
        reader.read(page.locator(".diagram[data-drawn]").first(), "path");
    }

    private static void readList(ScreenReader reader, Tasklist tasklist) {
        var page = tasklist.page();
        tasklist.open(Tasklist.OF_MY_UNIT);
        reader.read(tasklist.tasks().first(), "tasks");
        page.locator(".account a.dropdown-toggle").click();
        reader.read(page.locator(".account .dropdown-menu"), "menu of the account");
        page.locator(".new-sort a.dropdown-toggle").click();
        reader.read(page.locator(".new-sort .dropdown-menu"), "order of tasks");
        page.locator(".new-sort a.dropdown-toggle").click();
        page.locator(".find input").fill("...");
        page.locator(".find [role=status]:not(:empty)").waitFor();
        reader.read(page.locator(".find"), "search of tasks");
        page.locator("a.showShortcutHelp").click();
        reader.read(page.locator(".modal-dialog"), "shortcuts");
    }

    /** Takes the task and reads its tabs. */
    private static void readTask(ScreenReader reader, Tasklist tasklist, String number, String... tabs) {
        var page = tasklist.take(number).page();
        var task = page.locator(".task-details h2.task").innerText();
        reader.read(tasklist.form(), task);
        for (var tab : tabs) {
            page.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText(tab)).click();
            reader.read(page.locator(".task-details .nav-tabs .active", new Page.LocatorOptions().setHasText(tab)),
                    task + ", " + tab);
        }
    }

    private static void readStart(ScreenReader reader, Tasklist tasklist) {
        var page = tasklist.page();
        page.click(".start-process-action a");
        reader.read(page.locator(".modal-body .processes a").first(), "processes to start");
        var form = tasklist.propose();
        Fields.select(form, "Đối tượng", "Cá nhân");
        Fields.fill(form, "Tên thành tích", "x");
        Fields.fill(form, "Tên thành tích", "");
        Fields.fill(form, "Số căn cước", "1");
        Fields.date(form, "Lập thành tích từ ngày", "01/01/2024");
        reader.read(Fields.field(form, "Số căn cước").locator(".fjs-form-field-error"), "errors of a form");
        Fields.field(form, "Lập thành tích từ ngày").locator("input.fjs-input").click();
        reader.read(page.locator(".flatpickr-calendar.open"), "calendar");

        page.context().clearCookies();
        page.evaluate("call => { call.open('GET', '/camunda/api/engine/engine'); call.send(); }",
                page.evaluateHandle("new XMLHttpRequest()"));
        reader.read(page.locator("dialog.session"), "end of the session");
    }

    private static void readUnknownTask(ScreenReader reader, Tasklist tasklist, String address) {
        tasklist.page().navigate(address + "/camunda/app/tasklist/default/#/?task=none");
        reader.read(tasklist.notifications().locator(".alert"), "unknown task");
    }

    /** @return the id of an instance whose deadline for votes could not be handled, as the database had no room */
    private String withAFailedJob() {
        var number = propose();
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
        var instance = instances.createProcessInstanceQuery().processInstanceBusinessKey(number)
                .processDefinitionKey("commendation").singleResult().getId();
        Supplier<Job> job = () -> management.createJobQuery().processInstanceId(instance).activityId("voting-closed").singleResult();
        NoRoom.during(database, () -> {
            while (job.get().getRetries() > 0) {
                Assertions.assertThatThrownBy(() -> management.executeJob(job.get().getId())).hasMessageContaining("no room");
            }
        });
        return instance;
    }

    /** @param sign what is there when the screen is */
    private record Screen(String path, String sign) {
    }

    /** Where an administrator opens pages. */
    private record Desk(ScreenReader reader, Page page, String address) {

        void read(String path, String sign) {
            page.navigate(address + path);
            reader.read(page.locator(sign).first(), path.replaceFirst("/[\\w-]+:\\S+|/\\w+-\\w+-\\w+-\\S+", ""));
        }

        void readTabs(String tabs) {
            for (var tab : page.locator(tabs).all()) {
                if (tab.isVisible()) {
                    tab.click();
                    reader.read(page.locator(".ctn-tabbed-content"), tab.innerText().strip());
                }
            }
        }
    }
}
