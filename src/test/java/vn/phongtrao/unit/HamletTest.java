package vn.phongtrao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HamletTest {

    @ParameterizedTest
    @CsvSource({"31813-01, true", "Ấp Hoà Bình, true", "ấp hòa bình, true", "Ấp  Ho\u0061\u0300 Bình, true",
            "Ấp Hoa Bình, false", "Ấp Hoà, false", "31813-1, false"})
    void aHamletIsMeantByItsCodeOrByItsNameHoweverItIsTyped(String text, boolean meant) {
        var hamlet = new Hamlet(UnitPath.of("95/954/31813/31813-01"), UnitPath.of("95/954/31813"), "31813-01",
                "Ấp Hoà Bình", LocalDate.of(2024, 7, 1), null, false);
        assertThat(hamlet.isCalled(text)).isEqualTo(meant);
    }
}
