package vn.phongtrao.procedure;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.procedure.Table.Row;

/** Puts rows into the file of a decision table; all else of the file stays. */
final class TableRows {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String RULE = "rule";
    private static final String INDENT = "\n      ";

    private final Document document;
    private final Element parent;
    private final Table table;

    private TableRows(Document document, Table table) {
        this.document = document;
        this.parent = elements(document.getDocumentElement(), "decision")
                .flatMap(decision -> elements(decision, "decisionTable")).findFirst().orElseThrow();
        this.table = table;
    }

    /**
     * @param file  of the table
     * @param table what is in it
     * @return the file itself where its rows are these
     */
    static byte[] put(byte[] file, Table table, List<Row> rows) {
        if (table.rows().equals(rows)) {
            return file;
        }
        try {
            var document = Xml.parse(file);
            new TableRows(document, table).put(rows);
            return text(document).getBytes(StandardCharsets.UTF_8);
        } catch (SAXException | IOException | TransformerException impossible) {
            throw new IllegalStateException(table.file(), impossible);
        }
    }

    private void put(List<Row> rows) {
        Map<String, Element> known = new HashMap<>();
        elements(parent, RULE).toList().forEach(rule -> {
            known.put(rule.getAttribute("id"), rule);
            if (rule.getPreviousSibling() != null && rule.getPreviousSibling().getNodeType() == Node.TEXT_NODE) {
                parent.removeChild(rule.getPreviousSibling());
            }
            parent.removeChild(rule);
        });
        var end = parent.getLastChild() == null || parent.getLastChild().getNodeType() != Node.TEXT_NODE ? null
                : parent.getLastChild();
        rows.forEach(row -> {
            parent.insertBefore(document.createTextNode(INDENT), end);
            parent.insertBefore(filled(known.getOrDefault(row.id(), create(RULE, row.id())), row), end);
        });
    }

    private Element filled(Element rule, Row row) {
        describe(rule, row.note());
        fill(rule, "inputEntry", row.conditions(), table.inputs(), row.id() + "-input-");
        fill(rule, "outputEntry", row.results(), table.outputs(), row.id() + "-output-");
        return rule;
    }

    private void describe(Element rule, String note) {
        var found = elements(rule, "description").findFirst();
        if (found.isPresent() && note.isEmpty()) {
            rule.removeChild(found.get());
        } else if (!note.isEmpty()) {
            say(found.orElseGet(() ->
                    (Element) rule.insertBefore(create("description", ""), rule.getFirstChild())), note);
        }
    }

    private void fill(Element rule, String name, List<String> cells, List<Column> columns, String prefix) {
        var entries = elements(rule, name).toList();
        IntStream.range(0, cells.size()).forEach(at -> {
            var entry = at < entries.size() ? entries.get(at) : (Element) rule.appendChild(create(name,
                    prefix + columns.get(at).name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)));
            say(elements(entry, "text").findFirst().orElseGet(() -> (Element) entry.appendChild(create("text", ""))),
                    cells.get(at));
        });
    }

    private static void say(Element element, String text) {
        if (!element.getTextContent().strip().equals(text)) {
            element.setTextContent(text);
        }
    }

    private Element create(String name, String id) {
        var prefix = parent.getPrefix();
        var element = document.createElementNS(parent.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
        if (!id.isEmpty()) {
            element.setAttribute("id", id);
        }
        return element;
    }

    private static Stream<Element> elements(Element in, String name) {
        var children = in.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item).filter(Element.class::isInstance)
                .map(Element.class::cast).filter(child -> name.equals(child.getLocalName()));
    }

    private static String text(Document document) throws TransformerException {
        var factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return HEAD + text + "\n";
    }
}
