package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "[date(\"2024-01-01\")..date(\"2024-06-30\")]; 2024-01-01; 2024-06-30",
        "(date(\"2024-01-01\")..date(\"2024-06-30\")); 2024-01-02; 2024-06-29",
        "]date(\"2024-01-01\")..date(\"2024-06-30\")[; 2024-01-02; 2024-06-29",
        ">= date(\"2024-01-01\"); 2024-01-01; +999999999-12-31", "> date(\"2024-01-01\"); 2024-01-02; +999999999-12-31",
        "<= date(\"2024-01-01\"); -999999999-01-01; 2024-01-01", "< date(\"2024-01-01\"); -999999999-01-01; 2023-12-31",
        "date(\"2024-01-01\"); 2024-01-01; 2024-01-01"})
    void daysAreReadWithTheirEnds(String cell, LocalDate first, LocalDate last) {
        assertThat(Condition.of(cell).days()).hasValue(new Condition.Period(first, last));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "\"a\"; \"a\"; true", "\"a\"; \"b\"; false", "\"a\", \"b\"; \"b\", \"c\"; true", "not(\"a\"); \"a\"; false",
        "not(\"a\"); \"a\", \"b\"; true", "not(\"a\"); not(\"b\"); true", "-; \"a\"; true", "``; \"a\"; true",
        "> 3; > 4; false", "> 3; > 3; true", "date(\"2024-01-01\"); >= date(\"2024-01-01\"); true",
        "date(\"2024-01-01\"); > date(\"2024-01-01\"); false"})
    void cellsMeetWhereBothAdmitAValue(String one, String other, boolean meet) {
        assertThat(Condition.of(one).meets(Condition.of(other))).isEqualTo(meet);
        assertThat(Condition.of(other).meets(Condition.of(one))).isEqualTo(meet);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`',
            value = {"\"a\", \"b\"; \"b\",\"a\"; true", "\"a\"; not(\"a\"); false",
        "-; ``; true", "> 3; > 4; false"})
    void theOrderOfTextsMeansNothing(String one, String other, boolean same) {
        assertThat(Condition.of(one).meaning().equals(Condition.of(other).meaning())).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "\"a\"; a; true", "\"a\"; b; false", "not(\"a\"); a; false", "not(\"a\"); b; true", "-; a; true", "> 3; a; true"})
    void textsAreAdmittedOrNot(String cell, String text, boolean admitted) {
        assertThat(Condition.of(cell).admits(text)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "5; 1", "5, 7; 2", "0,5; 0", "[5..7], > 9; 2", "date(\"2024-01-01\"); 0", "\"5\"; 0"})
    void numbersAreReadWhereNothingElseIsSaid(String cell, int spans) {
        assertThat(Condition.of(cell).numbers()).hasSize(spans);
    }
}
