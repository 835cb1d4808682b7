package vn.phongtrao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.rulebook.Validity.State;

class CellTest {

    private static final UnaryOperator<String> WORDS =
            value -> Map.of("commune", "Xã", "district", "Huyện", "police-chief", "Trưởng Công an")
            .getOrDefault(value, value);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NULL", value = {
        "''                                        | Mọi trường hợp",
        "-                                         | Mọi trường hợp",
        "\"commune\"                               | Xã",
        "\"commune\", \"district\"                 | Xã; Huyện",
        "not(\"commune\", \"district\")            | Không phải: Xã; Huyện",
        "[date(\"2024-01-01\")..date(\"2025-06-30\")] | từ ngày 01/01/2024 đến hết ngày 30/06/2025",
        ">= date(\"2024-01-01\")                   | từ ngày 01/01/2024",
        "<= date(\"2024-01-01\")                   | đến hết ngày 01/01/2024",
        "true                                      | Có",
        ">= 18                                     | từ 18 trở lên",
        "< 3                                       | dưới 3",
        "[18..70]                                  | từ 18 đến 70",
        "]18..70[                                  | trên 18 dưới 70",
        "5, 7                                      | 5; 7",
        "not(5)                                    | Không phải: 5",
        "\"other\"                                 | other",
        "date(year - 1, 11, 16)                    | date(year - 1, 11, 16)"})
    void aConditionIsSaidInWords(String feel, String said) {
        assertThat(Cell.condition(feel, WORDS)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"\"                            | –",
        "null                            | –",
        "0.15                            | 0,15",
        "3.0                             | 3",
        "10000                           | 10.000",
        "\"police-chief,commune\"        | Trưởng Công an, Xã",
        "\"Nghị định 98/2023/NĐ-CP, Điều 58\" | Nghị định 98/2023/NĐ-CP, Điều 58",
        "false                           | Không"})
    void anAnswerIsSaidInWords(String feel, String said) {
        assertThat(Cell.answer(feel, WORDS)).isEqualTo(said);
    }

    @Test
    void aRowIsInForceFromItsFirstDayToItsLast() {
        var validity = Cell.validity("[date(\"2024-07-01\")..date(\"2025-06-30\")]");

        assertThat(validity.on(LocalDate.of(2024, 6, 30))).isEqualTo(State.COMING);
        assertThat(validity.on(LocalDate.of(2024, 7, 1))).isEqualTo(State.IN_FORCE);
        assertThat(validity.on(LocalDate.of(2025, 6, 30))).isEqualTo(State.IN_FORCE);
        assertThat(validity.on(LocalDate.of(2025, 7, 1))).isEqualTo(State.ENDED);
        assertThat(Validity.ALWAYS.on(LocalDate.of(2025, 7, 1))).isEqualTo(State.IN_FORCE);
    }
}
