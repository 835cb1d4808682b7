package vn.phongtrao.procedure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A decision table as its file has it, cells as they are written in FEEL.
 *
 * @param key  as rules ask for it, for example {@code bonus}
 * @param name what people call it
 * @param about one or more sentences; may be empty
 */
public record DecisionTable(String key, String name, String about, List<Column> inputs, List<Column> outputs,
                            List<Row> rows) {

    /**
     * A column.
     *
     * @param name  what it asks for or answers: the input's expression, the output's name
     * @param label its heading
     * @param type  of the values, for example {@code string}; empty where none is told, as for days
     */
    public record Column(String name, String label, String type) {
    }

    /**
     * A row.
     *
     * @param note what the one who wrote it remarked; may be empty
     */
    public record Row(String id, String note, List<String> inputs, List<String> outputs) {
    }

    /** @throws IllegalArgumentException for a file that is no decision table */
    public static DecisionTable read(byte[] file) {
        var decision = child(document(file), "decision");
        var table = child(decision, "decisionTable");
        return new DecisionTable(decision.getAttribute("id"), decision.getAttribute("name"), text(decision, "description"),
                children(table, "input").map(input -> child(input, "inputExpression")).map(asked ->
                        new Column(text(asked, "text"), label(asked), asked.getAttribute("typeRef"))).toList(),
                children(table, "output").map(output -> new Column(output.getAttribute("name"),
                        output.getAttribute("label"), output.getAttribute("typeRef"))).toList(),
                children(table, "rule").map(rule -> new Row(rule.getAttribute("id"), text(rule, "description"),
                        cells(rule, "inputEntry"), cells(rule, "outputEntry"))).toList());
    }

    private static String label(Element asked) {
        return ((Element) asked.getParentNode()).getAttribute("label");
    }

    private static List<String> cells(Element rule, String kind) {
        return children(rule, kind).map(entry -> text(entry, "text")).toList();
    }

    private static String text(Element parent, String name) {
        return find(parent, name).map(element -> element.getTextContent().strip()).orElse("");
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
        return find(parent, name).orElseThrow(() ->
                new IllegalArgumentException("No %s in %s".formatted(name, parent.getAttribute("id"))));
    }

    private static Optional<Element> find(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    private static Stream<Element> children(Element parent, String name) {
        return Stream.iterate(parent.getFirstChild(), child -> child != null, Node::getNextSibling)
                .filter(Element.class::isInstance).map(Element.class::cast).filter(child -> name.equals(child.getLocalName()));
    }
}
