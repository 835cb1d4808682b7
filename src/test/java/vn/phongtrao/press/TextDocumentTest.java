package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class TextDocumentTest {

    @Test
    void whatAProvinceWritesCarelesslyIntoItsTemplateIsReadAllTheSame() throws IOException {
        var docx = TextDocument.of("""
                <html><body><p class="center   bold  center">Phường 2</p><table><tbody></tbody></table></body></html>""");
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs()).extracting(XWPFParagraph::getAlignment)
                    .containsExactly(ParagraphAlignment.CENTER);
            assertThat(document.getTables()).as("a table without rows is none that Word opens").isEmpty();
        }
    }

    @Test
    void aPaperBecomesATextThatPeopleGoOnWriting() throws IOException {
        var docx = TextDocument.of("""
                <html><head><style>p { color: red }</style></head><body><h1>BÁO CÁO</h1>
                <div><p class="center bold">Phường 2</p></div><p>Có   512 Tổ &lt;b&gt; &amp; mô hình.</p>
                <table><thead><tr><th>Hình thức</th><th>Số</th></tr></thead><tr><td>Giấy khen</td><td class="number">3</td></tr></table>
                </body></html>""");
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText)
                    .containsExactly("BÁO CÁO", "Phường 2", "Có 512 Tổ <b> & mô hình.");
            assertThat(document.getParagraphs().get(1).getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(document.getParagraphs().get(1).getRuns().get(0).isBold()).isTrue();
            assertThat(document.getTables().get(0).getText()).isEqualToIgnoringWhitespace("Hình thức Số Giấy khen 3");
        }
    }

    @Test
    void whatOnlyPlacesTextsHasNoLinesAndAColumnIsAsWideAsItsTextNeeds() throws IOException {
        var docx = TextDocument.of("""
                <html><body><table class="head"><tr><td class="left"><p>CÔNG AN TỈNH</p><div class="bold"><p>CÔNG AN HUYỆN</p>
                <div class="rule"></div></div></td><td class="right"><p class="nation">CỘNG HÒA</p></td></tr></table>
                <h2>I. Kết quả</h2>
                <table><tr><th>Hình thức</th><th>Số</th></tr>
                <tr><td>Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh</td><td class="number">3</td></tr></table></body></html>""");
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var head = document.getTables().get(0);
            assertThat(head.getInsideVBorderType()).isNull();
            assertThat(head.getRow(0).getCell(0).getParagraphs()).extracting(XWPFParagraph::getText)
                    .containsExactly("CÔNG AN TỈNH", "CÔNG AN HUYỆN", "");
            assertThat(head.getRow(0).getCell(0).getParagraphs().get(2).getBorderTop()).isEqualTo(Borders.SINGLE);
            assertThat(head.getRow(0).getCell(1).getParagraphs().get(0).getRuns().get(0).isBold()).isTrue();
            assertThat(document.getParagraphs()).filteredOn(XWPFParagraph::isKeepNext).extracting(XWPFParagraph::getText)
                    .containsExactly("I. Kết quả");
            var numbers = document.getTables().get(1).getRow(0);
            assertThat(numbers.getCell(0).getWidth()).isGreaterThan(4 * numbers.getCell(1).getWidth());
            assertThat(document.getTables().get(1).getCTTbl().getTblGrid().sizeOfGridColArray()).isEqualTo(2);
        }
    }

    @Test
    void whatConcludesAPaperKeepsClearOfTheTableAboveAndStaysWithItsSignature() throws IOException {
        var docx = TextDocument.of("""
                <html><body><p>Có 3 Tổ.</p><table><tr><td>Giấy khen</td></tr></table>
                <div class="end"><p>Trên đây là báo cáo./.</p><table class="foot"><tr><td>Nơi nhận</td></tr></table></div></body></html>""");
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs()).extracting(XWPFParagraph::isKeepNext).containsExactly(false, true);
            assertThat(document.getParagraphs().get(0).getSpacingBefore()).isZero();
            assertThat(document.getParagraphs().get(1).getSpacingBefore()).isPositive();
        }
    }
}
