package vn.phongtrao.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody looks for is found word by word. */
class WordsTest {

    private static final String TEXT = "KT-31813-2024-00777 Vây bắt đối tượng cướp giật\nĐặng Thúy Hoà, Phường 12";

    @ParameterizedTest
    @ValueSource(strings = {"vay bat cuop giat", "cướp giật vây", "hoà vây", "thuy hoa 007", "p 12",
            " đặng  KT-31813 "})
    void everyWordIsFoundInAnyOrder(String wanted) {
        assertThat(Words.of(wanted).in(TEXT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vay bat trom", "Phường 2", "Phường 1", "at", "uop giat", "...", ""})
    void whatNoWordBeginsWithIsNotFound(String wanted) {
        assertThat(Words.of(wanted).in(TEXT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bat trom | (found_by ~ :qWord0) and (found_by ~ :qWord1)
            kt 31813 2024 00777 | (found_by ~ (:qWord0 collate "C")) and (found_by ~ :qWord1) and (found_by ~ (:qWord2 collate "C")) and (found_by ~ :qWord3)
            kt 31813 2024 000000 | (found_by ~ (:qWord0 collate "C")) and (found_by ~ :qWord1) and (found_by ~ (:qWord2 collate "C")) and (found_by ~ (:qWord3 collate "C"))
            phuong 2 | (found_by ~ :qWord0) and (found_by ~ (:qWord1 collate "C"))
            an 2     | (found_by ~ :qWord0) and (found_by ~ :qWord1)
            ...      | false""")
    void theDatabaseIsAskedForEach(String wanted, String condition) {
        assertThat(Words.of(wanted).each("found_by ~ :q", "q")).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 60})
    void aLongTextIsNoLongQuery(int words) {
        assertThat(Words.of("ab ".repeat(words)).patterns("q")).hasSize(12);
    }
}
