package vn.phongtrao.procedure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

import vn.phongtrao.edition.FileTree;

/**
 * A decision table as it is written, without knowing the engine.
 *
 * @param file      as it lies in {@code processes/}
 * @param key       id of the decision, by which rules ask for it, for example {@code bonus}
 * @param name      what people call it
 * @param about     one or more sentences; may be empty
 * @param hitPolicy for example {@code UNIQUE}
 */
public record Table(String file, String key, String name, String about, String hitPolicy, List<Column> inputs,
                    List<Column> outputs, List<Row> rows) {

    /** The output that says on which paragraph a row rests. */
    public static final String BASIS = "legalBasis";

    private static final String ENDING = ".dmn";

    /**
     * A column.
     *
     * @param name  of an input what it asks for, of an output what the program calls it
     * @param label what people read above it
     * @param type  of its values, for example {@code string}; empty where none is told, as for days
     */
    public record Column(String name, String label, String type) {

        /** Whether it says on which days a row holds. */
        public boolean isDay() {
            return Days.NAMES.contains(name);
        }

        /** Whether its values are whole numbers. */
        public boolean isWhole() {
            return Set.of("integer", "long").contains(type);
        }

        public boolean isNumber() {
            return isWhole() || Set.of("double", "number").contains(type);
        }

        public boolean isTruth() {
            return type.equals("boolean");
        }

        public boolean isText() {
            return type.equals("string");
        }
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

        /** Whether the other says the same, wherever it stands. */
        public boolean same(Row other) {
            return other != null && note.equals(other.note) && conditions.equals(other.conditions)
                    && results.equals(other.results);
        }
    }

    /** A value that a cell names, where it is. */
    public record Value(Row row, String text) {
    }

    /** The tables among the files that can be read; a file without one, or one that is broken, is left out. */
    public static Stream<Table> all(FileTree files) {
        return files.endingWith(ENDING).keySet().stream().flatMap(path -> find(files, path).stream());
    }

    /** The path of the table of that key, which lies in a file of that name. */
    public static Optional<String> path(FileTree files, String key) {
        return files.endingWith("/" + key + ENDING).keySet().stream().findFirst();
    }

    /**
     * @param path of a file, for example {@code commendation/bonus.dmn}
     * @return empty for a file that is not there, has no table or is broken
     */
    public static Optional<Table> find(FileTree files, String path) {
        return files.find(path).filter(file -> path.endsWith(ENDING)).flatMap(file -> {
            try {
                return of(path, Xml.parse(file));
            } catch (SAXException | IOException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** The folder that it lies in: a procedure's key, or {@code review}. */
    public String folder() {
        return file.substring(0, Math.max(file.indexOf('/'), 0));
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
        var inputs = children(table, "input").map(input -> new Column(text(input, "inputExpression"),
                input.getAttribute("label"), type(input))).toList();
        var outputs = children(table, "output").map(output -> new Column(output.getAttribute("name"),
                output.getAttribute("label"), output.getAttribute("typeRef"))).toList();
        List<Row> rows = new ArrayList<>();
        children(table, "rule").forEach(rule -> rows.add(new Row(rows.size() + 1, rule.getAttribute("id"),
                content(rule, "description"),
                cells(rule, "inputEntry", inputs.size()), cells(rule, "outputEntry", outputs.size()))));
        return new Table(file, decision.getAttribute("id"), decision.getAttribute("name"),
                content(decision, "description"), table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy")
                : "UNIQUE", inputs, outputs, List.copyOf(rows));
    }

    /** As many as there are columns. */
    private static List<String> cells(Element rule, String name, int columns) {
        var cells = children(rule, name).map(cell -> content(cell, "text")).toList();
        return IntStream.range(0, columns).mapToObj(i -> i < cells.size() ? cells.get(i) : "").toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).findFirst().map(child -> content(child, "text")).orElse("");
    }

    private static String type(Element input) {
        return children(input, "inputExpression").findFirst().map(asked -> asked.getAttribute("typeRef")).orElse("");
    }

    private static String content(Element parent, String name) {
        return children(parent, name).findFirst().map(Node::getTextContent).orElse("").strip();
    }

    private static Stream<Element> children(Element parent, String name) {
        var children = parent.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item).filter(Element.class::isInstance)
                .map(Element.class::cast).filter(child -> name.equals(child.getLocalName()));
    }
}
