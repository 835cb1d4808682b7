package vn.phongtrao.procedure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockMultipartFile;

import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.procedure.Table.Row;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.Line;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.sheet.SheetWriter;

class TableSheetTest {

    private static final FileTree FILES = DeliveredProcedures.onFile();
    private static final String SALARY = "commendation/base-salary.dmn";
    private static final Table TABLE = Table.find(FILES, SALARY).orElseThrow();

    private final Uploaded uploaded = new Uploaded(new DeliveredProcedures());

    static Stream<Table> delivered() {
        return Table.all(FILES);
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void aSheetThatIsSentBackAsItCameChangesNothing(Table table) throws IOException {
        assertThat(send(TableSheet.write(table))).isEqualTo(
                Map.of(table.file(), FILES.text(table.file()).orElseThrow()));
    }

    @Test
    void theHeadNamesTheColumnsForPeopleAndForTheProgram() {
        var lines = SheetFile.lines(TableSheet.write(TABLE));
        assertThat(texts(lines.get(0))).containsExactly("Mã dòng", "Ngày quyết định", "Mức lương cơ sở (đồng)",
                "Căn cứ pháp lý", "Ghi chú");
        assertThat(texts(lines.get(1))).containsExactly("base-salary", "decidedOn", "→ amount", "→ legalBasis",
                "annotation");
        assertThat(texts(lines.get(2))).startsWith("base-salary-rule-1",
                "[date(\"2023-07-01\")..date(\"2024-06-30\")]", "1800000", "\"Nghị định 24/2023/NĐ-CP\"");
        assertThat(lines.get(2).cell(2).kind()).isEqualTo(Cell.Kind.NUMBER);
    }

    @Test
    void rowsAreChangedAddedCopiedAndTakenAwayAndTheRestOfTheFileStays() throws IOException {
        var rows = rows();
        rows.remove(0);
        rows.set(1, with(rows.get(1), 1, "01/07/2026 - 31/12/2026"));
        rows.add(0, with(rows.get(1), 3, "Nghị định mẫu"));
        rows.add(List.of(Cell.BLANK, Cell.day(LocalDate.of(2027, 1, 1)), Cell.number(new BigDecimal(2700000)),
                Cell.text("Nghị định 1/2027/NĐ-CP"), Cell.text("Chưa chắc chắn <&>")));

        var file = send(sheet(rows)).get(SALARY);
        var table = table(file);

        assertThat(table.rows()).containsExactly(
                new Row(1, "base-salary-rule-3", "", List.of("[date(\"2026-07-01\")..date(\"2026-12-31\")]"),
                        List.of("2530000", "\"Nghị định mẫu\"")),
                new Row(2, "base-salary-rule-2", "", TABLE.rows().get(1).conditions(), TABLE.rows().get(1).results()),
                new Row(3, "base-salary-rule-4", "", List.of("[date(\"2026-07-01\")..date(\"2026-12-31\")]"),
                        List.of("2530000", "\"Nghị định 161/2026/NĐ-CP\"")),
                new Row(4, "base-salary-rule-5", "Chưa chắc chắn <&>", List.of(">= date(\"2027-01-01\")"),
                        List.of("2700000", "\"Nghị định 1/2027/NĐ-CP\"")));
        assertThat(table.inputs()).isEqualTo(TABLE.inputs());
        assertThat(table.outputs()).isEqualTo(TABLE.outputs());
        assertThat(table.hitPolicy()).isEqualTo(TABLE.hitPolicy());
        assertThat(file).contains("camunda:historyTimeToLive=\"P1825D\"", "camunda:versionTag=\"2\"",
                "id=\"base-salary-rule-5-output-legal-basis\"", "<dmndi:DMNDiagram id=\"base-salary-diagram\">");
    }

    @Test
    void ofCopiesThatWhichSaysTheSameAsBeforeKeepsItsId() throws IOException {
        var rows = rows();
        rows.add(1, with(rows.get(1), 2, Cell.number(new BigDecimal(1))));
        var file = send(sheet(rows)).get(SALARY);
        assertThat(table(file).rows()).extracting(Row::id)
                .containsExactly("base-salary-rule-1", "base-salary-rule-4", "base-salary-rule-2",
                        "base-salary-rule-3");
    }

    @Test
    void aSheetThatIsSentAgainSaysTheSameAgain() throws IOException {
        var rows = rows();
        rows.add(List.of(Cell.BLANK, Cell.day(LocalDate.of(2027, 1, 1)), Cell.number(new BigDecimal(2700000)),
                Cell.text("Nghị định 1/2027/NĐ-CP"), Cell.BLANK));
        var lines = SheetFile.lines(sheet(rows));
        var file = send(sheet(rows)).get(SALARY);
        var loaded = table(file);

        assertThat(TableSheet.read(loaded, lines)).isEqualTo(loaded.rows());
        rows.add(rows.get(rows.size() - 1));
        assertThat(TableSheet.read(loaded, SheetFile.lines(sheet(rows)))).as("a second one is one more").extracting(Row::id)
                .endsWith("base-salary-rule-4", "base-salary-rule-5");
    }

    @Test
    void columnsMayStandInAnotherOrderButNoneMayBeMissingOrNew() throws IOException {
        var moved = new ArrayList<List<Cell>>();
        all().forEach(row -> moved.add(List.of(row.get(0), row.get(4), row.get(3), row.get(2), row.get(1))));
        assertThat(send(write(moved))).containsValue(FILES.text(SALARY).orElseThrow());

        refused(Refusal.Kind.MALFORMED, "thiếu cột → legalBasis", write(all().stream()
                .map(row -> List.of(row.get(0), row.get(1), row.get(2), row.get(4))).toList()));
        refused(Refusal.Kind.MALFORMED, "cột \"more\"", write(all().stream().map(row -> Stream.concat(row.stream(),
                Stream.of(Cell.text("more"))).toList()).toList()));
        refused(Refusal.Kind.MALFORMED, "ô đầu của dòng thứ hai phải là mã của bảng", write(rows()));
        refused(Refusal.Kind.MALFORMED, "ô đầu của dòng thứ hai phải là mã của bảng",
                SheetWriter.write("x", List.of("x"), List.of()));
        refused(Refusal.Kind.MALFORMED, "mã của bảng", "x".getBytes(UTF_8));
    }

    @Test
    void aCellOutsideTheColumnsIsNamed() {
        var rows = rows();
        rows.set(1, Stream.concat(rows.get(1).stream(), Stream.of(Cell.text("?"))).toList());
        refused(Refusal.Kind.RULE_BROKEN, "Dòng 4, ô thứ 6: có giá trị mà cột không có tên", sheet(rows));
    }

    @Test
    void aTableComesOnceAndMayComeInAnArchive() {
        var sheet = TableSheet.write(TABLE);
        assertThatThrownBy(() -> uploaded.read(List.of(part("a.xlsx", sheet), part(SALARY, "x".getBytes(UTF_8)))))
                .isInstanceOf(Refusal.class).hasMessage("Có hai tệp cho " + SALARY);
    }

    @Test
    void aSheetInAFolderBecomesItsTableWhateverItIsCalledAndSaysTheSameEachTime() {
        var rows = rows();
        rows.add(List.of(Cell.BLANK, Cell.day(LocalDate.of(2027, 1, 1)), Cell.number(new BigDecimal(2700000)),
                Cell.text("Nghị định 1/2027/NĐ-CP"), Cell.BLANK));
        var folder = FileTree.of(Map.of("lương mới.XLSX", sheet(rows), "review/words.properties", "a = b".getBytes(UTF_8)));

        var read = TableSheets.read(folder, FILES);

        assertThat(read.all()).containsOnlyKeys(SALARY, "review/words.properties");
        assertThat(table(read.text(SALARY).orElseThrow()).rows()).hasSize(TABLE.rows().size() + 1);
        assertThat(TableSheets.read(folder, FILES).differing(read)).isEmpty();
    }

    @Test
    void sheetsInAFolderThatCannotBecomeTablesAreNamedAll() {
        var sheet = TableSheet.write(TABLE);
        var folder = FileTree.of(Map.of("a.xlsx", sheet, "b.xlsx", sheet, "c.xlsx", "x".getBytes(UTF_8)));

        assertThatThrownBy(() -> TableSheets.read(folder, FILES)).isInstanceOfSatisfying(UnsoundFiles.class, unsound ->
                assertThat(unsound.findings()).extracting(Finding::file).containsExactly("b.xlsx", "c.xlsx"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            receivedOn |        | TEXT   | 01/07/2026              | >= date("2026-07-01")
            receivedOn |        | DAY    | 2026-07-01              | >= date("2026-07-01")
            receivedOn |        | TEXT   | < 1/7/2026              | < date("2026-07-01")
            receivedOn |        | TEXT   | 1/7/2026 – 31/12/2026   | [date("2026-07-01")..date("2026-12-31")]
            receivedOn |        | TEXT   | [1/7/2026..31/12/2026]  | [date("2026-07-01")..date("2026-12-31")]
            receivedOn |        | TEXT   | >= date("2026-07-01")   | >= date("2026-07-01")
            receivedOn |        | TEXT   | date("2026-07-01")      | date("2026-07-01")
            receivedOn |        | TEXT   | 31/02/2026              | 31/02/2026
            kind       | string | TEXT   | individual              | "individual"
            kind       | string | TEXT   | "individual"            | "individual"
            kind       | string | TEXT   | individual, household   | "individual", "household"
            kind       | string | TEXT   | not("individual")       | not("individual")
            kind       | string | TEXT   | Cá nhân, tập thể        | "Cá nhân, tập thể"
            kind       | string | NUMBER | 5                       | "5"
            kind       | string | TEXT   | -                       | -
            kind       | string | TEXT   | ``                      | -
            age        | long   | NUMBER | 0.5                     | 0.5
            age        | long   | TEXT   | >= 18                   | >= 18
            age        | long   | TEXT   | [18..70]                | [18..70]
            first      | boolean | TRUTH | true                    | true
            first      | boolean | TEXT  | Có                      | true
            first      | boolean | TEXT  | không                   | false
            day        |        | DAY    | 2026-07-01              | date("2026-07-01")""")
    void aNewConditionIsTakenAsItIsMeant(String name, String type, Cell.Kind kind, String text, String feel) {
        var column = new Column(name, "", type == null ? "" : type);
        assertThat(FeelCell.condition(new Cell(kind, text), column, null)).isEqualTo(feel);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Từ ngày 01/07/2026                              | >= date("2026-07-01")
            từ 1/7/2026                                     | >= date("2026-07-01")
            từ ngày 01/07/2026 đến hết ngày 31/12/2026      | [date("2026-07-01")..date("2026-12-31")]
            từ 01/07/2026 đến 31/12/2026                    | [date("2026-07-01")..date("2026-12-31")]
            đến hết ngày 31/12/2026                         | <= date("2026-12-31")
            sau ngày 31/12/2026                             | sau ngày date("2026-12-31")""")
    void daysMayBeSaidAsThePageOfRulesSaysThem(String text, String feel) {
        assertThat(FeelCell.condition(Cell.text(text), new Column("decidedOn", "", ""), null)).isEqualTo(feel);
    }

    @Test
    void aCellWithVeryManyValuesIsRead() {
        assertThat(FeelCell.condition(Cell.text("a" + ", a".repeat(15_000)), new Column("kind", "", "string"), null))
                .isEqualTo("\"a\"" + ", \"a\"".repeat(15_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string | TEXT   | Nghị định 1/2027/NĐ-CP (khoản 2)  | "Nghị định 1/2027/NĐ-CP (khoản 2)"
            string | TEXT   | khu "An toàn" ở xã                | "khu \\"An toàn\\" ở xã"
            string | TEXT   | "a"                               | "a"
            string | TEXT   | null                              | null
            string | DAY    | 2027-01-05                        | "05/01/2027"
            string | NUMBER | 7                                 | "7"
            string | TEXT   | ``                                | ``
            double | NUMBER | 0.15                              | 0.15
            double | TEXT   | amount * 2                        | amount * 2
            ``     | TEXT   | date(year, 1, 1)                  | date(year, 1, 1)""")
    void aNewAnswerIsTakenAsItIsMeant(String type, Cell.Kind kind, String text, String feel) {
        assertThat(FeelCell.answer(new Cell(kind, text), new Column("x", "", type), null)).isEqualTo(feel);
    }

    private Map<String, String> send(byte[] sheet) throws IOException {
        return uploaded.read(List.of(part("Bảng lương (1).XLSX", sheet))).entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, file -> new String(file.getValue(), UTF_8)));
    }

    private static Table table(String file) {
        return Table.find(FileTree.of(Map.of(SALARY, file.getBytes(UTF_8))), SALARY).orElseThrow();
    }

    private static MockMultipartFile part(String name, byte[] content) {
        return new MockMultipartFile("files", name, null, content);
    }

    private void refused(Refusal.Kind kind, String message, byte[] sheet) {
        assertThatThrownBy(() -> send(sheet)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.getMessage()).containsPattern(message.replace("?", "\\?"));
        });
    }

    private static List<String> texts(Line line) {
        return line.cells().stream().map(Cell::text).toList();
    }

    /** All lines of the sheet, as long as the head. */
    private static List<List<Cell>> all() {
        return SheetFile.lines(TableSheet.write(TABLE)).stream().map(line ->
                Stream.of(0, 1, 2, 3, 4).map(line::cell).toList()).toList();
    }

    private static List<List<Cell>> rows() {
        return new ArrayList<>(all().subList(2, all().size()));
    }

    private static byte[] sheet(List<List<Cell>> rows) {
        return write(Stream.concat(all().subList(0, 2).stream(), rows.stream()).toList());
    }

    private static byte[] write(List<List<Cell>> lines) {
        return SheetWriter.write("x", lines.get(0).stream().map(Cell::text).toList(), lines.subList(1, lines.size()));
    }

    private static List<Cell> with(List<Cell> row, int at, String text) {
        return with(row, at, Cell.text(text));
    }

    private static List<Cell> with(List<Cell> row, int at, Cell cell) {
        var changed = new ArrayList<>(row);
        changed.set(at, cell);
        return changed;
    }
}
