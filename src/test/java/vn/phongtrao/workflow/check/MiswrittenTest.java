package vn.phongtrao.workflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.procedure.Table.Column;

/** Cells that are read as something else than people mean. */
class MiswrittenTest {

    private static final Column NUMBER = new Column("age", "Tuổi", "integer");
    private static final Column RATE = new Column("rate", "Tỷ lệ", "double");
    private static final Column TEXT = new Column("form", "Hình thức", "string");
    private static final Column TRUTH = new Column("council", "Hội đồng", "boolean");
    private static final Column DAY = new Column("receivedOn", "Ngày nhận", "");
    private static final Column ANY = new Column("plannedOn", "Ngày", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "0,5          | đọc là \"0 hoặc 5\"             | Viết 0.5 nếu là một số; viết 0, 5 ",
        "> 0,5        | đọc là \"0 hoặc 5\"             | Viết 0.5 nếu là một số; viết 0, 5 ",
        "1,000,000    | đọc là \"1 hoặc 000 hoặc 000\"  | Viết 1000000 nếu là một số",
        "2.340,5      | đọc là \"2.340 hoặc 5\"         | Viết 2340.5 nếu là một số",
        ">= 10.000    | đọc là 10                       | Viết 10000 nếu là hàng nghìn (không dấu phân cách); viết 10.0 ",
        "1.125        | đọc là 1.125                    | Viết 1125 nếu là hàng nghìn (không dấu phân cách); viết 1.1250 ",
        "01/07/2024   | viết ngày mà máy đọc thành phép tính | Viết ngày date(\"2024-07-01\")",
        "1-7-2024     | viết ngày mà máy đọc thành phép tính | Viết ngày date(\"2024-07-01\")",
        "2024-07-01   | viết ngày mà máy đọc thành phép tính | Viết ngày date(\"2024-07-01\")",
        "5 - 10       | không phải là số hay khoảng số  | Khoảng từ số này đến số kia viết [5..10]",
        "\"18\"       | không phải là số hay khoảng số  | Viết số như 5 hay 0.5",
        "\"18 tuổi\"  | không phải là số hay khoảng số  | Chỉ ghi số 18",
        ">= 18, <= 70 | đúng với mọi số                 | Khoảng từ số này đến số kia viết [18..70]",
        "[70..18]     | không đúng với số nào           | Viết số nhỏ trước, số lớn sau"})
    void aNumberThatIsReadOtherwise(String cell, String problem, String advice) {
        assertThat(Miswritten.condition(NUMBER, cell)).hasValueSatisfying(wrong -> {
            assertThat(wrong.problem()).startsWith(problem);
            assertThat(wrong.advice()).startsWith(advice);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0.5", "0.225", "-1", "5, 7", "< 5", ">= 10000", "[18..70]", "]18..70[", "not(5, 7)",
            "null", "> 70, < 18", "? != null and ? > 5"})
    void aNumberAsItIsMeant(String cell) {
        assertThat(Miswritten.condition(NUMBER, cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"a\" or \"b\"", "true"})
    void aTextThatIsNone(String cell) {
        assertThat(Miswritten.condition(TEXT, cell)).hasValueSatisfying(wrong ->
                assertThat(wrong.problem()).isEqualTo("không phải là giá trị chữ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "\"a\", \"01/07/2024\"", "not(\"a\")", "\"0,5\"", "null"})
    void aTextAsItIsMeant(String cell) {
        assertThat(Miswritten.condition(TEXT, cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "\"có\""})
    void aTruthValueThatIsNone(String cell) {
        assertThat(Miswritten.condition(TRUTH, cell)).hasValueSatisfying(wrong -> {
            assertThat(wrong.problem()).isEqualTo("không phải là true hay false");
            assertThat(wrong.advice()).startsWith("Viết true nếu có");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "true, false", "not(true)", "null"})
    void aTruthValueAsItIsMeant(String cell) {
        assertThat(Miswritten.condition(TRUTH, cell)).isEmpty();
    }

    @Test
    void aDayInAColumnThatTellsNoType() {
        assertThat(Miswritten.condition(ANY, "> 01.07.2024")).isPresent();
        assertThat(Miswritten.condition(ANY, "> date(\"2024-07-01\")")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "“xã”            | Dùng dấu ngoặc kép thẳng: \"xã\"",
        "'xã'            | Dùng dấu ngoặc kép thẳng: \"xã\"",
        "“xã”, \"tỉnh\"  | Dùng dấu ngoặc kép thẳng: \"xã\", \"tỉnh\"",
        "\"xã            | Giá trị chữ để trong dấu ngoặc kép",
        "xã              | Giá trị chữ để trong dấu ngoặc kép",
        "\"a\" hoặc \"b\" | Giá trị chữ để trong dấu ngoặc kép, nhiều giá trị cách nhau bằng dấu phẩy"})
    void whatToWriteInsteadOfAText(String cell, String advice) {
        assertThat(Miswritten.advice(TEXT, cell)).startsWith(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1.000.000            | Viết 1000000: ",
        "[0,5..1]             | Khoảng từ số này đến số kia viết [0.5..1]",
        "≥ 18                 | Viết dấu so sánh là >= hoặc <=",
        "=> 18                | Viết dấu so sánh là >= hoặc <=",
        "> 5 and < 10         | Khoảng từ số này đến số kia viết [5..10]",
        "từ 18 đến 70         | Khoảng từ số này đến số kia viết [18..70]",
        "18..70               | Khoảng từ số này đến số kia viết [18..70]",
        "50%                  | Chỉ ghi số 50",
        "18 tuổi              | Chỉ ghi số 18",
        "2340000đ             | Chỉ ghi số 2340000",
        "mười tám             | Viết số như 5 hay 0.5"})
    void whatToWriteInsteadOfANumber(String cell, String advice) {
        assertThat(Miswritten.advice(NUMBER, cell)).startsWith(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "01/07/2024                | Viết ngày date(\"2024-07-01\"); từ ngày đó trở đi viết >= date(\"2024-07-01\")",
        "từ ngày 1/7/2024          | Viết ngày date(\"2024-07-01\")",
        "\"2024-07-01\"            | Viết ngày date(\"2024-07-01\")",
        "31/02/2024                | Viết >= date(\"2026-07-01\")",
        "sang năm                  | Viết >= date(\"2026-07-01\")"})
    void whatToWriteInsteadOfADay(String cell, String advice) {
        assertThat(Miswritten.advice(DAY, cell)).startsWith(advice);
    }

    @Test
    void aResultThatIsReadOtherwise() {
        assertThat(Miswritten.result(NUMBER, "10.000", new BigDecimal("10.000"))).hasValueSatisfying(wrong ->
                assertThat(wrong.advice()).startsWith("Viết 10000 "));
        assertThat(Miswritten.result(NUMBER, "1.5", new BigDecimal("1.5"))).hasValueSatisfying(wrong ->
                assertThat(wrong.problem()).isEqualTo("không phải là số nguyên"));
        assertThat(Miswritten.result(RATE, "01/07/2024", new BigDecimal("0.1"))).isPresent();
        assertThat(Miswritten.result(RATE, "0.225", new BigDecimal("0.225"))).isEmpty();
        assertThat(Miswritten.result(RATE, "1.5", new BigDecimal("1.5"))).isEmpty();
        assertThat(Miswritten.result(TEXT, "\"Quyết định 01/07/2024\"", "Quyết định 01/07/2024")).isEmpty();
    }
}
