package vn.phongtrao.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
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
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");
    /** Classes of the common parts of papers, see {@code review/papers/parts.html}. */
    private static final Set<String> BOLD = Set.of("bold", "nation", "motto", "title", "recipients");
    private static final Set<String> CENTRED = Set.of("center", "head", "title");
    /** What only draws a line. */
    private static final String RULE = "rule";
    /** Tables that only place texts side by side. */
    private static final Set<String> PLACING = Set.of("head", "foot");
    private static final int SIGNATURE_LINES = 4;
    /** Of what stands below a letterhead or a table, in points. */
    private static final int SPACE_BELOW_TABLE = 10;
    /** On each side of a line below a heading, in twips. */
    private static final int BESIDE_RULE = 1_300;
    private static final int RULE_POINTS = 4;
    /** Letters by which a column is measured, at least and at most. */
    private static final int SHORTEST = 8;
    private static final int LONGEST = 48;
    /** Between the margins, in twips. */
    private static final int TEXT_WIDTH = 9354;

    private final XWPFDocument document = new XWPFDocument();

    private TextDocument() {
    }

    /** @param html as papers are filled: well-formed */
    static byte[] of(String html) {
        var text = new TextDocument();
        text.page();
        children(read(html)).stream().filter(part -> part.getTagName().equals("body")).findFirst()
                .ifPresent(body -> children(body).forEach(part -> text.add(part, Set.of())));
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

    private void add(Element element, Set<String> around) {
        switch (element.getTagName()) {
            case "table" -> table(element);
            case "div" -> {
                var looks = looks(element, around);
                if (looks.contains(RULE)) {
                    rule(document.createParagraph(), 3 * BESIDE_RULE / 2);
                }
                children(element).forEach(child -> add(child, looks));
            }
            default -> {
                var belowTable = !document.getBodyElements().isEmpty() && document.getBodyElements()
                        .get(document.getBodyElements().size() - 1) instanceof XWPFTable;
                var paragraph = document.createParagraph();
                paragraph.setSpacingBefore(belowTable ? SPACE_BELOW_TABLE * TWIPS_OF_A_POINT : 0);
                write(paragraph, element, looks(element, around));
            }
        }
    }

    /** A line, as long as what lies between {@code beside} on both sides. */
    private static void rule(XWPFParagraph paragraph, int beside) {
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setIndentationLeft(beside);
        paragraph.setIndentationRight(beside);
        paragraph.setSpacingAfter(0);
        paragraph.createRun().setFontSize(RULE_POINTS);
    }

    private void table(Element element) {
        var rows = children(element).stream().flatMap(part -> part.getTagName().equals("tr")
                ? List.of(part).stream() : children(part).stream()).map(TextDocument::children).toList();
        if (rows.isEmpty()) {
            return;
        }
        var looks = looks(element, Set.of());
        var widths = widths(rows, looks);
        var table = document.createTable(rows.size(), widths.length);
        table.setWidth("100%");
        if (looks.stream().anyMatch(PLACING::contains)) {
            table.removeBorders();
        }
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        Arrays.stream(widths).forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        for (int row = 0; row < rows.size(); row++) {
            table.getRow(row).setCantSplitRow(true);
            for (int cell = 0; cell < rows.get(row).size(); cell++) {
                table.getRow(row).getCell(cell).setWidth(String.valueOf(widths[cell]));
                fill(table.getRow(row).getCell(cell), rows.get(row).get(cell), looks);
            }
        }
    }

    /** In twips: of what only places texts side by side as in print, else each by its longest text. */
    private static int[] widths(List<List<Element>> rows, Set<String> looks) {
        var columns = rows.stream().mapToInt(List::size).max().orElse(1);
        var shares = looks.contains("head") ? new int[] {43, 57} : IntStream.range(0, columns).map(column -> rows.stream()
                .filter(row -> row.size() > column).mapToInt(row -> text(row.get(column)).length()).max().orElse(0))
                .map(longest -> Math.max(SHORTEST, Math.min(LONGEST, longest))).toArray();
        if (looks.contains("foot")) {
            Arrays.fill(shares, 1);
        }
        var all = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> TEXT_WIDTH * share / all).toArray();
    }

    private static void fill(XWPFTableCell cell, Element element, Set<String> around) {
        var looks = looks(element, around);
        var first = cell.getParagraphs().get(0);
        if (children(element).isEmpty()) {
            write(first, element, looks);
            return;
        }
        lines(cell, element, looks);
        if (cell.getParagraphs().size() > 1) {
            cell.removeParagraph(0);
        }
    }

    /** Blocks one below the other. */
    private static void lines(XWPFTableCell cell, Element element, Set<String> around) {
        for (var child : children(element)) {
            var looks = looks(child, around);
            if (looks.contains("signature")) {
                IntStream.range(0, SIGNATURE_LINES).forEach(line -> cell.addParagraph());
            } else if (looks.contains(RULE)) {
                rule(cell.addParagraph(), BESIDE_RULE);
            } else if (!children(child).isEmpty()) {
                lines(cell, child, looks);
            } else if (!text(child).isEmpty()) {
                write(cell.addParagraph(), child, looks);
            }
        }
    }

    /** Classes of an element and of what is around it. */
    private static Set<String> looks(Element element, Set<String> around) {
        var looks = new HashSet<>(around);
        Collections.addAll(looks, element.getAttribute("class").split("\\s+"));
        return looks;
    }

    private static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    private static void write(XWPFParagraph paragraph, Element element, Set<String> looks) {
        var concluding = looks.contains("foot") && looks.contains("right");
        var placed = looks.stream().anyMatch(PLACING::contains);
        paragraph.setAlignment(element.getTagName().equals("h1") || concluding || looks.stream().anyMatch(CENTRED::contains)
                ? ParagraphAlignment.CENTER : looks.contains("number") ? ParagraphAlignment.RIGHT
                : placed ? ParagraphAlignment.LEFT : ParagraphAlignment.BOTH);
        paragraph.setSpacingAfter(placed ? 0 : 6 * TWIPS_OF_A_POINT);
        // what concludes a paper stays with its signature
        paragraph.setKeepNext(HEADINGS.contains(element.getTagName()) || looks.contains("end"));
        var run = paragraph.createRun();
        run.setFontFamily(TYPEFACE);
        run.setFontSize(looks.contains("head") ? POINTS - 2 : POINTS);
        run.setBold(HEADINGS.contains(element.getTagName()) || element.getTagName().equals("th") || concluding
                || looks.stream().anyMatch(BOLD::contains));
        run.setUnderline(looks.contains("motto") ? UnderlinePatterns.SINGLE : UnderlinePatterns.NONE);
        run.setItalic(looks.contains("italic") || looks.contains("recipients"));
        run.setText(text(element));
    }
}
