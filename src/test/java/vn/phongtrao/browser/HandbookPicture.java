package vn.phongtrao.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pictures for {@code docs/handbook}, cropped to what matters, all of screens of the same size. */
final class HandbookPicture {

    private static final Path PICTURES = Path.of("target", "handbook-pictures");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    /** Tasklist's columns are as high as the window, and a part of them shows no more than they do. */
    private static final int TALL = 3000;
    private static final int PAPER_DPI = 84;

    private HandbookPicture() {
    }

    /** @param name what chapters call the picture, English, without ending */
    static void of(Page screen, String name) {
        with(screen, HEIGHT, () -> screen.screenshot(new Page.ScreenshotOptions().setPath(file(name))));
    }

    /** The part alone, as high as it is. */
    static void of(Locator part, String name) {
        with(part.page(), TALL, () -> part.screenshot(new Locator.ScreenshotOptions().setPath(file(name))));
    }

    /** The first page of a printed paper. */
    static void ofPaper(byte[] pdf, String name) throws IOException {
        Files.createDirectories(PICTURES);
        try (var document = Loader.loadPDF(pdf)) {
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, PAPER_DPI), "png", file(name).toFile());
        }
    }

    private static void with(Page screen, int height, Runnable shot) {
        var before = screen.viewportSize();
        screen.setViewportSize(WIDTH, height);
        shot.run();
        screen.setViewportSize(before.width, before.height);
    }

    private static Path file(String name) {
        return PICTURES.resolve(name + ".png");
    }
}
