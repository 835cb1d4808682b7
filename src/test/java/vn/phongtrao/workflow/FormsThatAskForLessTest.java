package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import vn.phongtrao.FormsOnFile;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.Submitted;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.workflow.form.Form;

/**
 * Organisations may change forms. One that no longer requires a field is refused with that field where the procedure or
 * the model cannot do without it, and is no fault of the program.
 */
class FormsThatAskForLessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Fields FIELDS = new Fields(Validation.buildDefaultValidatorFactory().getValidator());

    /** @param path of the field, in a list the one of its first row */
    record Required(String form, Class<? extends Record> record, String path) {

        @Override
        public String toString() {
            return form + ": " + path;
        }
    }

    record Routed(String form, String field) {
    }

    static List<Required> required() {
        return contents().flatMap(content -> Stream.concat(
                required(startForm(content.process()), content.proposal()),
                content.tasks().stream().flatMap(form -> required(content, form)))).toList();
    }

    static List<Routed> routed() {
        return FormsOnFile.all().keySet().stream().flatMap(form -> inputs(components(form))
                .filter(input -> input.path("properties").path("route").asBoolean())
                .map(input -> new Routed(form, key(input)))).toList();
    }

    @ParameterizedTest
    @MethodSource("required")
    void aFieldTheProcedureNeedsIsNamedWhenItIsMissing(Required required) {
        var fields = sample(required.form());
        assertThat(catchThrowable(() -> FIELDS.as(required.record(), fields))).as("with all its fields").isNull();

        assertThat(catchThrowable(() -> FIELDS.as(required.record(), without(fields, required.path()))))
                .as("%s", required).isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
                    assertThat(refusal.field()).contains(required.path());
                });
    }

    @ParameterizedTest
    @MethodSource("routed")
    void aFieldTheModelReadsIsNamedWhenItIsMissing(Routed routed) throws IOException {
        var json = (ObjectNode) JSON.readTree(FormsOnFile.all().get(routed.form()));
        inputs(json.path("components")).forEach(input -> {
            ((ObjectNode) input).remove("validate");
            if (input.path("properties") instanceof ObjectNode properties) {
                properties.remove("requiredIf");
            }
        });
        var form = Form.read(new ByteArrayInputStream(JSON.writeValueAsBytes(json)));

        assertThat(catchThrowable(() -> form.accept(Map.of(), Map.of()))).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.field()).contains(routed.field()));
    }

    /** Those that a form always asks for; what it asks for in some cases only is for the procedure's own tests. */
    private static Stream<Required> required(DossierContent<?, ?> content, TaskForm<?> form) {
        return form.tasks().stream().map(task -> content.process() + "-" + task)
                .filter(FormsOnFile.all()::containsKey).flatMap(id -> required(id, form.fields()));
    }

    private static String startForm(String process) {
        try (var model = Files.newInputStream(Path.of("processes", process, process + ".bpmn"))) {
            return Bpmn.readModelFromStream(model).getModelElementsByType(StartEvent.class).stream()
                    .map(StartEvent::getCamundaFormRef).filter(Objects::nonNull).findFirst().orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Required> required(String form, Class<? extends Record> record) {
        var known = Arrays.stream(record.getRecordComponents()).map(component -> component.getName()).toList();
        return inputs(components(form)).filter(input -> known.contains(key(input))).flatMap(input -> Stream.concat(
                Stream.of(input).filter(FormsThatAskForLessTest::always).map(FormsThatAskForLessTest::key),
                inputs(input.path("components")).filter(FormsThatAskForLessTest::always)
                        .map(row -> key(input) + "[0]." + key(row)))).map(path -> new Required(form, record, path));
    }

    private static boolean always(JsonNode input) {
        var properties = input.path("properties");
        return !input.has("conditional") && !properties.path("keep").asBoolean()
                && (input.path("validate").path("required").asBoolean()
                || "true".equals(properties.path("requiredIf").asText()) || properties.path("minItems").asInt() > 0);
    }

    private static Map<String, Object> sample(String form) {
        return sample(components(form));
    }

    private static Map<String, Object> sample(JsonNode components) {
        Map<String, Object> fields = new LinkedHashMap<>();
        inputs(components).forEach(input -> fields.put(key(input), value(input)));
        return fields;
    }

    private static Object value(JsonNode input) {
        var first = input.path("values").path(0).path("value").asText("1");
        return switch (input.path("type").asText()) {
            case "number" -> 1L;
            case "checkbox" -> true;
            case "datetime" -> LocalDate.of(2024, 7, 1);
            case "checklist", "taglist" -> List.of(first);
            case "dynamiclist" -> List.of(sample(input.path("components")));
            case "textfield", "textarea" -> key(input).equals("id") ? "1" : "Mẫu 1";
            default -> first;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> without(Map<String, Object> fields, String path) {
        Map<String, Object> left = new HashMap<>(fields);
        var parts = path.split("\\[0]\\.");
        if (parts.length == 1) {
            left.remove(path);
        } else {
            left.put(parts[0], List.of(without(((List<Map<String, Object>>) fields.get(parts[0])).get(0), parts[1])));
        }
        return left;
    }

    private static JsonNode components(String form) {
        try {
            return JSON.readTree(Optional.ofNullable(FormsOnFile.all().get(form)).orElseThrow()).path("components");
        } catch (IOException broken) {
            throw new IllegalStateException(form, broken);
        }
    }

    /** The inputs of a form or of a row, those within groups included. */
    private static Stream<JsonNode> inputs(JsonNode components) {
        List<JsonNode> found = new ArrayList<>();
        StreamSupport.stream(components.spliterator(), false).forEach(component -> {
            if (component.path("type").asText().equals("group")) {
                inputs(component.path("components")).forEach(found::add);
            } else if (!key(component).isEmpty() && !component.path("disabled").asBoolean()
                    && !component.path("type").asText().equals("table")) {
                found.add(component);
            }
        });
        return found.stream();
    }

    private static String key(JsonNode input) {
        return input.path(input.path("type").asText().equals("dynamiclist") ? "path" : "key").asText();
    }

    /** The contents of all procedures, without what they ask of others; those that forms declare have no record. */
    private static Stream<DossierContent<?, ?>> contents() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(DossierContent.class));
        return scanner.findCandidateComponents("vn.phongtrao").stream()
                .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                .map(FormsThatAskForLessTest::content).filter(content -> content.proposal() != Submitted.class);
    }

    private static DossierContent<?, ?> content(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (DossierContent<?, ?>) constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(Mockito::mock).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }
}
