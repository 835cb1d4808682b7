package vn.phongtrao.plain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.FormFields.Asking;
import vn.phongtrao.text.Wording;

/** What the files of a procedure say of it: the properties of its model, and the fields of its forms. */
record Declaration(Asking asking, List<FormField> fields) {

    /** As words of a model's properties name a field: {@code Kế hoạch năm {year}}. No language, only names. */
    static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");
    /** Fields that a list can show, filter and sort by are named so; SQL and templates see no other. */
    static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    static final Pattern PREFIX = Pattern.compile("[A-Z]{2,4}");

    /** What every list says; a form that records what a higher authority decided asks for some of it. */
    static final Set<String> LISTED = Set.of("dossierNumber", "unitPath", "title", "decisionId", "decisionNumber",
            "signedOn");

    private static final int LONGEST_TITLE = 300;
    private static final String NOTHING = "…";

    String process() {
        return asking.process();
    }

    /** The first form says what a field is; personal is what any of them calls so. */
    static Declaration of(Asking asking) {
        Map<String, FormField> fields = new LinkedHashMap<>();
        asking.fields().forEach(field -> fields.merge(field.key(), field, (first, other) ->
                other.personal() ? first.asPersonal() : first));
        return new Declaration(asking, List.copyOf(fields.values()));
    }

    /** What lists may say: nothing of a person, one value each. */
    List<FormField> listed() {
        return fields().stream().filter(field -> !field.anythingPersonal() && field.kind() != FormField.Kind.ROWS
                && NAME.matcher(field.key()).matches() && !LISTED.contains(field.key())).toList();
    }

    /** Property {@code prefix} of dossier numbers; else the initials of the key. */
    String prefix() {
        return property("prefix").filter(text -> PREFIX.matcher(text).matches()).orElseGet(() ->
                Arrays.stream((process() + "-x").split("-")).limit(4).map(word -> word.substring(0, 1))
                        .collect(Collectors.joining()).toUpperCase(Wording.VIETNAMESE));
    }

    /** Property {@code title} of dossiers; else what the procedure is called. */
    String title(Content content) {
        var title = filled(property("title").orElse(asking.name()), content);
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + NOTHING;
    }

    /** Property {@code subject}: what a decision is about, as it follows its number: {@code Về việc …}. */
    String subject(Content content) {
        return filled(property("subject").orElseGet(() -> "Về việc " + within()), content);
    }

    /** Property {@code request}: what a submission asks for, as it follows "Về việc". */
    String request(Content content) {
        return filled(property("request").orElseGet(() -> "đề nghị " + within()), content);
    }

    /** Property {@code concerned}: who carries out a decision beside the authority's own. */
    String concerned() {
        return property("concerned").orElse("các cơ quan, đơn vị, cá nhân có liên quan");
    }

    /** Property {@code articles}: how many articles the template of the decision has. */
    int articles() {
        return property("articles").filter(text -> text.matches("[1-9]")).map(Integer::valueOf).orElse(1);
    }

    /** Property {@code unique}: fields by which a unit has one decided dossier; none where it may have several. */
    List<String> unique() {
        return property("unique").map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
    }

    /** Property {@code form} or {@code type} names the field whose choice tables know by that name; else the key is. */
    String variant(String property, Content content) {
        return property(property).flatMap(content::find).map(answer -> String.valueOf(answer.value()))
                .orElse(process());
    }

    private String within() {
        var name = asking.name();
        return name.substring(0, 1).toLowerCase(Wording.VIETNAMESE) + name.substring(1);
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(asking.properties().get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String filled(String template, Content content) {
        UnaryOperator<String> text = key -> content.find(key).filter(answer -> !answer.field().anythingPersonal())
                .map(Written::of).orElse(NOTHING);
        return FIELD.matcher(template).replaceAll(found ->
                Matcher.quoteReplacement(text.apply(found.group(1)))).replaceAll("\\s+", " ").strip();
    }
}
