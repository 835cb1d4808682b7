package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.text.Letters;

class PaperLettersTest {

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Thị Ngọc Ánh, ấp Kỳ Đà – “Hộ”…", "陳文明", "陈黄刘张", "ដាញ់ សុខ ច័ន្ទថេង កោះ", "Şükrü Ωδ Иван",
            "½ × 2 ≥ €"})
    void lettersOfPeoplesNamesCanBePrinted(String name) {
        assertThat(name.codePoints().filter(letter -> !Letters.ofPapers().has(letter))
                .mapToObj(Character::toString)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "🙏", "ไ", "अ", "\uFFFF", "𠮷"})
    void whatNoTypefaceHasCannot(String letter) {
        assertThat(Letters.ofPapers().has(letter.codePointAt(0))).isFalse();
    }
}
