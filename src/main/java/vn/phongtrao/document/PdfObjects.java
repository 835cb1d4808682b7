package vn.phongtrao.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * Finds the objects of a PDF file where they lie in it, reachable or not, by the parser's own reading of dictionaries
 * but without following or unpacking anything: what has to be known before the parser opens the file, because it has no
 * limit.
 */
final class PdfObjects extends COSParser {

    private static final byte[][] KEYWORDS = {"obj".getBytes(StandardCharsets.US_ASCII),
            "trailer".getBytes(StandardCharsets.US_ASCII)};
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DICTIONARY = "<<".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DICTIONARY_END = ">>".getBytes(StandardCharsets.US_ASCII);

    private final byte[] pdf;

    /** @param unconnected knows no parser, so that a reference leads nowhere */
    private PdfObjects(byte[] pdf, COSDocument unconnected) throws IOException {
        super(new MeasuredBytes(pdf));
        this.pdf = pdf;
        this.document = unconnected;
    }

    /** Takes an object or trailer. */
    interface Visitor {

        /** @param stream where the object's data begin; -1 when it has none */
        void visit(COSDictionary dictionary, int stream) throws Unacceptable;
    }

    /** @throws IOException when an object is not whole: other readers may go on where this one breaks off */
    static void visit(byte[] pdf, Visitor visitor) throws Unacceptable, IOException {
        try (var document = new COSDocument()) {
            new PdfObjects(pdf, document).visit(visitor);
        }
    }

    /**
     * @param content of a stream that packs objects
     * @return all of them, whether a list of objects names them or not
     */
    static List<COSBase> packed(COSDictionary stream, byte[] content) throws IOException {
        if (content.length == 0) {
            return List.of();
        }
        try (var document = new COSDocument()) {
            return new PdfObjects(content, document).packed(stream.getInt(COSName.N), stream.getInt(COSName.FIRST));
        }
    }

    /** Objects lie one behind the other: none is read twice. */
    private List<COSBase> packed(int count, int first) throws IOException {
        if (count < 0 || first < 0) {
            throw new IOException("How many there are, or where, stands elsewhere");
        }
        source.seek(0);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readObjectNumber();
            places.add(first + readInt());
        }
        List<COSBase> objects = new ArrayList<>();
        long read = 0;
        for (var place : places) {
            source.seek(place);
            objects.add(parseDirObject());
            read += source.getPosition() - place;
            if (read > 2L * pdf.length) {
                throw new IOException("Objects lie in each other");
            }
        }
        return objects;
    }

    private void visit(Visitor visitor) throws Unacceptable, IOException {
        for (int at = 0; at < pdf.length; at++) {
            for (var keyword : KEYWORDS) {
                if (stands(keyword, at)) {
                    visit(at + keyword.length, visitor);
                }
            }
        }
    }

    private void visit(int at, Visitor visitor) throws Unacceptable, IOException {
        source.seek(at);
        skipSpaces();
        if (!stands(DICTIONARY, (int) source.getPosition())) {
            return;
        }
        var dictionary = parseCOSDictionary(true);
        var stream = -1;
        skipSpaces();
        if (stands(STREAM, (int) source.getPosition())) {
            source.skip(STREAM.length);
            skipWhiteSpaces();
            stream = (int) source.getPosition();
        }
        visitor.visit(dictionary, stream);
    }

    @Override
    protected COSDictionary parseCOSDictionary(boolean direct) throws IOException {
        var dictionary = super.parseCOSDictionary(direct);
        requireEnd(pdf, (int) source.getPosition());
        return dictionary;
    }

    /** A dictionary that breaks off is given as far as it goes, with nothing said of the rest. */
    static void requireEnd(byte[] pdf, int at) throws IOException {
        if (!stands(pdf, DICTIONARY_END, at - DICTIONARY_END.length)) {
            throw new IOException("A dictionary without end");
        }
    }

    private boolean stands(byte[] keyword, int at) {
        return stands(pdf, keyword, at);
    }

    private static boolean stands(byte[] pdf, byte[] keyword, int at) {
        return at >= 0 && at + keyword.length <= pdf.length
                && Arrays.equals(pdf, at, at + keyword.length, keyword, 0, keyword.length);
    }
}
