package vn.phongtrao.procedure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A decision table as it is written, without knowing the engine.
 *
 * @param file      as it lies in {@code processes/}
 * @param key       id of the decision
 * @param name      what it is called
 * @param hitPolicy for example {@code UNIQUE}
 */
public record Table(String file, String key, String name, String hitPolicy, List<Column> inputs, List<Column> outputs,
                    List<Row> rows) {

    /**
     * A column.
     *
     * @param name  of an input what it asks for, of an output what the program calls it
     * @param label what people read above it
     */
    public record Column(String id, String name, String label) {
    }

    /**
     * A row.
     *
     * @param number     from 1, as Camunda Modeler counts
     * @param note       its annotation; empty without
     * @param conditions text of the cells for the inputs, empty for any
     * @param results    text of the cells for the outputs
     */
    public record Row(int number, String id, String note, List<String> conditions, List<String> results) {

        /** Where a finding is: {@code dòng 3 (bonus-rule-3)}. */
        public String place() {
            return "dòng %d (%s)".formatted(number, id);
        }
    }

    /** A value that a cell names, where it is. */
    public record Value(Row row, String text) {
    }

    /** The tables among the files that can be read; a file without one, or one that is broken, is left out. */
    public static Stream<Table> all(ProcedureFiles files) {
        return files.endingWith(".dmn").entrySet().stream().flatMap(file -> find(file).stream());
    }

    private static Optional<Table> find(Map.Entry<String, byte[]> file) {
        try {
            return of(file.getKey(), Xml.parse(file.getValue()));
        } catch (SAXException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The column of that name among the outputs. */
    public Optional<Integer> output(String name) {
        return index(outputs, name);
    }

    /** The column that asks for this. */
    public Optional<Integer> input(String name) {
        return index(inputs, name);
    }

    private static Optional<Integer> index(List<Column> columns, String name) {
        return IntStream.range(0, columns.size()).filter(i -> columns.get(i).name().equals(name)).boxed().findFirst();
    }

    /** The texts that the cells of an output name, those separated by commas apart; empty ones are left out. */
    public List<Value> results(String name) {
        return output(name).stream().flatMap(column -> rows.stream().flatMap(row ->
                Stream.of(text(row.results().get(column)).split(",")).map(text -> new Value(row, text.strip()))))
                .filter(value -> !value.text().isEmpty()).toList();
    }

    /** The text of an output in a row, without its quotation marks; empty where there is no such column. */
    public String result(String name, Row row) {
        return output(name).map(column -> text(row.results().get(column))).orElse("");
    }

    /** The texts that the cells of an input name. */
    public List<Value> conditions(String name) {
        return input(name).stream().flatMap(column -> rows.stream().flatMap(row -> Condition.texts(
                row.conditions().get(column)).stream().map(text -> new Value(row, text)))).toList();
    }

    private static String text(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"") ? cell.substring(1, cell.length() - 1)
                : cell;
    }

    private static Optional<Table> of(String file, Document document) {
        return children(document.getDocumentElement(), "decision").flatMap(decision ->
                children(decision, "decisionTable").map(table -> of(file, decision, table))).findFirst();
    }

    private static Table of(String file, Element decision, Element table) {
        var inputs = children(table, "input").map(input -> new Column(input.getAttribute("id"),
                children(input, "inputExpression").map(Table::content).findFirst().orElse(""),
                input.getAttribute("label"))).toList();
        var outputs = children(table, "output").map(output -> new Column(output.getAttribute("id"),
                output.getAttribute("name"), output.getAttribute("label"))).toList();
        List<Row> rows = new ArrayList<>();
        children(table, "rule").forEach(rule -> rows.add(new Row(rows.size() + 1, rule.getAttribute("id"),
                children(rule, "description").map(Node::getTextContent).findFirst().orElse("").strip(),
                cells(rule, "inputEntry", inputs.size()), cells(rule, "outputEntry", outputs.size()))));
        return new Table(file, decision.getAttribute("id"), decision.getAttribute("name"),
                table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE", inputs, outputs,
                List.copyOf(rows));
    }

    /** As many as there are columns. */
    private static List<String> cells(Element rule, String name, int columns) {
        var cells = children(rule, name).map(Table::content).toList();
        return IntStream.range(0, columns).mapToObj(i -> i < cells.size() ? cells.get(i) : "").toList();
    }

    private static String content(Element parent) {
        return children(parent, "text").map(Node::getTextContent).findFirst().orElse("").strip();
    }

    private static Stream<Element> children(Element parent, String name) {
        var children = parent.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item).filter(Element.class::isInstance)
                .map(Element.class::cast).filter(child -> name.equals(child.getLocalName()));
    }
}
