package vn.phongtrao.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF files (ISO 32000): pages to read, and nothing that runs, sends or carries other files. */
final class PdfFile {

    /** Kinds of action that do more than lead to another place in the document or on the web. */
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition",
            "GoToE", "RichMediaExecute");
    /** Entries that hold scripts, attached files or forms with scripts of their own. */
    private static final Set<String> ENTRIES = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent");
    private static final int MOST_OBJECTS = 1_000_000;
    /** An uncompressed page of A3 in colour at 600 dots per inch takes 200 MB; such scans come as JPEG. */
    private static final long LARGEST_STREAM = 128L * 1024 * 1024;

    private PdfFile() {
    }

    static void check(Path file) throws Unacceptable, IOException {
        requireBoundedStreams(Files.readAllBytes(file));
        try (var pdf = Loader.loadPDF(file.toFile())) {
            if (pdf.getNumberOfPages() == 0) {
                throw unreadable();
            }
            requireNothingActive(pdf);
        } catch (InvalidPasswordException locked) {
            throw new Unacceptable("tệp PDF đặt mật khẩu mở; hãy bỏ mật khẩu rồi tải lên");
        } catch (IOException | RuntimeException broken) {
            throw unreadable();
        }
    }

    /** Looks into every object, also those that no page leads to. */
    private static void requireNothingActive(PDDocument pdf) throws Unacceptable {
        var cos = pdf.getDocument();
        var looked = 0;
        Deque<COSBase> left = new ArrayDeque<>();
        left.add(cos.getTrailer());
        for (var key : new ArrayList<>(cos.getXrefTable().keySet())) {
            var object = cos.getObjectFromPool(key).getObject();
            if (object != null) {
                left.add(object);
            }
            while (!left.isEmpty()) {
                if (++looked > MOST_OBJECTS) {
                    throw unreadable();
                }
                var next = left.remove();
                if (next instanceof COSDictionary dictionary) {
                    requireInactive(dictionary);
                    dictionary.getValues().stream().filter(PdfFile::holdsOthers).forEach(left::add);
                } else if (next instanceof COSArray array) {
                    array.toList().stream().filter(PdfFile::holdsOthers).forEach(left::add);
                }
            }
        }
    }

    private static boolean holdsOthers(COSBase value) {
        return value instanceof COSDictionary || value instanceof COSArray;
    }

    private static void requireInactive(COSDictionary dictionary) throws Unacceptable {
        var action = dictionary.getItem(COSName.S) instanceof COSName name && ACTIONS.contains(name.getName());
        if (action || dictionary.keySet().stream().anyMatch(key -> ENTRIES.contains(key.getName()))) {
            throw new Unacceptable("tệp PDF có mã lệnh, biểu mẫu động hoặc tệp đính kèm; hãy in lại thành PDF rồi tải lên");
        }
    }

    /** Unpacks what can be unpacked before the parser does, because the parser knows no limit. */
    private static void requireBoundedStreams(byte[] pdf) throws Unacceptable {
        var inflater = new Inflater();
        var buffer = new byte[64 * 1024];
        try {
            for (int at = nextStream(pdf, 0); at >= 0; at = nextStream(pdf, at)) {
                inflater.reset();
                inflater.setInput(pdf, at, pdf.length - at);
                if (unpacked(inflater, buffer) > LARGEST_STREAM) {
                    throw new Unacceptable("tệp nén bất thường, dung lượng khi mở quá lớn");
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static long unpacked(Inflater inflater, byte[] buffer) {
        long total = 0;
        try {
            for (int read = inflater.inflate(buffer); read > 0 && total <= LARGEST_STREAM;
                    read = inflater.inflate(buffer)) {
                total += read;
            }
        } catch (DataFormatException otherwisePacked) {
            // pictures have compressions of their own
        }
        return total;
    }

    /** @return where the data begins behind the next keyword {@code stream} and its line end; -1 for none */
    private static int nextStream(byte[] pdf, int from) {
        for (int i = from; i + 8 < pdf.length; i++) {
            if (pdf[i] == 's' && pdf[i + 1] == 't' && pdf[i + 2] == 'r' && pdf[i + 3] == 'e' && pdf[i + 4] == 'a'
                    && pdf[i + 5] == 'm' && (pdf[i + 6] == '\r' || pdf[i + 6] == '\n')) {
                return pdf[i + 6] == '\r' && pdf[i + 7] == '\n' ? i + 8 : i + 7;
            }
        }
        return -1;
    }

    private static Unacceptable unreadable() {
        return new Unacceptable("không đọc được tệp PDF");
    }
}
