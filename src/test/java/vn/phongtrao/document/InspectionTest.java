package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
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
    void pdfThatOpensAtAPageOrWithoutPasswordIsAccepted() {
        assertThat(accept("a.pdf", Samples.pdf(pdf -> {
            var go = new COSDictionary();
            go.setName(COSName.S, "GoTo");
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, go);
            pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        })).type()).isEqualTo(FileType.PDF);
    }

    @Test
    void pdfWithPasswordIsRefused() {
        refused("a.pdf", Samples.pdf(pdf ->
                pdf.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()))), "mật khẩu");
    }

    @Test
    void pdfThatGrowsWithoutMeasureIsRefused() {
        var packed = packed(200 * 1024 * 1024);
        var bomb = Samples.joined("%PDF-1.7\n1 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\n"
                .getBytes(StandardCharsets.US_ASCII), packed);

        refused("a.pdf", bomb, "dung lượng khi mở quá lớn");
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
            "Toi mat so 5.pdf", "(Mật) tờ trình.pdf", "bí mật.pdf", "to trinh ma\u0302\u0323t.pdf"})
    void documentsMarkedSecretAreRefused(String name) {
        refused(name, Samples.pdf(), "độ mật");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Báo cáo bảo mật.pdf", "CCCD mat truoc.pdf", "Mặt trận Tổ quốc.pdf", "mật khẩu.pdf"})
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
        assertThat(accept("😀".repeat(300) + ".pdf", Samples.pdf()).name()).isEqualTo("😀".repeat(150) + ".pdf");
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

    private static byte[] packed(int zeros) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        var packed = new byte[1024 * 1024];
        return Arrays.copyOf(packed, deflater.deflate(packed));
    }
}
