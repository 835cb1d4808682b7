package vn.phongtrao.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/** PDF files (ISO 32000): pages to read, and nothing that runs, sends or carries other files. */
final class PdfFile {

    /** Kinds of action that do more than lead to another place in the document or on the web. */
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition",
            "GoToE", "GoToR", "Thread", "Sound", "Movie", "RichMediaExecute");
    /** Entries that hold scripts, attached files or forms with scripts of their own. */
    private static final Set<String> ENTRIES = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA",
            "RichMediaContent");
    /** Of these the tree of names may be there without a name in it; what a name leads to is looked into itself. */
    private static final Set<String> TREES = Set.of("JavaScript", "EmbeddedFiles");
    private static final int DEEPEST_TREE = 20;
    private static final int MOST_OBJECTS = 1_000_000;
    /**
     * What programs, printers and mail leave before the header, which readers look for in the first kilobyte: marks of
     * the order of bytes, blanks, orders to a printer, lines of a mail's head.
     */
    private static final Pattern HEADER = Pattern.compile("(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?"
            + "(?:[\\s\\x00]+|\\e%-12345X|@PJL[\\x20-\\x7e]*[\r\n]"
            + "|[A-Za-z][A-Za-z-]{1,60}: [\\x20-\\x7e]*[\r\n])*+%PDF-");

    private int looked;
    /** Also in an encrypted file, which is told so. */
    private boolean unreadablePacked;

    private PdfFile() {
    }

    /** @param head bytes as characters from 0 to 255 */
    static boolean begins(String head) {
        return HEADER.matcher(head).lookingAt();
    }

    static void check(Path file) throws Unacceptable, IOException {
        var pdf = Files.readAllBytes(file);
        var inspection = new PdfFile();
        var streams = new PdfStreams(pdf);
        try {
            inspection.requireInactive(pdf, streams);
            inspection.requireNothingActive(pdf, streams);
        } catch (IOException | RuntimeException broken) {
            streams.requireAllKnown();
            throw broken instanceof MeasuredBytes.ReadTooOften ? PdfStreams.unusual() : unreadable();
        }
        streams.requireAllKnown();
    }

    /** What is known before the file is opened. */
    private void requireInactive(byte[] pdf, PdfStreams streams) throws Unacceptable, IOException {
        PdfObjects.visit(pdf, (dictionary, stream) -> {
            if (dictionary.containsKey(COSName.ENCRYPT)) {
                throw new Unacceptable("tệp PDF được mã hóa hoặc đặt mật khẩu; hãy bỏ mật khẩu hoặc in lại thành PDF "
                        + "rồi tải lên");
            }
            if (stream >= 0) {
                requireInactivePacked(dictionary, streams.requireBounded(dictionary, stream));
            }
            requireInactive(dictionary);
        });
        if (unreadablePacked) {
            throw PdfStreams.unusual();
        }
    }

    private void requireInactivePacked(COSDictionary stream, byte[] content) throws Unacceptable {
        try {
            for (var packed : PdfObjects.packed(stream, content)) {
                requireInactive(packed);
            }
        } catch (IOException | RuntimeException broken) {
            unreadablePacked = true;
        }
    }

    /** Looks into every object that is listed, also those that no page leads to and those packed with others. */
    private void requireNothingActive(byte[] pdf, PdfStreams streams) throws Unacceptable, IOException {
        var reader = new PdfReader(pdf);
        try (var opened = reader.parse()) {
            if (opened.getNumberOfPages() == 0) {
                throw unreadable();
            }
            var cos = opened.getDocument();
            requireInactive(cos.getTrailer());
            for (var key : new ArrayList<>(cos.getXrefTable().keySet())) {
                var object = cos.getObjectFromPool(key).getObject();
                requireInactive(object);
                if (object instanceof COSStream stream) {
                    streams.requireBounded(stream);
                }
            }
            reader.requireWholeObjects();
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
        if (action || dictionary.keySet().stream().anyMatch(key -> ENTRIES.contains(key.getName())
                && !(TREES.contains(key.getName()) && isEmpty(dictionary.getItem(key), DEEPEST_TREE)))) {
            throw new Unacceptable("tệp PDF có mã lệnh, biểu mẫu động hoặc tệp đính kèm; hãy in lại thành PDF rồi tải "
                    + "lên");
        }
    }

    /** A reference leads somewhere only when the file has been opened; then it is asked again. */
    private static boolean isEmpty(COSBase tree, int deepest) {
        var node = resolved(tree);
        if (node instanceof COSNull) {
            return true;
        }
        return deepest > 0 && node instanceof COSDictionary names
                && (names.containsKey(COSName.NAMES) || names.containsKey(COSName.KIDS))
                && all(names.getItem(COSName.NAMES), name -> false)
                && all(names.getItem(COSName.KIDS), kid -> isEmpty(kid, deepest - 1));
    }

    private static boolean all(COSBase values, Predicate<COSBase> rule) {
        var array = resolved(values);
        return array instanceof COSNull || array instanceof COSArray list
                && IntStream.range(0, list.size()).allMatch(index -> rule.test(list.get(index)));
    }

    private static COSBase resolved(COSBase value) {
        return Objects.requireNonNullElse(value instanceof COSObject reference ? reference.getObject() : value,
                COSNull.NULL);
    }

    private static Unacceptable unreadable() {
        return new Unacceptable("không đọc được tệp PDF: nội dung không phải là PDF hoặc đã hỏng; " + Inspection.TAKEN);
    }
}
