package vn.phongtrao.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.procedure.Table;

/** One thing has one name, whether an officer reads it on a form, in a table of rules or on a page. */
class OneNameTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> procedures() {
        return BrokenFiles.sound().endingWith(".bpmn").keySet().stream().map(OneNameTest::folder).distinct();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void whatATableAsksForIsCalledAsOnTheFormThatAsksPeople(String procedure) {
        var asked = fields(procedure).filter(field -> field.has("key")).collect(Collectors.groupingBy(
                field -> field.get("key").asText(), Collectors.mapping(OneNameTest::label, Collectors.toSet())));

        assertThat(tables().filter(table -> folder(table.file()).equals(procedure))
                .flatMap(table -> table.inputs().stream())
                .filter(column -> !column.isDay() && asked.containsKey(column.name())))
                .allSatisfy(column -> assertThat(asked.get(column.name())).contains(column.label()));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void whatCanBeChosenIsCalledAsOnPagesAndPapers(String procedure) {
        var words = words(procedure);
        var kinds = words.keySet().stream().map(key -> key.replaceFirst("\\.[^.]*$", "")).collect(Collectors.toSet());

        assertThat(fields(procedure).filter(field -> field.has("values")).map(OneNameTest::options))
                .allSatisfy(options -> {
                    var said = kinds.stream().filter(kind -> options.keySet().stream().allMatch(value ->
                            words.containsKey(kind + "." + value))).map(kind -> named(options.keySet(), kind, words)).toList();
                    assertThat(said.isEmpty() || said.contains(options)).as("%s, elsewhere %s", options, said).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jurisdiction", "route", "deadline", "documents"})
    void tablesOfTheSameKindHaveTheSameHeads(String kind) {
        Map<String, Set<String>> heads = new TreeMap<>();
        tables().filter(table -> table.file().endsWith(kind + ".dmn"))
                .flatMap(table -> Stream.concat(table.inputs().stream(), table.outputs().stream()))
                // what a procedure calls its forms is its own
                .filter(column -> !column.name().equals("form"))
                .forEach(column -> heads.computeIfAbsent(column.name(), name -> new TreeSet<>()).add(column.label()));

        assertThat(heads).isNotEmpty().allSatisfy((name, labels) -> assertThat(labels).as(name).hasSize(1));
    }

    private static Stream<Table> tables() {
        return Table.all(BrokenFiles.sound());
    }

    private static String folder(String file) {
        return file.substring(0, file.indexOf('/'));
    }

    private static Stream<JsonNode> fields(String procedure) {
        return BrokenFiles.sound().endingWith(".form").entrySet().stream()
                .filter(form -> folder(form.getKey()).equals(procedure)).flatMap(form -> components(read(form.getValue())));
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(child -> Stream.concat(Stream.of(child), components(child)));
    }

    private static String label(JsonNode field) {
        return field.path(field.has("dateLabel") ? "dateLabel" : "label").asText();
    }

    /** Without until when they could be chosen. */
    private static Map<String, String> options(JsonNode field) {
        Map<String, String> options = new TreeMap<>();
        field.get("values").forEach(option -> options.put(option.get("value").asText(),
                option.get("label").asText().replaceFirst(" \\(đến ngày .*\\)$", "")));
        return options;
    }

    private static Map<String, String> named(Set<String> values, String kind, Map<String, String> words) {
        return values.stream().collect(Collectors.toMap(value -> value, value -> words.get(kind + "." + value)));
    }

    private static Map<String, String> words(String procedure) {
        var words = new Properties();
        try {
            words.load(new StringReader(BrokenFiles.sound().text(procedure + "/words.properties").orElse("")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty));
    }

    private static JsonNode read(byte[] form) {
        try {
            return JSON.readTree(form);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
