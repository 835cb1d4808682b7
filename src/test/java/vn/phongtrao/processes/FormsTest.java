package vn.phongtrao.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.phongtrao.ForeignWords;
import vn.phongtrao.FormsOnFile;

/** Keeps the forms readable for officers, bounded for the server and within what Tasklist can show. */
class FormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Set<String> SHOWN = Set.of("text", "table", "group", "separator");
    private static final Set<String> PROPERTIES = Set.of("route", "keep", "suggest", "requiredIf", "minItems",
            "maxItems");

    static Set<String> forms() {
        return FormsOnFile.all().keySet();
    }

    static List<Path> files() {
        return Artefacts.endingWith(".form");
    }

    /** Modeler wants the ids of a form and of its components to differ, so those of parts begin with their folders. */
    @ParameterizedTest
    @MethodSource("files")
    void fileIsNamedAfterItsForm(Path file) {
        var folders = file.getNameCount() > 3 ? "%s-%s-".formatted(file.getName(1), file.getName(2)) : "";
        assertThat(read(file).path("id").asText()).isEqualTo(folders + Artefacts.stem(file))
                .matches(Artefacts.KEBAB_CASE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void idsInAFileAreUnique(Path file) {
        var form = read(file);
        assertThat(Stream.concat(Stream.of(form), descendants(form))).hasSizeGreaterThan(1)
                .extracting(node -> node.path("id").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsOneThatModelerAndThisTasklistCanShow(Path file) {
        assertThat(read(file).path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(read(file).path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(read(file).path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formHasTheIdThatModelsCallItBy(String form) {
        assertThat(read(form).path("id").asText()).isEqualTo(form);
        assertThat(read(form).path("schemaVersion").asInt()).isEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void componentIdsAreUniqueAndKebabCase(String form) {
        assertThat(components(form)).extracting(component -> component.path("id").asText())
                .allSatisfy(id -> assertThat(id).matches(Artefacts.KEBAB_CASE)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fieldNamesAreUnique(String form) {
        assertUniqueNames(read(form));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldHasAVietnameseLabel(String form) {
        assertThat(inputs(form)).isNotEmpty().allSatisfy(field -> assertThat(
                field.path(is(field, "datetime") ? "dateLabel" : "label").asText())
                .as(name(field)).matches(Artefacts.VIETNAMESE));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextIsVietnamese(String form) {
        assertThat(components(form)).flatExtracting(FormsTest::texts).isNotEmpty().allSatisfy(text ->
                assertThat(ForeignWords.in(((String) text).replaceAll("\\{\\{.*?}}", " "))).as((String) text).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void textIsComposedUnicode(Path file) {
        assertThat(Normalizer.isNormalized(Artefacts.text(file), Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextHasAGreatestLength(String form) {
        assertThat(inputs(form)).filteredOn(field -> is(field, "textfield", "textarea")).isNotEmpty()
                .allSatisfy(field -> assertThat(field.at("/validate/maxLength").asInt()).as(name(field)).isPositive());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyNumberHasARange(String form) {
        assertThat(inputs(form)).filteredOn(field -> is(field, "number")).allSatisfy(field ->
                assertThat(field.path("validate").has("min") && field.path("validate").has("max"))
                        .as(name(field)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyListHasAGreatestLengthAndShowsAllItsRows(String form) {
        assertThat(inputs(form)).filteredOn(field -> is(field, "dynamiclist")).allSatisfy(list -> {
            assertThat(list.at("/properties/maxItems").asInt()).isPositive();
            assertThat(list.path("disableCollapse").asBoolean()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyChoiceHasOptions(String form) {
        assertThat(inputs(form)).filteredOn(field -> is(field, "select", "radio", "checklist", "taglist"))
                .allSatisfy(field -> assertThat(field.path("values").size() > 0 ^ field.has("valuesExpression"))
                        .as(name(field)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void processLearnsTheOutcomeAndNothingElse(String form) {
        assertThat(inputs(form)).filteredOn(field -> field.at("/properties/route").asBoolean())
                .extracting(FormsTest::name).isSubsetOf("outcome");
        assertThat(inputs(form)).filteredOn(field -> name(field).equals("outcome"))
                .allSatisfy(field -> assertThat(field.at("/properties/route").asBoolean()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void customPropertiesAreThoseTheServerKnows(String form) {
        assertThat(components(form)).flatExtracting(component -> fieldNames(component.path("properties")))
                .isSubsetOf(PROPERTIES);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void expressionsAreFeel(String form) {
        assertThat(components(form)).flatExtracting(component -> Stream.of(component.at("/conditional/hide"),
                component.path("valuesExpression"), component.path("dataSource"),
                component.at("/properties/requiredIf")).filter(JsonNode::isTextual).map(JsonNode::asText).toList())
                .allSatisfy(text -> assertThat(FEEL.parseExpression(text.replaceFirst("^=", "")).isSuccess())
                        .as(text).isTrue());
    }

    @Test
    void everyFormIsUsed() {
        var used = ModelsTest.models().stream().flatMap(model -> ModelsTest.formsOf(model).stream())
                .collect(Collectors.toSet());
        assertThat(forms()).isEqualTo(used);
    }

    @Test
    void everyPartIsUsed() {
        var used = files().stream().flatMap(file -> descendants(read(file))
                .map(component -> component.at("/properties/part").asText()).flatMap(part -> paths(part, file)))
                .collect(Collectors.toSet());
        assertThat(files()).filteredOn(file -> file.getParent().endsWith("parts")).isNotEmpty().isSubsetOf(used);
    }

    /** What a file means by the name of a part: a frame means the parts of every procedure. */
    private static Stream<Path> paths(String part, Path file) {
        var processes = Path.of("processes");
        return part.contains("/") ? Stream.of(processes.resolve(part + ".form"))
                : (file.getParent().endsWith("frames") ? files().stream() : Stream.of(file)).map(other ->
                        processes.resolve(other.getName(1)).resolve("parts").resolve(part + ".form"));
    }

    /** Names are unique among the fields of a form, groups included, and among those of a row. */
    private static void assertUniqueNames(JsonNode parent) {
        var level = level(parent).toList();
        assertThat(level).extracting(FormsTest::name).doesNotHaveDuplicates();
        level.stream().filter(field -> is(field, "dynamiclist")).forEach(FormsTest::assertUniqueNames);
    }

    private static Stream<JsonNode> level(JsonNode parent) {
        return children(parent).flatMap(child -> is(child, "group") ? level(child) : Stream.of(child))
                .filter(child -> !SHOWN.contains(child.path("type").asText()));
    }

    /** What officers read of a component. */
    private static List<String> texts(JsonNode component) {
        var own = Stream.of("label", "dateLabel", "description", "text").map(component::path);
        var options = Stream.of("values", "columns").flatMap(list -> StreamSupport.stream(
                component.path(list).spliterator(), false)).map(option -> option.path("label"));
        return Stream.concat(own, options).map(JsonNode::asText).toList();
    }

    private static List<JsonNode> inputs(String form) {
        return components(form).stream().filter(field -> !SHOWN.contains(field.path("type").asText())).toList();
    }

    private static List<JsonNode> components(String form) {
        return descendants(read(form)).toList();
    }

    private static Stream<JsonNode> descendants(JsonNode parent) {
        return children(parent).flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    private static Stream<JsonNode> children(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false);
    }

    private static String name(JsonNode field) {
        return field.path(is(field, "dynamiclist") ? "path" : "key").asText();
    }

    private static boolean is(JsonNode component, String... types) {
        return List.of(types).contains(component.path("type").asText());
    }

    private static Set<String> fieldNames(JsonNode node) {
        var names = new HashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String form) {
        return parse(form, new String(FormsOnFile.all().get(form), UTF_8));
    }

    private static JsonNode read(Path file) {
        return parse(file.toString(), Artefacts.text(file));
    }

    private static JsonNode parse(String name, String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(name, broken);
        }
    }
}
