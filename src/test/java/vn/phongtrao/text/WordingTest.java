package vn.phongtrao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    /** Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4. */
    @ParameterizedTest
    @CsvSource({"2024-07-05, ngày 05 tháng 7 năm 2024, 05/7/2024", "2024-01-10, ngày 10 tháng 01 năm 2024, 10/01/2024",
            "2024-02-09, ngày 09 tháng 02 năm 2024, 09/02/2024", "2024-03-31, ngày 31 tháng 3 năm 2024, 31/3/2024",
            "2024-12-01, ngày 01 tháng 12 năm 2024, 01/12/2024"})
    void daysBelowTenAndTheFirstTwoMonthsHaveANoughtBefore(LocalDate date, String written, String brief) {
        assertThat(Wording.date(date)).isEqualTo(written);
        assertThat(Wording.shortDate(date)).isEqualTo(brief);
    }

    @Test
    void pagesWriteADayInTenCharactersAndNoDayAsNothing() {
        assertThat(Wording.day(LocalDate.of(2024, 7, 5))).isEqualTo("05/07/2024");
        assertThat(Wording.day(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1.000", "3510000, 3.510.000", "15800000, 15.800.000"})
    void amountsOfDongHaveDots(long dong, String written) {
        assertThat(Wording.amount(dong)).isEqualTo(written);
    }

    @Test
    void capitalsKeepTheirMarks() {
        assertThat(Wording.upper("tỉnh Bạc Liêu, đ")).isEqualTo("TỈNH BẠC LIÊU, Đ");
    }

    @ParameterizedTest
    @CsvSource({"Nguyễn Thị Ngọc Ánh, Nguyen-Thi-Ngoc-Anh", "'Đội \"Đ\" / số 1', Doi-D-so-1", "'  ..  ', ''"})
    void namesOfFilesAreOfLettersDigitsAndHyphens(String name, String slug) {
        assertThat(Wording.slug(name)).isEqualTo(slug);
    }

    @Test
    void namesOfFilesAreNotLongerThanFileSystemsTake() {
        assertThat(Wording.slug("Mẫu".repeat(100))).isEqualTo("Mau".repeat(20));
    }
}
