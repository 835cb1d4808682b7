package vn.phongtrao.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.Cell.Kind;

class WorkbookTest {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Of each number format its style: 1 a built-in day, 2 a written one, 3 leading zeros, 4 a time, 5 an amount. */
    private static final String STYLES = """
            <styleSheet><numFmts count="4">
            <numFmt numFmtId="164" formatCode="[$-1042A]dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="000000000000"/>
            <numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="#,##0\\ &quot;đồng&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
            <xf numFmtId="167"/></cellXfs></styleSheet>""";

    @Test
    void whatIsWrittenIsReadAgain() {
        var rows = List.of(List.of(Cell.text("Ấp 1\nhai dòng"), Cell.number(new BigDecimal("0.15")),
                        Cell.day(LocalDate.of(2024, 7, 1)), new Cell(Kind.TRUTH, "true")),
                List.of(Cell.text("=1+1"), Cell.number(new BigDecimal("123456789012")), Cell.BLANK, Cell.text("@x")));
        var read = SheetFile.lines(SheetWriter.write("Tờ 1", List.of("a", "b", "c", "d"), rows));
        assertThat(read).extracting(Line::number).containsExactly(1, 2, 3);
        assertThat(read.get(1).cells()).isEqualTo(rows.get(0));
        assertThat(read.get(2).cells()).isEqualTo(rows.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <c r="A1"><v>1.2345678901199999E11</v></c>               | NUMBER | 123456789012
            <c r="A1"><v>0.10000000000000001</v></c>                 | NUMBER | 0.1
            <c r="A1"><v>1E-3</v></c>                                | NUMBER | 0.001
            <c r="A1" t="n"><v>7</v></c>                             | NUMBER | 7
            <c r="A1"><v>-0</v></c>                                  | NUMBER | 0
            <c r="A1" s="3"><v>95123456789</v></c>                   | NUMBER | 095123456789
            <c r="A1" s="4"><v>0.5</v></c>                           | NUMBER | 0.5
            <c r="A1" s="5"><v>2340000</v></c>                       | NUMBER | 2340000
            <c r="A1" s="1"><v>45474</v></c>                         | DAY    | 2024-07-01
            <c r="A1" s="2"><v>45474.75</v></c>                      | DAY    | 2024-07-01
            <c r="A1" s="1"><v>1</v></c>                             | DAY    | 1900-01-01
            <c r="A1" s="1"><v>61</v></c>                            | DAY    | 1900-03-01
            <c r="A1" t="d"><v>2024-07-01T00:00:00</v></c>           | DAY    | 2024-07-01
            <c r="A1" t="b"><v>1</v></c>                             | TRUTH  | true
            <c r="A1" t="s"><v>0</v></c>                             | TEXT   | Ấp hòa
            <c t="s"><v>0</v></c>                                    | TEXT   | Ấp hòa
            <c r="A1" t="str"><v>Ấp</v></c>                          | TEXT   | Ấp
            <c r="A1" t="inlineStr"><is><r><t>Ấp</t></r><r><t> 1</t></r></is></c> | TEXT | Ấp 1
            <c r="A1"><f>1+1</f><v>2</v></c>                         | FAULTY | là công thức
            <c r="A1" t="str"><f t="shared" si="0"/><v>x</v></c>     | FAULTY | là công thức
            <c r="A1" t="e"><v>#N/A</v></c>                          | FAULTY | có lỗi của Excel
            <c r="A1" s="1"><v>-3</v></c>                            | FAULTY | ngày không có trong lịch
            <c r="A1" s="1"><v>2958466</v></c>                       | FAULTY | ngày không có trong lịch
            <c r="A1" t="d"><v>soon</v></c>                          | FAULTY | ngày không có trong lịch
            <c r="A1"><v>1E999999999</v></c>                         | FAULTY | số quá lớn
            <c r="A1"><v>1E-999999999</v></c>                        | FAULTY | số quá lớn
            <c r="A1"><v>12345678901234567E2147483647</v></c>        | FAULTY | số quá lớn
            <c r="A1"><v>x</v></c>                                   | FAULTY | không phải là số
            <c r="A1" s="99"><v>1</v></c>                            | FAULTY | không phải là số""")
    void aCellIsReadAsItIsShown(String xml, Kind kind, String text) throws IOException {
        var cell = SheetFile.lines(book("<row r=\"1\">" + xml + "</row>")).get(0).cell(0);
        assertThat(cell.kind()).isEqualTo(kind);
        assertThat(cell.text()).startsWith(text);
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        var parts = parts("<row><c s=\"1\"><v>44012</v></c></row>");
        parts.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("<sheets>",
                "<workbookPr date1904=\"1\"/><sheets>"));
        assertThat(SheetFile.lines(zip(parts)).get(0).cell(0)).isEqualTo(Cell.day(LocalDate.of(2024, 7, 1)));
    }

    @Test
    void theFirstSheetThatIsSeenIsRead() throws IOException {
        var parts = parts("<row><c t=\"str\"><v>seen</v></c></row>");
        parts.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("<sheets>",
                "<sheets><sheet name=\"H\" sheetId=\"9\" state=\"hidden\" r:id=\"rId9\"/>"));
        parts.computeIfPresent("xl/_rels/workbook.xml.rels", (name, xml) -> xml.replace("</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"%s/worksheet\" Target=\"worksheets/hidden.xml\"/></Relationships>"
                        .formatted(RELATIONSHIPS)));
        parts.put("xl/worksheets/hidden.xml", sheet("<row><c t=\"str\"><v>hidden</v></c></row>"));
        assertThat(SheetFile.lines(zip(parts)).get(0).cell(0).text()).isEqualTo("seen");
    }

    @Test
    void blankRowsAndColumnsAreLetBeAndRowsKeepTheirNumbers() throws IOException {
        var lines = SheetFile.lines(book("""
                <row r="3"><c r="B3" t="str"><v>name</v></c><c r="XFD3" s="1"/></row>
                <row r="4"><c r="B4" s="1"/><c r="C4" t="str"><v> \u00A0</v></c></row>
                <row r="1048576"><c r="B1048576" t="str"><v>Ấp</v></c></row>"""));
        assertThat(lines).extracting(Line::number).containsExactly(3, 1048576);
        assertThat(SheetFile.read(book("""
                <row r="3"><c r="B3" t="str"><v>name</v></c></row><row r="5"><c r="B5" t="str"><v>Ấp</v></c></row>"""),
                List.of("name"), row -> row.line() + row.text("name", 9))).containsExactly("5Ấp");
    }

    @Test
    void aFormulaIsNamedByItsRowAndColumn() {
        assertThatThrownBy(() -> SheetFile.read(book("""
                <row><c t="str"><v>name</v></c></row><row><c><f>A1</f><v>1</v></c></row>"""), List.of("name"),
                row -> row.text("name", 9))).isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
                    assertThat(refusal).hasMessageStartingWith("Dòng 2, cột name: là công thức");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "<row r=\"x\"/>", "<row r=\"99999999999\"/>",
            "<row><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>", "<row><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
            "<row><c r=\"A1\"><v><b/></v></c></row>", "<row><c", "<row>&nobody;</row>"})
    void whatIsNoSheetIsRefused(String rows) throws IOException {
        var file = book(rows);
        assertRefused(file, "không phải là tệp Excel (.xlsx) đọc được");
    }

    @Test
    void partsThatAreMissingAreRefused() throws IOException {
        for (var name : List.of("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
                "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")) {
            var parts = parts("<row/>");
            parts.remove(name);
            assertRefused(zip(parts), "không phải là tệp Excel (.xlsx) đọc được");
        }
        assertRefused(zip(Map.of("word/document.xml", "<x/>")), "không phải là tệp Excel (.xlsx) đọc được");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:somebody", "http://nowhere.example", "//nowhere.example", "/", ""})
    void addressesOfPartsThatAreNoneAreRefused(String target) throws IOException {
        for (var name : List.of("_rels/.rels", "xl/_rels/workbook.xml.rels")) {
            var parts = parts("<row/>");
            parts.computeIfPresent(name, (key, xml) -> xml.replaceFirst("Target=\"[^\"]*\"",
                    "Target=\"" + target + "\""));
            assertRefused(zip(parts), "không phải là tệp Excel (.xlsx) đọc được");
        }
    }

    @Test
    void filesOfOtherKindsAreToldApart() throws IOException {
        var macros = parts("<row/>");
        macros.put("xl/vbaProject.bin", "x");
        assertRefused(zip(macros), "có macro");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "có mật khẩu");
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0, 0}, "không phải là tệp Excel (.xlsx) đọc được");
    }

    @Test
    void noFileFillsTheMemoryOrTheDay() throws IOException {
        var processor = ManagementFactory.getThreadMXBean();
        var started = processor.getCurrentThreadCpuTime();
        var bomb = parts("<row/>");
        bomb.put("xl/media/bomb.xml", " ".repeat(100_000_000));
        assertRefused(zip(bomb), "chứa quá nhiều dữ liệu");
        assertRefused(book("<row><c><v>1</v></c></row>".repeat(20_002)), "quá 20000 dòng");
        assertRefused(book("<row>" + "<c><v>1</v></c>".repeat(70) + "</row>"), "quá 64 cột");
        assertThat(SheetFile.lines(book("<row r=\"1\"/>".repeat(500_000)))).isEmpty();
        assertThat(SheetFile.lines(book("<row>" + "<c r=\"XFD1\"/>".repeat(500_000) + "</row>"))).isEmpty();
        var entity = parts("<row/>");
        entity.put("xl/sharedStrings.xml", "<!DOCTYPE s [<!ENTITY a \"%s\"><!ENTITY b \"%s\">]><sst><si><t>&b;</t></si></sst>"
                .formatted("x".repeat(1000), "&a;".repeat(1000)));
        assertRefused(zip(entity), "không phải là tệp Excel (.xlsx) đọc được");
        var deep = "<a>".repeat(1_000_000) + "</a>".repeat(1_000_000);
        assertThat(SheetFile.lines(book("<row><c><v>1</v></c></row>" + deep))).hasSize(1);
        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - started)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aTextTooLongForExcelIsNotRead() throws IOException {
        assertThat(SheetFile.lines(book("<row><c t=\"str\"><v>%s</v></c></row>".formatted("x".repeat(40_000)))).get(0)
                .cell(0).kind()).isEqualTo(Kind.FAULTY);
    }

    @Test
    void noiseIsReadOrRefused() {
        var file = SheetWriter.write("Tờ 1", List.of("name"), List.of(List.of(Cell.text("Ấp 1"))));
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var noisy = file.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                noisy[4 + random.nextInt(noisy.length - 4)] = (byte) random.nextInt();
            }
            try {
                SheetFile.lines(noisy);
            } catch (Refusal refused) {
                assertThat(refused.kind()).isEqualTo(Refusal.Kind.MALFORMED);
            }
        }
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> SheetFile.lines(file)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
            assertThat(refusal.field()).hasValue("file");
            assertThat(refusal).hasMessageContaining(message);
        });
    }

    private static byte[] book(String rows) throws IOException {
        return zip(parts(rows));
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", """
                <Relationships><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
                .formatted(RELATIONSHIPS));
        parts.put("xl/workbook.xml", """
                <workbook xmlns:r="%s"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"""
                .formatted(RELATIONSHIPS));
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Type="%1$s/styles" Target="/xl/styles.xml"/>
                <Relationship Id="rId3" Type="%1$s/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
                .formatted(RELATIONSHIPS));
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/sharedStrings.xml", "<sst><si><t>Ấp </t><rPh><t>ap</t></rPh><r><t>hòa</t></r></si></sst>");
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
