package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.fontbox.ttf.gsub.GsubWorkerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only letters that the typeface joins are looked for; nothing else looks otherwise for not being looked at. */
class TypecaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Bold", "Italic", "BoldItalic"})
    void whatIsNotJoinedIsDrawnLetterByLetter(String style) throws IOException {
        var font = Typecase.read("liberation/LiberationSerif-%s.ttf".formatted(style));
        var glyphs = font.getUnicodeCmapLookup();
        var worker = new GsubWorkerFactory().getGsubWorker(glyphs, font.getGsubData());
        var letters = IntStream.range(' ', 0x2200).filter(letter -> Character.isDefined(letter) && glyphs.getGlyphId(letter) != 0)
                .filter(letter -> !Typecase.joins(Character.toString(letter))).toArray();
        assertThat(letters).hasSizeGreaterThan(500);
        for (var first : letters) {
            var alone = List.of(glyphs.getGlyphId(first));
            assertThat(worker.applyTransforms(alone)).as(Character.toString(first)).isEqualTo(alone);
        }
        var text = IntStream.rangeClosed('A', 'z').toArray();
        for (var first : text) {
            for (var second : text) {
                if (!Typecase.joins(Character.toString(first) + Character.toString(second))) {
                    var pair = List.of(glyphs.getGlyphId(first), glyphs.getGlyphId(second));
                    assertThat(worker.applyTransforms(pair)).as("%c%c", first, second).isEqualTo(pair);
                }
            }
        }
    }

    @Test
    void aLigatureIsSeen() {
        assertThat(Typecase.joins("Sofia")).isTrue();
        assertThat(Typecase.joins("Nguyễn Thị Ngọc Ánh, 05/QĐ-UBND")).isFalse();
        assertThat(Typecase.joins("e\u0323\u030C")).isTrue();
    }
}
