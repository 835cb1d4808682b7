package vn.phongtrao.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

    /** Nghị định 30/2020/NĐ-CP, Phụ lục I: a nought before numbers below ten. */
    @ParameterizedTest
    @CsvSource({"1, 01/QĐ-UBND", "9, 09/QĐ-UBND", "10, 10/QĐ-UBND", "105, 105/QĐ-UBND"})
    void aNumberIsPrintedWithItsSymbol(int number, String printed) {
        assertThat(Decision.label(number, "QĐ-UBND")).isEqualTo(printed);
    }
}
