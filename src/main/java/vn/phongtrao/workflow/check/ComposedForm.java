package vn.phongtrao.workflow.check;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.Declared;
import vn.phongtrao.workflow.form.ComposedForms.Source;

/** What is wrong with a form as it is deployed: its fields together, and against what the program knows. */
class ComposedForm {

    /** What every task form is filled with. */
    private static final Set<String> GIVEN = Set.of("dossierNumber", "dossierTitle", "unitName", "steps",
            "issuesDecision", "this");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{(.*?)}}");
    private static final Set<String> OUTCOMES = Arrays.stream(Outcome.values()).map(Outcome::id)
            .collect(Collectors.toUnmodifiableSet());

    private final String id;
    private final Source source;
    private final JsonNode form;
    private final Declared declared;
    private final List<Finding> findings;

    ComposedForm(String id, Source source, JsonNode form, Declared declared, List<Finding> findings) {
        this.id = id;
        this.source = source;
        this.form = form;
        this.declared = declared;
        this.findings = findings;
    }

    private void add(JsonNode component, String problem, String advice) {
        findings.add(new Finding(source.path(), "biểu mẫu %s, %s".formatted(id, FormFile.place(component)), problem,
                advice));
    }

    void find() {
        unique(form);
        Set<String> ids = new HashSet<>();
        FormFile.components(form).filter(component -> !ids.add(component.path("id").asText())).forEach(component ->
                add(component, "Hai ô cùng mã \"%s\"".formatted(component.path("id").asText()), "Sửa ID của một ô"));
        outcomes();
        names();
    }

    /** Keys are unique among the fields of a form, groups included, and among those of a row. */
    private void unique(JsonNode parent) {
        Set<String> keys = new HashSet<>();
        level(parent).forEach(field -> {
            if (!keys.add(FormFile.key(field))) {
                add(field, "Hai ô nhập cùng mã \"%s\"".formatted(FormFile.key(field)), "Sửa Key của một ô");
            }
            if (field.path("type").asText().equals("dynamiclist")) {
                unique(field);
            }
        });
    }

    private static Stream<JsonNode> level(JsonNode parent) {
        return FormFile.children(parent).flatMap(child -> child.path("type").asText().equals("group") ? level(child)
                : Stream.of(child)).filter(FormFile::isInput);
    }

    private void outcomes() {
        level(form).filter(field -> FormFile.key(field).equals("outcome")).forEach(field ->
                StreamSupport.stream(field.path("values").spliterator(), false)
                        .map(value -> value.path("value").asText())
                        .filter(value -> !OUTCOMES.contains(value)).forEach(value -> add(field,
                                "Kết quả \"%s\" không có".formatted(value), "Dùng: approve, return, reject")));
    }

    /**
     * Compares it with what the program makes of it: what it would not read, needs, or reads as something else.
     *
     * @param fields what it asks for beside outcome and comment
     */
    void compare(List<FormField> fields) {
        var records = declared.fieldsOf(id);
        if (!records.isEmpty() || !declared.filling(source.procedure()).isEmpty()) {
            FieldRecords.compare(records, fields, level(form)
                            .filter(field -> !field.path("disabled").asBoolean()).map(FormFile::key)
                            .collect(Collectors.toSet()),
                    (field, problem, advice) -> findings.add(new Finding(source.path(),
                            "biểu mẫu %s, ô %s".formatted(id, field), problem, advice)));
        }
    }

    private static Set<String> components(List<Class<?>> records) {
        return records.stream().flatMap(record -> Arrays.stream(record.getRecordComponents()))
                .map(RecordComponent::getName).collect(Collectors.toSet());
    }

    /** What conditions, options and texts ask of the dossier that it does not show. */
    private void names() {
        var shown = declared.filling(source.procedure());
        if (!shown.isEmpty()) {
            var known = components(shown);
            known.addAll(GIVEN);
            FormFile.components(form).filter(FormFile::isInput).map(FormFile::key).forEach(known::add);
            FormFile.components(form).forEach(component -> expressions(component)
                    .forEach(text -> ask(component, text, known)));
        }
    }

    private static Stream<String> expressions(JsonNode component) {
        return Stream.concat(Stream.of(component.at("/conditional/hide"), component.path("valuesExpression"),
                component.path("dataSource"), component.at("/properties/requiredIf")).filter(JsonNode::isTextual)
                .map(JsonNode::asText),
                SHOWN.matcher(component.path("text").asText()).results().map((MatchResult found) -> found.group(1)));
    }

    private void ask(JsonNode component, String text, Set<String> known) {
        var parsed = FeelTexts.expression(text);
        if (parsed.isEmpty()) {
            add(component, "Biểu thức \"%s\" sai cú pháp FEEL".formatted(text), "Sửa lại biểu thức");
            return;
        }
        FeelTexts.names(parsed.get()).stream().filter(name -> !known.contains(name)).sorted()
                .forEach(name -> add(component, "Biểu mẫu hỏi \"%s\" mà hồ sơ của quy trình này không có"
                        .formatted(name), "Sửa tên; hồ sơ có: " + known.stream().sorted()
                        .collect(Collectors.joining(", "))));
    }
}
