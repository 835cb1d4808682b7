package vn.phongtrao.procedure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the rows of a decision table say, whatever they are asked: read from its file, to check it as a whole. */
public final class TableFile {

    private TableFile() {
    }

    /**
     * A row.
     *
     * @param table key of the decision table
     * @param id    of the row
     * @param says  its outputs
     */
    public record Row<R extends Record>(String table, String id, R says) {
    }

    /**
     * The rows in their order.
     *
     * @param row the outputs, each a component of that name; outputs without one are left out
     * @throws IllegalArgumentException for a file that is no decision table, or whose cells are of another type
     */
    public static <R extends Record> List<Row<R>> rows(byte[] file, Class<R> row) {
        var decision = child(document(file), "decision");
        var columns = children(child(decision, "decisionTable"), "output").map(output -> output.getAttribute("name")).toList();
        return children(child(decision, "decisionTable"), "rule").map(rule -> new Row<>(decision.getAttribute("id"),
                rule.getAttribute("id"), Binding.bind(cells(rule, columns), row))).toList();
    }

    private static Map<String, String> cells(Element rule, List<String> columns) {
        var entries = children(rule, "outputEntry").map(entry -> literal(entry.getTextContent().strip())).toList();
        Map<String, String> cells = new HashMap<>();
        IntStream.range(0, Math.min(columns.size(), entries.size()))
                .forEach(index -> cells.put(columns.get(index), entries.get(index)));
        return cells;
    }

    /** Texts without their quotation marks; Jackson makes numbers and truth values of the rest. */
    private static String literal(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
    }

    private static Element document(byte[] file) {
        try {
            var parsers = DocumentBuilderFactory.newInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setNamespaceAware(true);
            return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(file)).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalArgumentException("Not a decision table", unreadable);
        }
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).findFirst().orElseThrow(() ->
                new IllegalArgumentException("No %s in %s".formatted(name, parent.getAttribute("id"))));
    }

    private static Stream<Element> children(Element parent, String name) {
        return Stream.iterate(parent.getFirstChild(), child -> child != null, Node::getNextSibling)
                .filter(Element.class::isInstance).map(Element.class::cast).filter(child -> name.equals(child.getLocalName()));
    }
}
