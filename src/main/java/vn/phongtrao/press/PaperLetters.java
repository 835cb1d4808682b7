package vn.phongtrao.press;

import java.util.stream.Stream;

import vn.phongtrao.text.Letters;

/** The letters that the typefaces of papers have: Latin, Greek, Cyrillic, Han, Khmer. */
public class PaperLetters implements Letters {

    @Override
    public boolean has(int codePoint) {
        return Stream.of(Face.values()).anyMatch(face -> face.has(codePoint));
    }
}
