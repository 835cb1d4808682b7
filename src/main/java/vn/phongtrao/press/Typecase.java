package vn.phongtrao.press;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The typefaces of one paper. Files are read once and lent to one paper after the other, since only one at a time may use them. */
final class Typecase implements AutoCloseable {

    private static final Map<String, Queue<TrueTypeFont>> FREE = new ConcurrentHashMap<>();
    private static final Pattern MARKUP = Pattern.compile("(?s)<style.*?</style>|<[^>]*>");
    /** What Liberation Serif draws otherwise than letter by letter: ligatures, and marks that stand alone. */
    private static final Pattern JOINED = Pattern.compile("f[fil]|[^\\p{IsLatin}\\p{IsCommon}]|[\\p{IsInherited}\\u02C0-\\u02FF\\u1DC0-\\u1DFF]");

    private final Map<String, TrueTypeFont> lent = new HashMap<>();
    private final boolean joins;

    /** @param html what is set; looking for letters to join takes as long as the rest of a page's text, and is seldom needed */
    Typecase(String html) {
        joins = joins(MARKUP.matcher(html).replaceAll(""));
    }

    static boolean joins(String text) {
        return JOINED.matcher(text).find();
    }

    /** The typeface in a document that is saved before this is closed. */
    PDType0Font in(PDDocument document, String file) {
        try {
            return PDType0Font.load(document, lent.computeIfAbsent(file, this::take), true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private TrueTypeFont take(String file) {
        var free = FREE.computeIfAbsent(file, one -> new ConcurrentLinkedQueue<>()).poll();
        var font = free == null ? read(file) : free;
        font.setEnableGsub(joins);
        return font;
    }

    static TrueTypeFont read(String file) {
        try (var in = Face.open(file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        lent.forEach((file, font) -> FREE.get(file).add(font));
        lent.clear();
    }
}
