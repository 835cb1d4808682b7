package vn.phongtrao.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Thị Ngọc Ánh", "a\u200bb", "漢字", "ដាញ់ សុខ", "a\tb", ""})
    void whatCanBePrintedIsTaken(String text) {
        assertThat(PlainText.refused(text, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'\u0000', ký tự điều khiển (U+0000)", "'a\u0007', ký tự điều khiển (U+0007)",
            "'\u007f', ký tự điều khiển (U+007F)", "'\uE000', ký tự riêng của một phông chữ (U+E000)",
            "'\uFFFF', mã chưa có chữ (U+FFFF)", "a\u202Eb, ký tự đảo chiều chữ (U+202E)",
            "a\u202Ab, ký tự đảo chiều chữ (U+202A)", "a\u2066b\u2069, ký tự đảo chiều chữ (U+2066)"})
    void whatCannotBeReadIsRefusedByName(String text, String named) {
        assertThat(PlainText.refused(text, false)).contains("có ký tự không in được: " + named);
        assertThat(PlainText.refused(text, true)).contains("có ký tự không in được: " + named);
    }

    @Test
    void whatPapersCannotPrintIsRefusedByName() {
        assertThat(PlainText.refused("Nguyễn Văn 😀", false)).contains(
                "có ký tự không in được: \"😀\" không có trong phông chữ của văn bản (U+1F600)");
        assertThat(PlainText.refused("👮‍♂️", true)).get().asString().contains("\"👮\"");
        assertThat(PlainText.refused("陳文明, ដាញ់ សុខ", false)).isEmpty();
    }

    @Test
    void whatIsLongerThanAnyPaperIsRefusedUnread() {
        assertThat(PlainText.refused("a".repeat(100_000), true)).isEmpty();
        assertThat(PlainText.refused("\u0007".repeat(100_001), true)).contains("dài quá 100.000 ký tự");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(PlainText.refused("\uD800", true)).contains("có ký tự không in được: nửa ký tự (U+D800)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b"})
    void breaksAreForTextsOfManyLines(String text) {
        assertThat(PlainText.refused(text, false)).get().asString().contains("dấu xuống dòng");
        assertThat(PlainText.refused(text, true)).isEmpty();
        assertThat(PlainText.kept(text)).isEqualTo("a\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {" Đặng  Văn\u00A0Ân ", "Đặng\tVăn\u2003Ân", "\u200bĐặng Văn Â\u00ADn\uFEFF",
            "\u00D0ặng Văn Ân", "\u0189ặng Văn Ân", "Đa\u0323\u0306ng Văn A\u0302n", "Đặng\u3000Văn \u200B Ân\u3164",
            "\u2800Đặng Văn\u200E Ân\uFE0F"})
    void textIsKeptInOneForm(String text) {
        assertThat(PlainText.kept(text)).isEqualTo("Đặng Văn Ân");
        assertThat(PlainText.comparable(text)).isEqualTo("đặng văn ân");
    }

    @Test
    void linesAreKeptWithoutBlanksAround() {
        assertThat(PlainText.kept("  một \r\n\u00A0hai\n\nba\n ")).isEqualTo("một\nhai\n\nba");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200B", "\u3164", "\u115F\u1160", "\uFE0F", "\u2060\u180E", "\u2800",
            "\u00AD", "\u034F", "\n\t\u3000"})
    void whatNobodySeesIsBlank(String text) {
        assertThat(PlainText.kept(text)).isEmpty();
        assertThat(PlainText.comparable(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'  HỘ   ÔNG Trần-Văn, Mẫn. ', hộ ông trần văn mẫn", "Tổ 1 / Khóm 2, tổ 1 khóm 2", "'...', ''",
            "'ð\u00D0 ★ →', đđ"})
    void everythingButLettersAndDigitsIsOneSpace(String text, String comparable) {
        assertThat(PlainText.comparable(text)).isEqualTo(comparable);
    }

    @ParameterizedTest
    @CsvSource({"Hòa, Hoà", "HÒA, hoà", "Thúy, Thuý", "khỏe, khoẻ", "thủy, thuỷ", "ngọa, ngoạ", "hoàn, hòan",
            "tùy tiện, tuỳ tiện", "Lòe loẹt, Loè loẹt"})
    void aToneOnEitherVowelIsTheSame(String one, String other) {
        assertThat(PlainText.comparable(one)).isEqualTo(PlainText.comparable(other));
    }

    @ParameterizedTest
    @CsvSource({"Mẫn, Mận", "hòa, hỏa", "hoa, hòa", "Ân, An", "Đặng, Dặng", "quí, quý", "ươm, uơm", "mùa, mưa"})
    void marksTellNamesApart(String one, String other) {
        assertThat(PlainText.comparable(one)).isNotEqualTo(PlainText.comparable(other));
    }

    @ParameterizedTest
    @CsvSource({"Trần Văn Thự, tran van thu", "BẰNG KHEN, bang khen", "Đặng Thúy, dang thuy",
            "\u00D0ặng Thuý, dang thuy",
            "KT-31813-2024-00001, kt 31813 2024 00001", "ươn ướt, uon uot", "陳文明, 陳文明"})
    void diacriticsAreNotSearched(String text, String searchable) {
        assertThat(PlainText.searchable(text)).isEqualTo(searchable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"079080000001", "...", "- 12 -", "½"})
    void aNameHasALetter(String text) {
        assertThat(PlainText.hasLetter(text)).isFalse();
        assertThat(PlainText.hasLetter(text + "Ấ")).isTrue();
    }
}
