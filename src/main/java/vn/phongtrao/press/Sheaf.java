package vn.phongtrao.press;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.ScratchFile;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

import vn.phongtrao.decision.Revocation;

/** Printed papers that are put together, or written over, after they are made. */
final class Sheaf {

    private static final String DRAFT = "DỰ THẢO";
    private static final float SIZE = 96;
    private static final float GREY = .85f;
    private static final String REVOKED = "ĐÃ BỊ HỦY BỎ";
    private static final float REVOKED_SIZE = 64;
    private static final float RED = .95f;
    private static final float PALE = .6f;
    private static final float SMALLER = 4;
    private static final float LINE = 1.6f;
    private static final int UNITS_OF_A_FONT = 1000;

    private Sheaf() {
    }

    /** All sheets in one PDF file, to be sent to a printer at once; signatures in them do not count any more. */
    static void write(List<Sheet> sheets, Function<Sheet, byte[]> pdf, OutputStream out) throws IOException {
        var merger = new PDFMergerUtility();
        merger.setDocumentMergeMode(PDFMergerUtility.DocumentMergeMode.OPTIMIZE_RESOURCES_MODE);
        sheets.forEach(sheet -> merger.addSource(new RandomAccessReadBuffer(pdf.apply(sheet))));
        merger.setDestinationStream(out);
        merger.mergeDocuments(() -> new ScratchFile(new File(System.getProperty("java.io.tmpdir"))));
    }

    /** The same with the word across each page that it is a draft. */
    static byte[] draft(byte[] pdf) {
        return marked(pdf, List.of(DRAFT), SIZE, AppendMode.PREPEND, GREY, GREY, GREY);
    }

    /** The same with words across each page that it does not hold any more; a signature in it does not count either. */
    static byte[] revoked(byte[] pdf, Revocation revocation) {
        return marked(pdf, List.of(REVOKED, revocation.said()), REVOKED_SIZE, AppendMode.PREPEND, RED, PALE, PALE);
    }

    private static byte[] marked(byte[] pdf, List<String> lines, float size, AppendMode mode, float... colour) {
        try (var document = Loader.loadPDF(pdf); var face = Face.open("liberation/LiberationSerif-Bold.ttf")) {
            var font = PDType0Font.load(document, face);
            for (var page : document.getPages()) {
                try (var over = new PDPageContentStream(document, page, mode, true, true)) {
                    write(over, font, page, lines, size, colour);
                }
            }
            var marked = new ByteArrayOutputStream();
            document.save(marked);
            return marked.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same on paper that is larger by a factor, and so is all that is on it. */
    static byte[] scaled(byte[] pdf, double factor) {
        if (factor == 1) {
            return pdf;
        }
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                try (var before = new PDPageContentStream(document, page, AppendMode.PREPEND, true)) {
                    before.transform(Matrix.getScaleInstance((float) factor, (float) factor));
                }
                var box = page.getMediaBox();
                page.setMediaBox(new PDRectangle((float) (box.getWidth() * factor),
                        (float) (box.getHeight() * factor)));
            }
            var larger = new ByteArrayOutputStream();
            document.save(larger);
            return larger.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The first line as large as it is told, those below it smaller, over the diagonal of the page. */
    private static void write(PDPageContentStream over, PDFont font, PDPage page, List<String> lines, float size,
                              float... colour) throws IOException {
        var box = page.getMediaBox();
        var angle = Math.atan2(box.getHeight(), box.getWidth());
        over.setNonStrokingColor(colour[0], colour[1], colour[2]);
        for (int line = 0; line < lines.size(); line++) {
            var letters = line == 0 ? size : size / SMALLER;
            var half = font.getStringWidth(lines.get(line)) / UNITS_OF_A_FONT * letters / 2;
            var below = line == 0 ? 0 : letters * LINE * line;
            over.beginText();
            over.setFont(font, letters);
            over.setTextMatrix(Matrix.getRotateInstance(angle,
                    (float) (box.getWidth() / 2 - half * Math.cos(angle) + below * Math.sin(angle)),
                    (float) (box.getHeight() / 2 - half * Math.sin(angle) - below * Math.cos(angle))));
            over.showText(lines.get(line));
            over.endText();
        }
    }
}
