package vn.phongtrao.workflow.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Submitted;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;

/**
 * A deployed {@code .form}, and the contract it makes with whoever submits it. Beside what form-js knows (required,
 * length, pattern, range, options, conditions, rows) the custom properties {@code route}, {@code keep},
 * {@code suggest}, {@code requiredIf}, {@code minItems} and {@code maxItems} are part of the contract.
 */
public final class Form {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an expression says without asking for a value: {@code this} is a row itself, {@code count} a function. */
    private static final Set<String> WORDS = Set.of("this", "and", "or", "not", "null", "true", "false", "count");

    /** What an officer says of a step. */
    private static final String COMMENT = "comment";
    /** What an officer concludes. */
    private static final String OUTCOME = "outcome";

    private final List<Field> fields;
    private final boolean asksForContent;
    /** Fields of which a value, where one is sent, is judged by what the dossier has. */
    private final Set<String> chosenFromContent;

    private Form(List<Field> fields) {
        this.fields = fields;
        var own = with(WORDS, fields);
        this.asksForContent = fields.stream()
                .anyMatch(field -> asks(field, own, Form::always));
        this.chosenFromContent = fields.stream()
                .filter(field -> asks(field, own, Form::whereSent)).map(Field::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Conditions that are asked even where nothing is sent: whether something optional is hidden is not. */
    private static Stream<Feel> always(Field field) {
        return field.required() || field.route() || field.requiredIf() != null
                ? Stream.of(field.requiredIf(), field.hide()) : Stream.empty();
    }

    private static Stream<Feel> whereSent(Field field) {
        return Stream.of(field.optionsOf(), field.hide());
    }

    /**
     * Whether an expression of a field, or of its rows, names something else than the fields beside it and those around
     * its list.
     */
    private static boolean asks(Field field, Set<String> around, Function<Field, Stream<Feel>> expressions) {
        return expressions.apply(field).anyMatch(expression -> expression != null
                && !around.containsAll(expression.names()))
                || field.fields().stream().anyMatch(row -> asks(row, with(around, field.fields()), expressions));
    }

    private static Set<String> with(Set<String> around, List<Field> fields) {
        Set<String> own = new HashSet<>(around);
        fields.forEach(field -> own.add(field.key()));
        return own;
    }

    /** Reads the JSON of a form and closes the stream. */
    public static Form read(InputStream json) {
        try (json) {
            return new Form(Field.of(JSON.readTree(json).path("components")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Checks a submission and gives its values typed: text as {@code PlainText} keeps it, {@code LocalDate},
     * {@code Long}, {@code BigDecimal}, {@code Boolean}, lists of text and lists of rows. Absent values are left out.
     *
     * @param submitted plain Java values as JSON gives them
     * @param content   what the form was shown with, for options that come from the dossier
     * @throws Refusal malformed, with the path of each field that is not as the form declares it, in the form's order
     */
    public Map<String, Object> accept(Map<String, ?> submitted, Map<String, ?> content) {
        var refused = new Refusals();
        var accepted = accept(fields, submitted, content, "", refused);
        refused.throwAny();
        return accepted;
    }

    /** The same, for content that is read only where a condition of the form, or an option that is chosen, asks for it. */
    public Map<String, Object> accept(Map<String, ?> submitted, Supplier<Map<String, Object>> content) {
        return accept(submitted, needed(submitted.keySet(), content));
    }

    /** Values that were accepted, by field; what the form says of them is worked out where it is asked for. */
    public record Answered(Map<String, Object> fields, Supplier<Submitted> declared) {

        public Submitted submitted() {
            return declared.get();
        }
    }

    /**
     * What was accepted, with what the form says of it; a field that was sent without a value is answered with none.
     *
     * @param fields  as {@link #accept} gave them
     * @param sent    the keys that were sent
     * @param content what the form was shown with
     */
    public Answered answered(Map<String, Object> fields, Set<String> sent, Supplier<Map<String, Object>> content) {
        return new Answered(fields, () -> submitted(fields, sent, needed(sent, content)));
    }

    private Map<String, Object> needed(Set<String> sent, Supplier<Map<String, Object>> content) {
        return asksForContent || sent.stream().anyMatch(chosenFromContent::contains) ? content.get() : Map.of();
    }

    private Submitted submitted(Map<String, Object> values, Set<String> sent, Map<String, Object> content) {
        Map<String, Object> scope = new HashMap<>(content);
        scope.putAll(values);
        return new Submitted(content().filter(field -> sent.contains(field.key()))
                .map(field -> new Submitted.Answer(field.declared(Values.labels(field, scope)),
                        values.get(field.key()))).toList());
    }

    /** Fields that belong to a dossier's content: neither what routes the process nor the comment on a step. */
    private Stream<Field> content() {
        return fields.stream().filter(field -> !field.route() && !field.key().equals(COMMENT));
    }

    /** What it asks for that is a dossier's content. */
    public List<FormField> declared() {
        return content().map(Field::declared).toList();
    }

    /** Whether an officer who agrees need say nothing more. */
    public boolean answeredByAgreement() {
        if (asksForContent || !routed().equals(Set.of(OUTCOME))) {
            return false;
        }
        try {
            accept(Map.of(OUTCOME, Outcome.APPROVE.id()), Map.of());
            return true;
        } catch (Refusal asksForMore) {
            return false;
        }
    }

    /** Names of the fields whose values are passed to the process. */
    public Set<String> routed() {
        return fields.stream().filter(Field::route).map(Field::key).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What another form of this kind may begin with: of a content what is not of its dossier alone. Days, what is
     * marked so ({@code once}), ids, citizen numbers (which are masked, and typed again by whoever has the papers before
     * him), and what the form would not take are left out.
     *
     * @param shown the content as plain Java values
     */
    public Map<String, Object> repeatable(Map<String, ?> shown) {
        return repeatable(fields, shown);
    }

    private static Map<String, Object> repeatable(List<Field> fields, Map<String, ?> shown) {
        Map<String, Object> repeated = new LinkedHashMap<>();
        fields.stream().filter(field -> !field.once() && !field.readonly() && shown.get(field.key()) != null)
                .forEach(field -> repeated(field, shown.get(field.key()), shown)
                        .ifPresent(value -> repeated.put(field.key(), value)));
        return repeated;
    }

    @SuppressWarnings("unchecked")
    private static Optional<Object> repeated(Field field, Object value, Map<String, ?> shown) {
        if (field.type().equals("datetime") || value instanceof String text && CitizenNumbers.isMasked(text)) {
            return Optional.empty();
        }
        if (field.type().equals("dynamiclist")) {
            return value instanceof List<?> rows ? Optional.of(rows.stream()
                    .map(row -> repeatable(field.fields(), (Map<String, ?>) row)).toList()) : Optional.empty();
        }
        return new Refusals().unless(() -> typed(field, value, scope(List.of(), shown, Map.of()), "", new Refusals()));
    }

    List<Field> fields() {
        return fields;
    }

    /** Checks fields, or those of a row. @param path of them, with what divides it from their keys */
    static Map<String, Object> accept(List<Field> fields, Map<String, ?> submitted, Map<String, ?> content,
                                              String path, Refusals refused) {
        var known = fields.stream().map(Field::key).collect(Collectors.toSet());
        submitted.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> refused.gather(() -> {
            throw Refusal.malformed(path + Values.shorten(key), "Biểu mẫu không có trường này");
        }));
        var scope = scope(fields, submitted, content);
        Map<String, Object> accepted = new LinkedHashMap<>();
        for (var field : fields) {
            refused.unless(() -> value(field, submitted.get(field.key()), scope, path + field.key(), refused))
                    .ifPresent(value -> accepted.put(field.key(), value));
        }
        return accepted;
    }

    /** What conditions of fields, or of the fields of a row, can name. */
    static Map<String, Object> scope(List<Field> fields, Map<String, ?> submitted, Map<String, ?> content) {
        Map<String, Object> scope = new HashMap<>(content);
        fields.forEach(field -> scope.put(field.key(), null));
        submitted.forEach((key, value) -> scope.put(key, Values.blank(value) ? null : value));
        scope.put("this", submitted); // as form-js calls the row that a condition belongs to
        return scope;
    }

    private static Object value(Field field, Object submitted, Map<String, Object> scope, String path,
                                Refusals refused) {
        var value = submitted == null ? null : typed(field, submitted, scope, path, refused);
        if (value != null && isTrue(field.hide(), scope)) {
            throw Refusal.malformed(path, field.label() + ": không áp dụng trong trường hợp này");
        }
        if (value == null && required(field, submitted, scope) && !isTrue(field.hide(), scope)) {
            throw Refusal.malformed(path, field.label() + ": " + Needed.REQUIRED);
        }
        return value;
    }

    private static boolean required(Field field, Object submitted, Map<String, Object> scope) {
        return field.route() || field.required() && !(field.keep() && submitted == null) || isTrue(field.requiredIf(), scope);
    }

    private static boolean isTrue(Feel condition, Map<String, Object> scope) {
        return condition != null && condition.isTrue(scope);
    }

    private static Object typed(Field field, Object submitted, Map<String, Object> scope, String path,
                                Refusals refused) {
        return switch (field.type()) {
            case "textfield", "textarea" -> Values.text(field, submitted, path);
            case "number" -> Values.number(field, submitted, path);
            case "checkbox" -> Values.bool(field, submitted, path);
            case "datetime" -> Values.date(field, submitted, path);
            case "select", "radio" -> Values.option(field, submitted, scope, path);
            case "checklist", "taglist" -> Values.options(field, submitted, scope, path);
            case "dynamiclist" -> rows(field, submitted, scope, path, refused);
            default -> throw new IllegalStateException("No such input: " + field.type());
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Field field, Object submitted, Map<String, Object> scope,
                                                  String path, Refusals refused) {
        var list = Values.list(field, submitted, path);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            var rowPath = "%s[%d]".formatted(path, i);
            if (!(list.get(i) instanceof Map)) {
                throw Refusal.malformed(rowPath, field.label() + ": mỗi dòng phải là một đối tượng");
            }
            rows.add(accept(field.fields(), (Map<String, Object>) list.get(i), scope, rowPath + ".", refused));
        }
        return rows;
    }
}
