package vn.phongtrao.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Printed papers that are put together, or written over, after they are made. */
final class Sheaf {

    private static final String DRAFT = "DỰ THẢO";
    private static final float SIZE = 96;
    private static final float GREY = .85f;
    private static final int UNITS_OF_A_FONT = 1000;

    private Sheaf() {
    }

    /** All sheets in one PDF file, to be sent to a printer at once; signatures in them do not count any more. */
    static void write(List<Sheet> sheets, Function<Sheet, byte[]> pdf, OutputStream out) throws IOException {
        var merger = new PDFMergerUtility();
        merger.setDocumentMergeMode(PDFMergerUtility.DocumentMergeMode.OPTIMIZE_RESOURCES_MODE);
        sheets.forEach(sheet -> merger.addSource(new RandomAccessReadBuffer(pdf.apply(sheet))));
        merger.setDestinationStream(out);
        merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
    }

    /** The same with the word across each page that it is a draft. */
    static byte[] draft(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf); var face = Face.open("liberation/LiberationSerif-Bold.ttf")) {
            var font = PDType0Font.load(document, face);
            for (var page : document.getPages()) {
                try (var over = new PDPageContentStream(document, page, AppendMode.PREPEND, true, true)) {
                    write(over, font, page);
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

    private static void write(PDPageContentStream over, PDFont font, PDPage page) throws IOException {
        var box = page.getMediaBox();
        var angle = Math.atan2(box.getHeight(), box.getWidth());
        var half = font.getStringWidth(DRAFT) / UNITS_OF_A_FONT * SIZE / 2;
        over.beginText();
        over.setFont(font, SIZE);
        over.setNonStrokingColor(GREY);
        over.setTextMatrix(Matrix.getRotateInstance(angle,
                (float) (box.getWidth() / 2 - half * Math.cos(angle)),
                (float) (box.getHeight() / 2 - half * Math.sin(angle))));
        over.showText(DRAFT);
        over.endText();
    }
}
