package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the eye meets first comes first. */
class KhmerTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource({"\u178A\u17B6\u1789\u17CB, \u178A\u17B6\u1789\u17CB, nothing to move",
            "\u1790\u17C1\u1784, \u17C1\u1790\u1784, a vowel before its consonant",
            "\u1780\u17C4\u17C7, \u17C1\u1780\u17C4\u17C7, a vowel around its consonant",
            "\u179F\u17D2\u179A\u17B8, \u17D2\u179A\u179F\u17B8, ro below a consonant begins on its left",
            "\u1781\u17D2\u1798\u17C2\u179A, \u17C2\u1781\u17D2\u1798\u179A, a vowel before a consonant with one below",
            "\u1794\u17D2\u179A\u17C1\u17C7, \u17C1\u17D2\u179A\u1794\u17C7, a vowel before ro",
            "Nguyễn Văn Mẫu, Nguyễn Văn Mẫu, other letters"})
    void signsAreMovedToWhereTheyAreSeen(String written, String seen, String what) {
        assertThat(Khmer.asSeen(written)).isEqualTo(seen);
    }
}
