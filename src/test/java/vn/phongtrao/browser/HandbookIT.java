package vn.phongtrao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The finished handbook, as the application serves it: made after the tests, from their pictures. */
class HandbookIT {

    private static final Path BOOK = Path.of("target", "classes", "static", "handbook");
    private static final String ADDRESS = "http://handbook.test/handbook/";
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'";

    private static final List<String> complaints = new ArrayList<>();
    private static Browser chromium;
    private static Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        page = chromium.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.route("**", HandbookIT::serve);
        page.navigate(ADDRESS + "index.html");
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void everyPictureWasMadeByATest() {
        assertThat(texts("""
                Array.from(document.images).filter(image => !(image.complete && image.naturalWidth))
                    .map(image => image.getAttribute('src'))""")).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void itHasTheHeaderOfThePages() {
        assertThat(page.locator(".frame .brand").innerText()).isEqualTo("Phong trào TDBVANTQ");
        assertThat(page.locator(".frame").evaluate("frame => getComputedStyle(frame).borderTopColor"))
                .isEqualTo("rgb(165, 20, 31)");
    }

    @Test
    void everyReferenceWithinTheBookLeadsSomewhere() {
        assertThat(texts("""
                Array.from(document.querySelectorAll('a[href^="#"]')).map(link => link.getAttribute('href').slice(1))
                    .filter(id => !document.getElementById(decodeURIComponent(id)))""")).isEmpty();
    }

    @Test
    void everybodyCanReadItOnAPhoneToo() {
        Accessibility.check(page, "handbook");
        Accessibility.checkOnPhone(page, "handbook", () -> Officers.picture(page, "handbook-phone"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String script) {
        return (List<String>) page.evaluate(script);
    }

    private static void serve(Route route) {
        var file = BOOK.resolve(route.request().url().replace(ADDRESS, "").replaceFirst("#.*", ""));
        if (Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setPath(file)
                    .setHeaders(Map.of("Content-Security-Policy", POLICY)));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        }
    }
}
