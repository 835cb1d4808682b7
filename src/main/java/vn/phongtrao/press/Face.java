package vn.phongtrao.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** The typefaces of papers: the one that they are set in, and those that have the letters of people's names beside. */
enum Face {
    LIBERATION_SERIF("Liberation Serif", "liberation/LiberationSerif-Regular.ttf"),
    NOTO_SANS_SC("Noto Sans SC", "fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf"),
    NOTO_SANS_KHMER("Noto Sans Khmer", "fonts/noto-sans-khmer/NotoSansKhmer-Regular.ttf");

    private final String family;
    private final String file;
    private BitSet letters;

    Face(String family, String file) {
        this.family = family;
        this.file = file;
    }

    String family() {
        return family;
    }

    InputStream open() {
        return open(file);
    }

    static InputStream open(String file) {
        try {
            return new ClassPathResource(file).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(int codePoint) {
        return letters().get(codePoint);
    }

    /** Those besides the first that a text needs. */
    static List<Face> besides(String text) {
        var usual = LIBERATION_SERIF.letters();
        var missing = text.codePoints().filter(letter -> !usual.get(letter)).distinct().toArray();
        return Stream.of(NOTO_SANS_SC, NOTO_SANS_KHMER)
                .filter(face -> Arrays.stream(missing).anyMatch(face::has)).toList();
    }

    private synchronized BitSet letters() {
        if (letters == null) {
            try (var file = new RandomAccessReadBuffer(open()); var font = new TTFParser().parse(file)) {
                var glyphs = font.getUnicodeCmapLookup();
                letters = new BitSet();
                for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
                    letters.set(letter, glyphs.getGlyphId(letter) != 0);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return letters;
    }
}
