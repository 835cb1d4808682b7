package vn.phongtrao.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

class SheetFileTest {

    private static final List<String> COLUMNS = List.of("name", "count", "day", "kind", "note");

    @ParameterizedTest
    @ValueSource(strings = {"name,count,day,kind,note\nẤp 1,2,2024-07-01,a,\n",
            "\uFEFFname;count;day;kind;note\r\nẤp 1;2;2024-07-01;a;\r\n",
            "note,kind,day,count,name\n,a,2024-07-01,2,\"Ấp 1\"\n\n",
            "name,count,day,kind,note\nẤp 1 ,2,2024-07-01,a,",
            "name\tcount\tday\tkind\tnote\nẤp 1\t2\t2024-07-01\ta\t\n"})
    void columnsStandInAnyOrderAndAreDividedByCommasSemicolonsOrTabs(String file) {
        assertThat(read(file)).containsExactly("Ấp 1 2 2024-07-01 A Optional.empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\nname;count;day;kind;note\r\nẤp 1;2;2024-07-01;a;\r\n",
            "\uFEFF\"sep=\t\"\nname\tcount\tday\tkind\tnote\nẤp 1\t2\t2024-07-01\ta\t\n",
            "name;count;day;kind;note;;\nẤp 1;2;2024-07-01;a;;;\n;;;;;;\n;;;;;;\n",
            ";name;count;day;kind;note\n;Ấp 1;2;2024-07-01;a\n", ";;\nname;count;day;kind;note\nẤp 1;2;1/7/2024;a\n",
            "name;count;day;kind;note\nẤp 1;2;01/07/2024;a;\n",
            "name\u00A0;count;day;kind;note\n\u00A0Ấp  1;2\u00A0;2024-07-01\u00A0;a;\u00A0\n"})
    void whatSpreadsheetProgramsLeaveBehindIsLetBe(String file) {
        assertThat(read(file)).containsExactly("Ấp 1 2 2024-07-01 A Optional.empty");
    }

    @Test
    void unicodeTextOfExcelIsRead() {
        var file = "\uFEFFname\tcount\tday\tkind\tnote\r\nẤp 1\t2\t01/07/2024\ta\t\r\n";
        for (var charset : List.of(UTF_16LE, UTF_16BE)) {
            assertThat(SheetFile.read(file.getBytes(charset), COLUMNS, SheetFileTest::row))
                    .containsExactly("Ấp 1 2 2024-07-01 A Optional.empty");
        }
    }

    @Test
    void linesAreCountedWithTheOneThatSaysTheSeparator() {
        refused(Refusal.Kind.RULE_BROKEN, () -> read("sep=;\nname;count;day;kind;note\n;;;;\n;2;2024-07-01;a;\n"),
                "Dòng 4, cột name: bắt buộc nhập");
    }

    @Test
    void cellsInQuotesHoldDelimiters() {
        assertThat(read("name,count,day,kind,note\n\"Ấp 1, xã \"\"Mẫu\"\"\",2,2024-07-01,a,x\n"))
                .containsExactly("Ấp 1, xã \"Mẫu\" 2 2024-07-01 A Optional[x]");
    }

    @Test
    void everyWrongRowIsNamedByItsLine() {
        refused(Refusal.Kind.RULE_BROKEN, () -> read("name,count,day,kind,note\n,2,2024-07-01,a,\n\n"
                + "Ấp,2,2024-07-01,a,\nẤp,x,2024-07-01,a,"),
                "Dòng 2, cột name: bắt buộc nhập\nDòng 5, cột count: phải là số từ 1 đến 9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =1+1,2,2024-07-01,a,              | cột name: không được bắt đầu bằng
            @x,2,2024-07-01,a,                | cột name: không được bắt đầu bằng
            Ấp,2,2024-07-01,a,-1              | cột note: không được bắt đầu bằng
            Tên dài quá mức,2,2024-07-01,a,   | cột name: dài quá 14 ký tự
            Ấp,10,2024-07-01,a,               | cột count: phải là số từ 1 đến 9
            Ấp,99999999999,2024-07-01,a,      | cột count: phải là số từ 1 đến 9
            Ấp,2,2024-02-30,a,                | cột day: ngày không có trong lịch
            Ấp,2,30/02/2024,a,                | cột day: ngày không có trong lịch
            Ấp,2,07/13/2024,a,                | cột day: ngày không có trong lịch
            Ấp,2,01/07/24,a,                  | cột day: phải là ngày dạng ngày/tháng/năm hoặc năm-tháng-ngày
            Ấp,2,2024-07-01,b,                | cột kind: không có lựa chọn "b"
            Ấp,2,2024-07-01                   | cột kind: bắt buộc nhập
            Ấp,2,2024-07-01,a,,x              | ô thứ 6 có giá trị mà cột không có tên""")
    void aWrongCellIsRefusedNamingItsColumn(String row, String message) {
        refused(Refusal.Kind.RULE_BROKEN, () -> read("name,count,day,kind,note\n" + row), message);
    }

    @Test
    void aCellWithoutAPrintableCharacterIsRefused() {
        refused(Refusal.Kind.RULE_BROKEN, () -> read("name,count,day,kind,note\nẤ\u0000p,2,2024-07-01,a,"),
                "cột name: có ký tự không in được");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name,count\n", "name,count,day,kind,note", "name,count,day,kind,note,more\n",
            "name,name,day,kind,note\n", "name,count,day,kind,note\n\"Ấp", "\0\1\2"})
    void whatIsNoTableIsRefused(String file) {
        refused(Refusal.Kind.MALFORMED, () -> read(file), "");
    }

    @Test
    void anotherEncodingIsRefused() {
        refused(Refusal.Kind.MALFORMED, () -> SheetFile.read("tên".getBytes(ISO_8859_1), COLUMNS, SheetFileTest::row),
                "UTF-8");
    }

    @Test
    void absurdSizesAreRefused() {
        refused(Refusal.Kind.MALFORMED, () -> SheetFile.read(new byte[5 * 1024 * 1024], COLUMNS, SheetFileTest::row),
                "4 MB");
        refused(Refusal.Kind.MALFORMED, () -> read("name,count,day,kind,note\n" + "Ấp,2,2024-07-01,a,\n"
                .repeat(20_001)), "20000 dòng");
    }

    @Test
    void ofManyErrorsTheFirstAreTold() {
        refused(Refusal.Kind.RULE_BROKEN, () -> read("name,count,day,kind,note\n" + ",2,2024-07-01,a,\n".repeat(60)),
                "và 10 dòng khác");
    }

    private static List<String> read(String file) {
        return SheetFile.read(file.getBytes(UTF_8), COLUMNS, SheetFileTest::row);
    }

    private static String row(SheetRow row) {
        return "%s %d %s %s %s".formatted(row.text("name", 14), row.number("count", 1, 9), row.date("day"),
                row.option("kind", id -> id.equals("a") ? Optional.of("A") : Optional.empty()),
                row.optional("note", 10));
    }

    private static void refused(Refusal.Kind kind, ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).hasValue("file");
            assertThat(refusal.getMessage()).contains(message);
        });
    }
}
