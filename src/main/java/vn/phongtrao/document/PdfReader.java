package vn.phongtrao.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdfparser.PDFParser;

/** The parser, told to break off where it would go on with nothing in place of what it cannot read, or without end. */
final class PdfReader extends PDFParser {

    private static final int DEEPEST_PAGES = 200;
    /** Each time all that is packed there is read anew. */
    private static final int MOST_MISSING = 10;

    private final byte[] pdf;
    private int missing;
    private boolean brokenObject;

    PdfReader(byte[] pdf) throws IOException {
        super(new MeasuredBytes(pdf));
        this.pdf = pdf;
    }

    /** Other readers may go on where this one breaks off. */
    void requireWholeObjects() throws IOException {
        if (brokenObject) {
            throw new IOException("An object breaks off");
        }
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject reference) throws IOException {
        try {
            return super.dereferenceCOSObject(reference);
        } catch (IOException broken) {
            brokenObject = true;
            throw broken;
        }
    }

    @Override
    protected COSDictionary parseCOSDictionary(boolean direct) throws IOException {
        var dictionary = super.parseCOSDictionary(direct);
        PdfObjects.requireEnd(pdf, (int) source.getPosition());
        return dictionary;
    }

    @Override
    protected COSBase parseObjectStreamObject(long stream, COSObjectKey key) throws IOException {
        var object = super.parseObjectStreamObject(stream, key);
        if (object == null && ++missing > MOST_MISSING) {
            throw new MeasuredBytes.ReadTooOften();
        }
        return object;
    }

    /** Level by level, and changes nothing; the parser's own way is by recursion. */
    @Override
    protected void checkPages(COSDictionary root) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<COSBase> level = List.of(root);
        var entry = COSName.PAGES;
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (depth > DEEPEST_PAGES) {
                throw new IOException("Pages lie too deep");
            }
            List<COSBase> below = new ArrayList<>();
            for (var node : level) {
                if (node instanceof COSDictionary dictionary && seen.add(node)) {
                    addTo(below, dictionary.getDictionaryObject(entry));
                }
            }
            level = below;
            entry = COSName.KIDS;
        }
    }

    private static void addTo(List<COSBase> level, COSBase nodes) {
        if (nodes instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                level.add(kids.getObject(i));
            }
        } else {
            level.add(nodes);
        }
    }
}
