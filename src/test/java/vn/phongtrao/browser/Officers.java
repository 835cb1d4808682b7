package vn.phongtrao.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import vn.phongtrao.Sweep;

/**
 * People with demo accounts, each at a browser of their own. Pictures of their screens go to
 * {@code target/screenshots}: of a test that fails, and in a full sweep of all.
 */
final class Officers {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String PASSWORD = "demo";
    private static final String VIETNAMESE = "vi-VN";
    /** Nothing moves or fades: who waits for it to come to rest waits a third of a second for each window. */
    private static final String STILL = """
            const still = new CSSStyleSheet();
            still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
            document.adoptedStyleSheets = [still];""";

    private final Browser chromium;
    private final String address;
    private final Map<String, Own> browsers = new HashMap<>();
    private final Map<String, Page> desks = new HashMap<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<String> console = new ArrayList<>();

    private Officers(Browser chromium, String address) {
        this.chromium = chromium;
        this.address = address;
    }

    /** The officer's Tasklist; who came before, in another test even, has stayed signed in. */
    Tasklist tasklist(String username) {
        return new Tasklist(desk(username, VIETNAMESE), address);
    }

    /**
     * An empty page of the officer's browser. The browser stays for all tests, with the scripts it has loaded; each
     * test finds it as it was after signing in, and always the same page.
     *
     * @param locale what the browser speaks, such as {@code en-US}
     */
    Page desk(String username, String locale) {
        return desks.computeIfAbsent(username + "-" + locale, key -> {
            var own = own(username, locale);
            own.browser.clearCookies();
            own.browser.addCookies(own.cookies);
            var page = page(own.browser);
            var origin = new JsonObject();
            origin.addProperty("origin", address);
            origin.addProperty("storageTypes", "local_storage");
            own.browser.newCDPSession(page).send("Storage.clearDataForOrigin", origin);
            return page;
        });
    }

    /** An empty page of another browser in which the officer is signed in, for what a browser does not forget. */
    Page elsewhere(String username) {
        var browser = chromium.newContext(options(VIETNAMESE));
        browser.addCookies(own(username, VIETNAMESE).cookies);
        return page(browser);
    }

    /** An officer's browser, and what it keeps of signing in. */
    private record Own(BrowserContext browser, List<Cookie> cookies, long since) {

        /** Soon the application and Keycloak end what nobody has used. */
        boolean old() {
            return System.nanoTime() - since > Duration.ofMinutes(20).toNanos();
        }
    }

    /** The officer signs in at the first call, and again when that is long since. */
    private Own own(String username, String locale) {
        var key = username + "-" + locale;
        if (browsers.containsKey(key) && browsers.get(key).old()) {
            browsers.remove(key).browser.close();
        }
        if (!browsers.containsKey(key)) {
            var page = signIn(username, locale);
            // the webapps give a session its token once only, so that it must be there before the session is kept
            page.request().get(address + "/camunda/app/welcome/default/");
            browsers.put(key, new Own(page.context(), page.context().cookies(), System.nanoTime()));
            pages.remove(page);
            page.close();
        }
        return browsers.get(key);
    }

    private static Browser.NewContextOptions options(String locale) {
        return new Browser.NewContextOptions().setLocale(locale).setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(new ViewportSize(1400, 950));
    }

    private Page page(BrowserContext browser) {
        var page = browser.newPage();
        page.addInitScript(STILL);
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> console.add(page.url() + " " + message.text()));
        page.onRequestFailed(request -> console.add(request.url() + " " + request.failure()));
        pages.add(page);
        return page;
    }

    /** A fresh browser that opens the application's address and gives name and password to Keycloak. */
    Page signIn(String username) {
        return signIn(username, VIETNAMESE);
    }

    /** @param locale what the browser speaks, such as {@code en-US} */
    Page signIn(String username, String locale) {
        return enter(signInPage(locale), username);
    }

    /** Keycloak's page, to which a fresh browser comes that opens the application's address. */
    Page signInPage(String locale) {
        var page = page(chromium.newContext(options(locale)));
        page.navigate(address + "/");
        return page;
    }

    /** Gives name and password to Keycloak, which leads on to the front page. */
    Page enter(Page page, String username) {
        page.fill("#username", username);
        page.fill("#password", PASSWORD);
        page.click("#kc-login");
        page.locator("header .person").waitFor();
        return page;
    }

    String address() {
        return address;
    }

    static void picture(Page page, String name) {
        keep(page, name, new Page.ScreenshotOptions());
    }

    /** The page from top to bottom. */
    static void whole(Page page, String name) {
        keep(page, name, new Page.ScreenshotOptions().setFullPage(true));
    }

    /** Two hundred pictures take Chromium a minute, so that only a full sweep has them. */
    private static void keep(Page page, String name, Page.ScreenshotOptions options) {
        if (Sweep.FULL) {
            page.screenshot(options.setPath(PICTURES.resolve(name + ".png")));
        }
    }

    private void leave() {
        var kept = browsers.values().stream().map(Own::browser).toList();
        pages.stream().map(Page::context).distinct().forEach(browser -> {
            if (kept.contains(browser)) {
                browser.pages().forEach(Page::close);
            } else {
                browser.close();
            }
        });
        pages.clear();
        console.clear();
        desks.clear();
    }

    private void picturesOf(String test) {
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("failed-%s-%d.png".formatted(test, i + 1))));
        }
        System.err.println(String.join(System.lineSeparator(), console));
    }

    /** Hands the officers to a test, and when it fails keeps pictures of all screens and what the browsers said. */
    static final class Extension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Officers.class;
        }

        @Override
        public Officers resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return officers(test);
        }

        @Override
        public void afterEach(ExtensionContext test) {
            var officers = officers(test);
            try {
                test.getExecutionException().ifPresent(failed ->
                        officers.picturesOf(test.getRequiredTestMethod().getName()));
            } finally {
                officers.leave();
                forgetDrafts(test);
            }
        }

        /** A page that was closed may have kept one since. */
        @Override
        public void beforeEach(ExtensionContext test) {
            forgetDrafts(test);
        }

        /** What was typed and not sent would come back in the next test. */
        private static void forgetDrafts(ExtensionContext test) {
            SpringExtension.getApplicationContext(test).getBean(JdbcClient.class).sql("delete from draft").update();
        }

        /** The same for all tests, as they share the application. */
        private static Officers officers(ExtensionContext test) {
            var store = test.getRoot().getStore(ExtensionContext.Namespace.create(Officers.class));
            var chromium = store.getOrComputeIfAbsent(Closing.class, key -> new Closing(Chromium.launch()),
                    Closing.class);
            var port = SpringExtension.getApplicationContext(test).getEnvironment().getProperty("local.server.port");
            return store.getOrComputeIfAbsent(port, key -> new Officers(chromium.browser, "http://localhost:" + key),
                    Officers.class);
        }

        /** Closed after the last test. */
        private record Closing(Browser browser) implements ExtensionContext.Store.CloseableResource {

            @Override
            public void close() {
                browser.close();
            }
        }
    }
}
