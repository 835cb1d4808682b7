package vn.phongtrao.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import vn.phongtrao.procedure.Xml;

/**
 * A printed paper as a text document: A4, in the typeface and with the margins of official papers (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I).
 */
final class TextDocument {

    private static final String TYPEFACE = "Times New Roman";
    private static final int POINTS = 14;
    private static final int TWIPS_OF_A_POINT = 20;
    private static final double POINTS_OF_A_MILLIMETRE = 72 / 25.4;
    private static final Set<String> BOLD = Set.of("h1", "h2", "h3", "th");

    private final XWPFDocument document = new XWPFDocument();

    private TextDocument() {
    }

    /** @param html as papers are filled: well-formed */
    static byte[] of(String html) {
        var text = new TextDocument();
        text.page();
        children(read(html)).stream().filter(part -> part.getTagName().equals("body")).findFirst()
                .ifPresent(body -> children(body).forEach(text::add));
        try (var document = text.document; var out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Element read(String html) {
        try {
            return Xml.parse(html.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
        } catch (SAXException | IOException broken) {
            throw new IllegalStateException("A filled template is not well-formed", broken);
        }
    }

    private static List<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance)
                .map(Element.class::cast).toList();
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(millimetres(210));
        size.setH(millimetres(297));
        var margin = section.addNewPgMar();
        margin.setTop(millimetres(20));
        margin.setBottom(millimetres(20));
        margin.setLeft(millimetres(30));
        margin.setRight(millimetres(15));
    }

    private static BigInteger millimetres(int length) {
        return BigInteger.valueOf(Math.round(length * POINTS_OF_A_MILLIMETRE * TWIPS_OF_A_POINT));
    }

    private void add(Element element) {
        switch (element.getTagName()) {
            case "table" -> table(element);
            case "div" -> children(element).forEach(this::add);
            default -> write(document.createParagraph(), element);
        }
    }

    private void table(Element element) {
        var rows = children(element).stream().flatMap(part -> part.getTagName().equals("tr")
                ? List.of(part).stream() : children(part).stream()).map(TextDocument::children).toList();
        if (rows.isEmpty()) {
            return;
        }
        var table = document.createTable(rows.size(), rows.stream().mapToInt(List::size).max().orElse(1));
        table.setWidth("100%");
        for (int row = 0; row < rows.size(); row++) {
            for (int cell = 0; cell < rows.get(row).size(); cell++) {
                write(table.getRow(row).getCell(cell).getParagraphs().get(0), rows.get(row).get(cell));
            }
        }
    }

    private static void write(XWPFParagraph paragraph, Element element) {
        var looks = List.of(element.getAttribute("class").split("\\s+"));
        paragraph.setAlignment(element.getTagName().equals("h1") || looks.contains("center") ? ParagraphAlignment.CENTER
                : looks.contains("number") ? ParagraphAlignment.RIGHT : ParagraphAlignment.BOTH);
        paragraph.setSpacingAfter(6 * TWIPS_OF_A_POINT);
        var run = paragraph.createRun();
        run.setFontFamily(TYPEFACE);
        run.setFontSize(POINTS);
        run.setBold(BOLD.contains(element.getTagName()) || looks.contains("bold"));
        run.setText(element.getTextContent().strip().replaceAll("\\s+", " "));
    }
}
