package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the digits of a citizen number say. */
class HolderTest {

    @ParameterizedTest
    @CsvSource({"095080000123, 1980, MALE", "095190000123, 1990, FEMALE", "095204000123, 2004, MALE",
            "001399999999, 2099, FEMALE", "095000000123, 1900, MALE", "095412000123, 2112, MALE"})
    void theFourthDigitIsCenturyAndGenderTheNextTwoTheYear(String number, int birthYear, Gender gender) {
        assertThat(Holder.of(number)).isEqualTo(new Holder(birthYear, gender));
    }

    @Test
    void whatDoesNotGoWithTheNumberIsSaidWithoutADigitOfIt() {
        var holder = new Holder(1980, Gender.MALE);

        assertThat(holder.contradictions(2020, Gender.FEMALE)).containsExactly(
                "Số căn cước không phải của người sinh năm 2020", "Số căn cước không phải của nữ");
        assertThat(holder.contradictions(1980, Gender.MALE)).isEmpty();
        assertThat(holder.contradictions(1980, null)).isEmpty();
        assertThat(holder.contradictions(null, null)).isEmpty();
    }
}
