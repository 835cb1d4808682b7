package vn.phongtrao.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** PDF files (ISO 32000): pages to read, and nothing that runs, sends or carries other files. */
final class PdfFile {

    /** Kinds of action that do more than lead to another place in the document or on the web. */
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition",
            "GoToE", "GoToR", "Thread", "Sound", "Movie", "RichMediaExecute");
    /** Entries that hold scripts, attached files or forms with scripts of their own. */
    private static final Set<String> ENTRIES = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA",
            "RichMediaContent");
    private static final int MOST_OBJECTS = 1_000_000;

    private int looked;

    private PdfFile() {
    }

    static void check(Path file) throws Unacceptable, IOException {
        var pdf = Files.readAllBytes(file);
        var inspection = new PdfFile();
        var streams = new PdfStreams(pdf);
        PdfObjects.visit(pdf, (dictionary, stream) -> {
            if (dictionary.containsKey(COSName.ENCRYPT)) {
                throw new Unacceptable("tệp PDF được mã hóa hoặc đặt mật khẩu; hãy bỏ mật khẩu hoặc in lại thành PDF "
                        + "rồi tải lên");
            }
            if (stream >= 0) {
                streams.requireBounded(dictionary, stream);
            }
            inspection.requireInactive(dictionary);
        });
        try (var opened = Loader.loadPDF(pdf)) {
            if (opened.getNumberOfPages() == 0) {
                throw unreadable();
            }
            inspection.requireNothingActive(opened);
        } catch (IOException | RuntimeException broken) {
            throw unreadable();
        }
    }

    /** Looks into every object that is listed, also those that no page leads to and those packed with others. */
    private void requireNothingActive(PDDocument pdf) throws Unacceptable {
        var cos = pdf.getDocument();
        requireInactive(cos.getTrailer());
        for (var key : new ArrayList<>(cos.getXrefTable().keySet())) {
            requireInactive(cos.getObjectFromPool(key).getObject());
        }
    }

    /** @param object with all that lies in it; what it refers to is looked into on its own */
    private void requireInactive(COSBase object) throws Unacceptable {
        Deque<COSBase> left = new ArrayDeque<>();
        if (object != null) {
            left.add(object);
        }
        while (!left.isEmpty()) {
            if (++looked > MOST_OBJECTS) {
                throw unreadable();
            }
            var next = left.remove();
            if (next instanceof COSDictionary dictionary) {
                requireNoActivity(dictionary);
                dictionary.getValues().stream().filter(PdfFile::holdsOthers).forEach(left::add);
            } else if (next instanceof COSArray array) {
                array.toList().stream().filter(PdfFile::holdsOthers).forEach(left::add);
            }
        }
    }

    private static boolean holdsOthers(COSBase value) {
        return value instanceof COSDictionary || value instanceof COSArray;
    }

    private static void requireNoActivity(COSDictionary dictionary) throws Unacceptable {
        var action = dictionary.getItem(COSName.S) instanceof COSName name && ACTIONS.contains(name.getName());
        if (action || dictionary.keySet().stream().anyMatch(key -> ENTRIES.contains(key.getName()))) {
            throw new Unacceptable("tệp PDF có mã lệnh, biểu mẫu động hoặc tệp đính kèm; hãy in lại thành PDF rồi tải "
                    + "lên");
        }
    }

    private static Unacceptable unreadable() {
        return new Unacceptable("không đọc được tệp PDF");
    }
}
