package vn.phongtrao.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Thị Ngọc Ánh", "👮‍♂️", "a\u200bb", "漢字", ""})
    void whatCanBePrintedIsText(String text) {
        assertThat(PlainText.printable(text, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007", "\uD800", "\uE000", "\uFFFF", "\u007f"})
    void whatCannotBePrintedIsNoTextOnManyLinesEither(String text) {
        assertThat(PlainText.printable(text, false)).isFalse();
        assertThat(PlainText.printable(text, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb"})
    void breaksAndTabsAreForTextsOfManyLines(String text) {
        assertThat(PlainText.printable(text, false)).isFalse();
        assertThat(PlainText.printable(text, true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'  HỘ   ÔNG Trần-Văn, Mẫu. ', hộ ông trần văn mẫu", "Tổ 1 / Khóm 2, tổ 1 khóm 2", "'...', ''"})
    void textsThatReadTheSameAreEqual(String text, String comparable) {
        assertThat(PlainText.comparable(text)).isEqualTo(comparable);
    }

    @Test
    void lettersTakenApartAreComposed() {
        assertThat(PlainText.composed("Nguye\u0302\u0303n")).isEqualTo("Nguyễn");
        assertThat(PlainText.comparable("NGUYE\u0302\u0303N")).isEqualTo("nguyễn");
    }

    @Test
    void marksTellNamesApart() {
        assertThat(PlainText.comparable("Mẫn")).isNotEqualTo(PlainText.comparable("Mận"));
    }
}
