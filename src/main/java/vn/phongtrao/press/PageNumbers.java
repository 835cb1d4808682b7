package vn.phongtrao.press;

import java.io.IOException;
import java.util.Set;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Numbers the pages of a paper that has several. Above stands a page's number, but not on the first, and an annex is
 * numbered by itself (Nghị định 30/2020/NĐ-CP, Phụ lục I); below, which one of all the paper's pages it is, where
 * annexes begin anew. The second cannot be said in a template.
 */
final class PageNumbers {

    private static final int UNITS_OF_A_FONT = 1000;
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float FROM_EDGE = 10 * MILLIMETRE;
    private static final float RIGHT_MARGIN = 18 * MILLIMETRE;
    private static final float NUMBER = 13;
    private static final float SMALL = 9;

    private PageNumbers() {
    }

    /** @param annexes the pages, from 0, on which annexes begin */
    static void write(PDDocument document, Set<Integer> annexes) throws IOException {
        var pages = document.getNumberOfPages();
        if (pages == 1) {
            return;
        }
        try (var face = Face.open("liberation/LiberationSerif-Regular.ttf")) {
            var font = PDType0Font.load(document, face);
            int start = 0;
            for (int i = 0; i < pages; i++) {
                start = annexes.contains(i) ? i : start;
                write(document, document.getPage(i), font, i > start ? String.valueOf(i - start + 1) : "",
                        annexes.isEmpty() ? "" : "Trang %d/%d".formatted(i + 1, pages));
            }
        }
    }

    private static void write(PDDocument document, PDPage page, PDFont font, String above, String below)
            throws IOException {
        var box = page.getMediaBox();
        try (var content = new PDPageContentStream(document, page, AppendMode.PREPEND, true, true)) {
            write(content, font, NUMBER, (box.getWidth() - width(font, NUMBER, above)) / 2,
                    box.getHeight() - FROM_EDGE - NUMBER, above);
            write(content, font, SMALL, box.getWidth() - RIGHT_MARGIN - width(font, SMALL, below), FROM_EDGE, below);
        }
    }

    private static void write(PDPageContentStream content, PDFont font, float size, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) / UNITS_OF_A_FONT * size;
    }
}
