package vn.phongtrao.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** The machine's Chromium or Chrome, at best without its window, or else the one that Playwright fetches. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
            "google-chrome");
    private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static final int PATIENCE_MILLIS = 30_000;

    private Chromium() {
    }

    static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var installed = installed();
        var environment = new HashMap<>(System.getenv());
        installed.ifPresent(path -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(OPTIONS);
        installed.ifPresent(options::setExecutablePath);
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment)).chromium().launch(options);
    }

    private static Optional<Path> installed() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream().flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }
}
