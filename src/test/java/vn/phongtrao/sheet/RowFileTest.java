package vn.phongtrao.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.Cell.Kind;

/** Lists as files that people take away. */
class RowFileTest {

    private static final List<String> HEAD = List.of("Họ và tên; tên gọi", "Ngày", "Tiền thưởng");

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(RowFormat format) throws IOException {
        var rows = IntStream.range(0, 501).mapToObj(RowFileTest::row).toList();

        var read = SheetFile.lines(written(format, rows));

        assertThat(read).hasSize(502);
        assertThat(read.get(0).cells()).extracting(Cell::text).isEqualTo(HEAD);
        assertThat(read.subList(1, 502)).extracting(line -> line.cells().stream().map(Cell::text).toList())
                .isEqualTo(rows.stream().map(row -> row.stream().map(Cell::text).toList()).toList());
    }

    private static List<Cell> row(int number) {
        return List.of(Cell.text("Nguyễn \"Văn\"; Mẫu, " + number), number % 7 == 0 ? Cell.BLANK
                : Cell.day(LocalDate.of(2024, 7, 1).plusDays(number)),
                Cell.number(BigDecimal.valueOf(number * 936_000L)));
    }

    @Test
    void inAnExcelFileDaysAreDaysAndNumbersNumbers() throws IOException {
        var read = SheetFile.lines(written(RowFormat.XLSX, List.of(row(1))));

        assertThat(read.get(1).cells()).extracting(Cell::kind).containsExactly(Kind.TEXT, Kind.DAY, Kind.NUMBER);
    }

    @ParameterizedTest
    @EnumSource
    void aListWithoutRowsHasItsHead(RowFormat format) throws IOException {
        assertThat(SheetFile.lines(written(format, List.of()))).singleElement().satisfies(head ->
                assertThat(head.cells()).extracting(Cell::text).isEqualTo(HEAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84 912", "-2+3", "@SUM(A1)", "\tx", "＝1+1",
            "=HYPERLINK(\"http://x\")", "=cmd|' /C calc'!A0"})
    void noTextIsAFormula(String text) throws IOException {
        var row = List.of(Cell.text(text), Cell.BLANK, Cell.number(new BigDecimal("-5")));

        assertThat(new String(written(RowFormat.CSV, List.of(row)), UTF_8).lines().skip(1).findFirst().orElseThrow()
                .replaceFirst("^\"", "")).startsWith("'").endsWith(";-5");
        assertThat(sheet(written(RowFormat.XLSX, List.of(row)))).contains("inlineStr").doesNotContain("<f>");
        assertThat(SheetFile.lines(written(RowFormat.XLSX, List.of(row))).get(1).cell(0).text()).isEqualTo(text);
    }

    @Test
    void everySheetIsPrintedOnA4() throws IOException {
        for (var file : List.of(written(RowFormat.XLSX, List.of(row(1))), SheetWriter.write("Bảng", HEAD, List.of()),
                SheetWriter.template(List.of(
                        new SheetWriter.Column("Đối tượng", "Chọn một", List.of("Cá nhân", "Tập thể"))), 9))) {
            try (var archive = ZipFile.builder().setByteArray(file).get()) {
                for (var entry : Collections.list(archive.getEntries())) {
                    if (entry.getName().startsWith("xl/worksheets/")) {
                        assertThat(new String(archive.getInputStream(entry).readAllBytes(), UTF_8))
                                .as(entry.getName()).contains("paperSize=\"9\"").contains("landscape");
                    }
                }
            }
        }
    }

    @Test
    void csvIsWhatExcelTakesInVietnamese() throws IOException {
        assertThat(new String(written(RowFormat.CSV, List.of(row(1))), UTF_8)).isEqualTo(
                "\uFEFF\"Họ và tên; tên gọi\";Ngày;Tiền thưởng\r\n\"Nguyễn \"\"Văn\"\"; Mẫu, 1\";2024-07-02;936000\r\n");
    }

    @Test
    void anExcelFileThatIsCutOffIsNotRead() throws IOException {
        var out = new ByteArrayOutputStream();
        var file = RowFormat.XLSX.open(out, "Sổ", HEAD);
        for (int number = 0; number < 1000; number++) {
            file.write(row(number));
        }

        assertThatThrownBy(() -> SheetFile.lines(out.toByteArray())).isInstanceOf(Refusal.class);
    }

    private static byte[] written(RowFormat format, List<List<Cell>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        var file = format.open(out, "Sổ khen thưởng của đơn vị và cấp dưới", HEAD);
        for (var row : rows) {
            file.write(row);
        }
        file.finish();
        return out.toByteArray();
    }

    private static String sheet(byte[] file) throws IOException {
        try (var archive = ZipFile.builder().setByteArray(file).get()) {
            return new String(archive.getInputStream(archive.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    UTF_8);
        }
    }
}
