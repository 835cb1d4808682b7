package vn.phongtrao.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Pictures for {@code docs/handbook}, cropped to what matters, all of screens of the same size. */
final class HandbookPicture {

    private static final Path PICTURES = Path.of("target", "handbook-pictures");
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 760;

    private HandbookPicture() {
    }

    /** @param name what chapters call the picture, English, without ending */
    static void of(Page screen, String name) {
        onScreenOfTheBook(screen, () -> screen.screenshot(new Page.ScreenshotOptions().setPath(file(name))));
    }

    /** The part alone, as high as it is. */
    static void of(Locator part, String name) {
        onScreenOfTheBook(part.page(), () -> part.screenshot(new Locator.ScreenshotOptions().setPath(file(name))));
    }

    private static void onScreenOfTheBook(Page screen, Runnable shot) {
        var before = screen.viewportSize();
        screen.setViewportSize(WIDTH, HEIGHT);
        shot.run();
        screen.setViewportSize(before.width, before.height);
    }

    private static Path file(String name) {
        return PICTURES.resolve(name + ".png");
    }
}
