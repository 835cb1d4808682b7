package vn.phongtrao.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventedTest {

    @ParameterizedTest
    @CsvSource({"1, Một", "10, Mười", "12, Mười Hai", "14, Mười Bốn", "15, Mười Lăm", "20, Hai Mươi", "21, Hai Mươi Mốt",
            "24, Hai Mươi Tư", "55, Năm Mươi Lăm", "100, Một Trăm", "105, Một Trăm Lẻ Năm", "231, Hai Trăm Ba Mươi Mốt"})
    void numbersAreSaidAsVietnameseDoes(int number, String words) {
        assertThat(Invented.inWords(number)).isEqualTo(words);
    }

    @Test
    void namesAreThoseOfMenAndWomenAndNoTwoAreTheSame() {
        assertThat(Invented.name(0)).isEqualTo("Nguyễn Thị Mẫu Một");
        assertThat(Invented.name(1)).isEqualTo("Trần Văn Mẫu Hai");
        assertThat(Invented.gender(0)).isEqualTo("female");
        assertThat(Invented.gender(1)).isEqualTo("male");
        assertThat(Invented.citizenId(0, 80, "000001")).isEqualTo("095180000001");
        assertThat(Invented.citizenId(1, 85, "813012")).isEqualTo("095085813012");
        assertThat(IntStream.range(0, 300).mapToObj(Invented::name)).doesNotHaveDuplicates();
    }
}
