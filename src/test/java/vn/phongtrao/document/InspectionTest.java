package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

/** What is accepted as a document of a dossier. */
class InspectionTest {

    /** Less than a megabyte that becomes 200. */
    private static final byte[] BOMB = packed(new byte[200 * 1024 * 1024]);

    @TempDir
    private Path folder;

    @Test
    void theContentSaysWhatAFileIs() {
        assertThat(accept("a.pdf", Samples.pdf()).type()).isEqualTo(FileType.PDF);
        assertThat(accept("a.docx", Samples.docx()).type()).isEqualTo(FileType.DOCX);
        assertThat(accept("a.xlsx", Samples.xlsx()).type()).isEqualTo(FileType.XLSX);
        assertThat(accept("a.jpeg", Samples.picture("jpg")).type()).isEqualTo(FileType.JPEG);
        assertThat(accept("a.png", Samples.picture("png")).type()).isEqualTo(FileType.PNG);
    }

    @Test
    void digestAndSizeAreThoseOfTheContent() {
        var content = Samples.picture("png");

        assertThat(accept("a.png", content).size()).isEqualTo(content.length);
        assertThat(accept("a.png", content).sha256()).hasSize(64).isEqualTo(accept("b.png", content).sha256())
                .isNotEqualTo(accept("a.jpg", Samples.picture("jpg")).sha256());
    }

    @Test
    void aNameWithAnotherEndingGetsTheRightOne() {
        assertThat(accept("anh.pdf", Samples.picture("png")).name()).isEqualTo("anh.pdf.png");
        assertThat(accept("BAO CAO.PDF", Samples.pdf()).name()).isEqualTo("BAO CAO.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\0\0program", "<html><script>alert(1)</script></html>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "plain text", " %PDF-1.7", "GIF89a",
            "\u0000\u0000\u0000"})
    void otherContentIsRefusedWhateverItsName(String content) {
        refused("to-trinh.pdf", content.getBytes(StandardCharsets.ISO_8859_1), "chỉ nhận tệp PDF");
    }

    @Test
    void anEmptyFileIsRefused() {
        refused("a.pdf", new byte[0], "không có nội dung");
    }

    @Test
    void ordinaryArchivesAndTornFilesAreRefused() {
        refused("a.docx", Samples.zip(Map.of("a.txt", new byte[10])), "chỉ nhận tệp");
        refused("a.docx", Arrays.copyOf(Samples.docx(), 200), "không đọc được");
        refused("a.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII), "không đọc được");
        refused("a.png", Arrays.copyOf(Samples.picture("png"), 12), "không đọc được");
    }

    @Test
    void pdfThatRunsSomethingIsRefused() {
        refused("a.pdf", Samples.pdfWithJavaScript(), "mã lệnh");
        refused("a.pdf", Samples.pdfWithLaunch(), "mã lệnh");
        refused("a.pdf", Samples.pdf(pdf -> {
            var names = new COSDictionary();
            names.setItem("EmbeddedFiles", new COSDictionary());
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
        }), "tệp đính kèm");
    }

    @Test
    void pdfThatOpensAtAPageIsAccepted() {
        assertThat(accept("a.pdf", Samples.pdf(pdf -> {
            var go = new COSDictionary();
            go.setName(COSName.S, "GoTo");
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, go);
        })).type()).isEqualTo(FileType.PDF);
    }

    /** Without the key nobody sees what is in it, and with an empty password it is unpacked unseen. */
    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void encryptedPdfIsRefused(String password) {
        refused("a.pdf", Samples.pdf(pdf ->
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()))), "mã hóa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition",
            "RichMediaExecute"})
    void whatRunsIsFoundAmongPackedObjects(String action) {
        var packed = Samples.pdf(pdf -> {
            var hidden = new COSDictionary();
            hidden.setName(COSName.S, action);
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, hidden);
        });

        assertThat(new String(packed, StandardCharsets.ISO_8859_1)).contains("/ObjStm").doesNotContain("/" + action);
        refused("a.pdf", packed, "mã lệnh");
    }

    /** Readers then look for the objects themselves. */
    @Test
    void whatRunsIsFoundAmongPackedObjectsWhoseListIsBroken() {
        var packed = new String(Samples.pdfWithJavaScript(), StandardCharsets.ISO_8859_1);

        refused("a.pdf", packed.replaceFirst("startxref\\s+\\d+", "startxref 1").getBytes(StandardCharsets.ISO_8859_1),
                "mã lệnh");
    }

    @Test
    void packedObjectsThatLieInEachOtherAreRefused() {
        var objects = "1 0 ".repeat(1_000) + "<</A (" + "x".repeat(100_000) + ")>>";

        refused("a.pdf", stream("/Type/ObjStm/N 1000/First 4000/Filter/FlateDecode",
                packed(objects.getBytes(StandardCharsets.US_ASCII))), "bất thường");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EF", "EmbeddedFiles", "JS", "XFA", "RichMediaContent"})
    void whatIsCarriedIsFoundAmongPackedObjects(String entry) {
        refused("a.pdf", Samples.pdf(pdf -> {
            var hidden = new COSDictionary();
            hidden.setItem(COSName.getPDFName(entry), new COSDictionary());
            pdf.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), hidden);
        }), "tệp đính kèm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9 0 obj <</S/JavaScript/JS(app.alert(1))>> endobj\n",
            "9 0 obj % comment\n<</S/#4aavaScript>> endobj\n", "9 0 obj<</A[<</B<</S/Launch>>>>]>>endobj\n"})
    void whatNoListOfObjectsNamesIsFoundToo(String orphan) {
        refused("a.pdf", Samples.joined(Samples.pdf(), orphan.getBytes(StandardCharsets.US_ASCII)), "mã lệnh");
    }

    @Test
    void pdfThatGrowsWithoutMeasureIsRefused() {
        refused("a.pdf", stream("/Type/ObjStm/Filter/FlateDecode", BOMB),
                "dung lượng khi mở quá lớn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter[/FlateDecode/FlateDecode]", "/Filter [ /Fl /#46lateDecode ]",
            "/F#69lter[/FlateDecode % comment\n /FlateDecode]"})
    void pdfThatGrowsAtTheSecondFilterIsRefused(String filters) {
        refused("a.pdf", stream(filters, packed(BOMB)), "dung lượng khi mở quá lớn");
    }

    @Test
    void pdfThatGrowsBehindTextIsRefused() {
        var hex = HexFormat.of().formatHex(BOMB).getBytes(StandardCharsets.US_ASCII);

        refused("a.pdf", stream("/Filter[/ASCIIHexDecode/FlateDecode]", hex), "dung lượng khi mở quá lớn");
    }

    @Test
    void pdfOfManyLargeStreamsIsRefused() {
        var one = stream("/Filter/FlateDecode", packed(new byte[100 * 1024 * 1024]));
        var many = new ByteArrayOutputStream();
        for (int i = 0; i < 12; i++) {
            many.writeBytes(one);
        }

        refused("a.pdf", many.toByteArray(), "dung lượng khi mở quá lớn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter[/FlateDecode/FlateDecode/FlateDecode/FlateDecode]", "/Filter 5 0 R",
            "/Filter[5 0 R]", "/Filter(FlateDecode)", "/Filter(FlateDecode)/W[1 2 1]",
            "/N 1/First 4/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647>>",
            "/N 1/First 4/Filter/FlateDecode/DecodeParms 5 0 R",
            "/#57[1 2 1]/Filter/FlateDecode/DecodeParms[<</Columns 5 0 R>>]"})
    void pdfWhoseStreamsAreDescribedStrangelyIsRefused(String description) {
        refused("a.pdf", stream(description, packed(new byte[9])), "bất thường");
    }

    @Test
    void pdfOfDeeplyNestedObjectsIsRefused() {
        refused("a.pdf", ("%PDF-1.7\n1 0 obj\n" + "[".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII),
                "không đọc được");
        refused("a.pdf", ("%PDF-1.7\n1 0 obj\n" + "<</A".repeat(500_000)).getBytes(StandardCharsets.US_ASCII),
                "không đọc được");
    }

    @Test
    void officeFileThatGrowsWithoutMeasureIsRefused() {
        refused("a.docx", Samples.office("wordprocessingml.document", Map.of("bomb.xml", new byte[50 * 1024 * 1024])),
                "dung lượng khi mở quá lớn");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 6_000; i++) {
            many.put("part" + i, new byte[0]);
        }
        refused("a.xlsx", Samples.office("spreadsheetml.sheet", many), "dung lượng khi mở quá lớn");
    }

    @Test
    void macrosAreRefusedUnderTheNameOfAFileWithout() {
        refused("a.docx", Samples.office("wordprocessingml.document", Map.of("word/vbaProject.bin", new byte[9])),
                "macro");
        refused("a.xlsx", Samples.office("spreadsheetml.sheet", Map.of("xl/macrosheets/sheet1.xml", new byte[9])),
                "macro");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/embeddings/oleObject1.bin", "xl/embeddings/Microsoft_Word_Document.docx",
            "word/Embeddings/x.bin", "word/activeX/activeX1.xml"})
    void whatIsEmbeddedIsRefusedByItsPlace(String part) {
        assertThatThrownBy(() -> accept("a.docx", Samples.office("wordprocessingml.document",
                Map.of(part, new byte[9])))).isInstanceOf(Refusal.class).hasMessageMatching(".*(nhúng|macro).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oleObject", "package", "control", "attachedTemplate", "aFChunk", "externalLink", "frame",
            "subDocument", "vbaProject", "mailMergeSource"})
    void whatIsEmbeddedOrLinkedIsRefusedByItsRelationship(String type) {
        refused("a.docx", related("<Relationship Id='r1' Type='http://x/relationships/" + type
                + "' Target='media/x.dat'/>"), "nhúng");
        refused("a.docx", related("<r:Relationship xmlns:r='y' Id='r1' Type='http://x/relationships/" + type
                + "' Target='media/x.dat'/>"), "nhúng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image' Target='http://example.org/x.png' TargetMode='External",
            "hyperlink' Target='file:///c:/x.exe' TargetMode='External",
            "hyperlink' Target='\\\\server\\share\\x' TargetMode='External",
            "hyperlink' Target='javascript:alert(1)' TargetMode='External", "image' Target='x' TargetMode='external"})
    void whatIsFetchedFromElsewhereIsRefused(String link) {
        refused("a.docx", related("<Relationship Id='r1' Type='http://x/relationships/" + link + "'/>"), "nhúng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:void(0)", "javascript:void(0);", "JavaScript:;", "javascript:",
            "www.bocongan.gov.vn", "www.example.com", "phuluc.docx", "../phu%20luc/a.xlsx#Sheet1!A1", "phụ lục\\b.pdf",
            "tel:0291123456", "", "about:blank", "#muc1"})
    void linksThatDoNothingBadAreAccepted(String target) {
        assertThat(accept("a.docx", related("<Relationship Id='r1' Type='http://x/relationships/hyperlink' Target='"
                + target + "' TargetMode='External'/>")).type()).isEqualTo(FileType.DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:void(alert(1))", "java&#9;script:alert(1)", "vbscript:x", "data:text/html,x",
            "setup.exe", "..\\x.BAT", "//server/share/x", "%5c%5cserver%5cx", "c:\\x.docx", "ms-word:ofe|u|x",
            "search-ms:x", "www.x/setup.hta", "mau.docm"})
    void linksThatMayRunSomethingAreNamed(String target) {
        refused("a.docx", related("<Relationship Id='r1' Type='http://x/relationships/hyperlink' Target='"
                + target + "' TargetMode='External'/>"), "liên kết \"" + target.replace("&#9;", "\t"));
    }

    @Test
    void aBlankBitmapIsAccepted() {
        assertThat(accept("a.docx", Samples.office("wordprocessingml.document", Map.of("word/media/image1.bmp",
                bitmap(60_000_000, 60_000_000)))).type()).isEqualTo(FileType.DOCX);
    }

    @Test
    void whatOnlyBeginsAsABitmapIsRefused() {
        refused("a.docx", Samples.office("wordprocessingml.document", Map.of("word/document.xml",
                bitmap(1_000, 60_000_000))), "dung lượng khi mở quá lớn");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            many.put("word/media/image%d.bmp".formatted(i), bitmap(100_000_000, 100_000_000));
        }
        refused("a.docx", Samples.office("wordprocessingml.document", many), "dung lượng khi mở quá lớn");
    }

    @Test
    void emptyPartsAndFoldersAreAccepted() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (var name : List.of("word/", "word/_rels/", "word/_rels/document.xml.rels", "customXml/item1.xml")) {
            parts.put(name, new byte[0]);
        }

        assertThat(accept("a.docx", Samples.office("wordprocessingml.document", parts)).type())
                .isEqualTo(FileType.DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Created by WPS", "Lập bằng phần mềm\r\nvăn phòng"})
    void anArchiveMayHaveAComment(String comment) {
        assertThat(accept("a.docx", commented(comment.getBytes(StandardCharsets.UTF_8))).type())
                .isEqualTo(FileType.DOCX);
    }

    @Test
    void anotherFormatInACommentIsRefused() {
        refused("a.docx", commented(Samples.pdf()), "không đọc được");
        refused("a.docx", commented(Samples.zip(Map.of("a.class", new byte[9]))), "chỉ nhận tệp");
        refused("a.docx", commented("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)), "không đọc được");
        refused("a.docx", Samples.joined(commented("a".getBytes(StandardCharsets.US_ASCII)), new byte[1]),
                "không đọc được");
    }

    @Test
    void linksToTheWebAndOwnPartsAreAccepted() {
        assertThat(accept("a.docx", related("<Relationship Id='r1' Type='http://x/relationships/hyperlink' "
                + "Target='https://example.org/' TargetMode='External'/><Relationship Id='r2' "
                + "Type='http://x/relationships/hyperlink' Target='mailto:a@example.org' TargetMode='External'/>"
                + "<Relationship Id='r3' Type='http://x/relationships/image' Target='media/a.png'/>")).type())
                .isEqualTo(FileType.DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Relationships>", "no XML",
            "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Relationships>&x;</Relationships>",
            "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><Relationships>&b;</Relationships>"})
    void relationshipsThatCannotBeReadAreRefused(String xml) {
        refused("a.docx", Samples.office("wordprocessingml.document",
                Map.of("word/_rels/document.xml.rels", xml.getBytes(StandardCharsets.UTF_8))), "không đọc được");
    }

    @Test
    void relationshipsInAnotherEncodingAreRead() {
        refused("a.docx", Samples.office("wordprocessingml.document", Map.of("word/_RELS/document.xml.RELS",
                "<?xml version='1.0' encoding='UTF-16'?><Relationships><Relationship Type='x/oleObject'/></Relationships>"
                        .getBytes(StandardCharsets.UTF_16))), "nhúng");
    }

    @Test
    void macrosAreRefusedWhateverTheirPartIsCalled() {
        refused("a.docx", Samples.zip(Map.of("[Content_Types].xml", ("<Types><Override PartName='/a.xml' ContentType='"
                + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/><Default "
                + "Extension='x' ContentType='application/vnd.ms-office.vbaProject'/></Types>")
                .getBytes(StandardCharsets.UTF_8))), "macro");
    }

    @Test
    void partsThatLeaveTheArchiveAreRefused() {
        refused("a.docx", Samples.office("wordprocessingml.document", Map.of("../../etc/passwd", new byte[9])),
                "bất thường");
    }

    @Test
    void twoFormatsInOneFileAreRefused() {
        refused("a.pdf", Samples.joined(Samples.pdf(), Samples.docx()), "định dạng khác");
        refused("a.png", Samples.joined(Samples.picture("png"), Samples.zip(Map.of("a.class", new byte[9]))),
                "định dạng khác");
        refused("a.docx", Samples.joined(Samples.docx(), Samples.pdf()), "không đọc được");
        refused("a.jpg", Samples.joined(Samples.picture("jpg"), "<script>alert(1)</script>"
                .getBytes(StandardCharsets.US_ASCII)), "định dạng khác");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mật - báo cáo.pdf", "bao_cao_MẬT.pdf", "Tối mật.pdf", "TUYỆT MẬT 01.pdf", "tuyet-mat.pdf",
            "Toi mat so 5.pdf", "(Mật) tờ trình.pdf", "bí mật.pdf", "to trinh ma\u0302\u0323t.pdf", "Tờ trình MẬT.pdf",
            "TỜ TRÌNH MẬT.PDF", "Công văn tối mật 2024.MẬT.pdf", "MẬT_phuong an.docx", "KẾ HOẠCH TUYỆT MẬT BẢO VỆ.pdf",
            "Báo cáo tuyệt mật.pdf", "bao cao tuyet mat.pdf", "[TỐI MẬT] 12-BC.pdf"})
    void documentsMarkedSecretAreRefused(String name) {
        refused(name, Samples.pdf(), "độ mật");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Báo cáo bảo mật.pdf", "CCCD mat truoc.pdf", "Mặt trận Tổ quốc.pdf", "mật khẩu.pdf",
            "Báo cáo thành tích ông Nguyễn Văn Mật.pdf", "NGUYỄN VĂN MẬT.pdf", "Nguyễn Văn MẬT - giấy khen.pdf",
            "mất xe bao tới mật.pdf", "mat xe bao toi mat.pdf", "Tuyên truyền bảo vệ bí mật nhà nước.pdf",
            "BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf", "Danh mục bí mật độ Tuyệt mật.pdf", "bỏ phiếu kín, mật ong.pdf"})
    void wordsThatOnlyLookLikeAMarkAreAccepted(String name) {
        assertThat(accept(name, Samples.pdf()).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, passwd.pdf", "'C:\\Hồ sơ\\tờ trình.pdf', tờ trình.pdf", ".pdf, tai-lieu.pdf",
            "'', tai-lieu.pdf", "'a\u202Efdp.pdf', afdp.pdf", "'a\r\nX-Header: b.pdf', aX-Header_ b.pdf",
            "...htaccess, htaccess.pdf", "'a\0.pdf', a.pdf", "'e\u0302.pdf', ê.pdf"})
    void namesAreCleaned(String sent, String kept) {
        assertThat(accept(sent, Samples.pdf()).name()).isEqualTo(kept);
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        assertThat(accept("😀".repeat(300) + ".pdf", Samples.pdf()).name()).isEqualTo("😀".repeat(251) + ".pdf");
    }

    /** As a Mac sends them. */
    @Test
    void namesOf255LettersStayWhole() {
        var name = "ế".repeat(251) + ".pdf";

        assertThat(accept(Normalizer.normalize(name, Normalizer.Form.NFD), Samples.pdf()).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ef\u00bb\u00bf", "\u00ff\u00fe", "\r\n\r\n", " \t\n", "\0\0",
            "\u001b%-12345X@PJL SET DUPLEX=ON\r\n@PJL ENTER LANGUAGE=PDF\r\n",
            "Content-Type: application/pdf\r\nContent-Length: 596\r\n\r\n"})
    void pdfWithUsualBytesBeforeItsHeaderIsAccepted(String before) {
        assertThat(accept("a.pdf", Samples.joined(before.getBytes(StandardCharsets.ISO_8859_1), Samples.pdf())).type())
                .isEqualTo(FileType.PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\0\0", "#!/bin/sh\n", "GIF89a", "<html>", "\u007fELF", "@echo off\r\n",
            "Content-Type: text/html\r\n\r\n<script>alert(1)</script>"})
    void pdfBehindAnotherFormatIsRefused(String before) {
        refused("a.pdf", Samples.joined(before.getBytes(StandardCharsets.ISO_8859_1), Samples.pdf()),
                "chỉ nhận tệp PDF");
    }

    @Test
    void pdfBehindUsualBytesIsLookedIntoAllTheSame() {
        var mark = "\u00ef\u00bb\u00bf".getBytes(StandardCharsets.ISO_8859_1);

        refused("a.pdf", Samples.joined(mark, Samples.pdfWithJavaScript()), "mã lệnh");
        refused("a.pdf", Samples.joined(mark, "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)),
                "không phải là PDF");
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, không phải là PDF", "A.PDF, không phải là PDF", "a.docx, không phải là DOCX",
            "a.txt, chỉ nhận tệp PDF"})
    void whatIsNotWhatItsNameSaysIsToldSo(String name, String message) {
        refused(name, "plain text".getBytes(StandardCharsets.US_ASCII), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<</Names[]>>", "<</Kids[]>>", "<</Kids[<</Names[]>>]>>", "9 0 R", "<</Names 8 0 R>>",
            "<</Kids[9 0 R]>>", "null"})
    void treesWithoutANameAreAccepted(String tree) {
        for (var entry : List.of("EmbeddedFiles", "JavaScript")) {
            assertThat(accept("a.pdf", pdfWith("/Names<</%s %s>>".formatted(entry, tree), "8 0 obj[]endobj "
                    + "9 0 obj<</Names[]>>endobj")).type()).isEqualTo(FileType.PDF);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<</Names[(a)9 0 R]>>", "<</Kids[8 0 R]>>", "8 0 R", "<</Names 7 0 R>>", "<</Kids 6 0 R>>"})
    void treesWithANameAreRefused(String tree) {
        for (var entry : List.of("EmbeddedFiles", "JavaScript")) {
            refused("a.pdf", pdfWith("/Names<</%s %s>>".formatted(entry, tree), "6 0 obj[8 0 R]endobj "
                    + "7 0 obj[(a)9 0 R]endobj 8 0 obj<</Names[(a)9 0 R]>>endobj 9 0 obj<</Type/Filespec/F(a)>>endobj"),
                    "tệp đính kèm");
        }
    }

    @Test
    void pdfThatReallyCarriesAFileIsRefused() {
        refused("a.pdf", Samples.pdf(pdf -> {
            var specification = new PDComplexFileSpecification();
            specification.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(new byte[9])));
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("a", specification));
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            pdf.getDocumentCatalog().setNames(names);
        }), "tệp đính kèm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter 8 0 R", "/Filter[9 0 R]", "/Filter 9 0 R"})
    void pdfWhoseFiltersStandElsewhereIsAccepted(String filter) {
        assertThat(accept("a.pdf", pdfWith("/X 7 0 R", elsewhere(filter, packed(new byte[9])))).type())
                .isEqualTo(FileType.PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter 8 0 R", "/Filter[9 0 R]", "/Filter 9 0 R"})
    void pdfThatGrowsByFiltersThatStandElsewhereIsRefused(String filter) {
        refused("a.pdf", pdfWith("/X 7 0 R", elsewhere(filter, BOMB)), "dung lượng khi mở quá lớn");
    }

    @Test
    void packedObjectsWhoseFiltersStandElsewhereAreRefused() {
        refused("a.pdf", pdfWith("/X 7 0 R", elsewhere("/Type/ObjStm/N 1/First 4/Filter 8 0 R", packed(new byte[9]))),
                "bất thường");
    }

    private Inspection.Accepted accept(String name, byte[] content) {
        try {
            return Inspection.of(new Upload(name, Files.write(folder.resolve("upload"), content)));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void refused(String name, byte[] content, String message) {
        assertThatThrownBy(() -> accept(name, content)).isInstanceOf(Refusal.class).hasMessageContaining(message);
    }

    private static byte[] related(String relationships) {
        return Samples.office("wordprocessingml.document", Map.of("word/_rels/document.xml.rels",
                ("<Relationships>" + relationships + "</Relationships>").getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] commented(byte[] comment) {
        var file = Samples.joined(Samples.docx(), comment);
        var end = file.length - comment.length;
        file[end - 2] = (byte) comment.length;
        file[end - 1] = (byte) (comment.length >> 8);
        return file;
    }

    private static byte[] bitmap(int stated, int size) {
        var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.put((byte) 'B').put((byte) 'M').putInt(stated).array();
    }

    /** One page, and what the catalogue has beside it. */
    private static byte[] pdfWith(String catalogue, String objects) {
        return ("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R" + catalogue + ">>endobj "
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj " + objects
                + "\ntrailer<</Root 1 0 R/Size 10>>\n%%EOF").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String elsewhere(String filter, byte[] data) {
        return "7 0 obj<<" + filter + "/Length " + data.length + ">>stream\n"
                + new String(data, StandardCharsets.ISO_8859_1)
                + "\nendstream endobj 8 0 obj[/FlateDecode]endobj 9 0 obj/FlateDecode endobj";
    }

    private static byte[] stream(String description, byte[] data) {
        return Samples.joined(("%PDF-1.7\n1 0 obj\n<<" + description + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII), data);
    }

    private static byte[] packed(byte[] content) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(content);
        deflater.finish();
        var packed = new byte[1024 * 1024];
        return Arrays.copyOf(packed, deflater.deflate(packed));
    }
}
