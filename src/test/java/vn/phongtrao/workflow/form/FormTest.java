package vn.phongtrao.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

class FormTest {

    private static final Form FORM = form("""
            {"components": [
              {"type": "text", "text": "Chỉ để đọc"},
              {"type": "group", "components": [
                {"type": "textfield", "key": "name", "label": "Họ tên",
                 "validate": {"required": true, "minLength": 2, "maxLength": 20}},
                {"type": "number", "key": "birthYear", "label": "Năm sinh", "decimalDigits": 0,
                 "validate": {"min": 1900, "max": 2100}}]},
              {"type": "textarea", "key": "comment", "label": "Ý kiến", "validate": {"maxLength": 50},
               "properties": {"requiredIf": "outcome != \\"approve\\""}},
              {"type": "radio", "key": "outcome", "label": "Kết quả", "properties": {"route": "true"},
               "values": [{"value": "approve"}, {"value": "reject"}]},
              {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Ngày"},
              {"type": "checkbox", "key": "agreed", "label": "Đồng ý"},
              {"type": "checklist", "key": "chosen", "label": "Danh sách",
               "valuesExpression": "=for n in nominees return {label: n.name, value: n.id}"},
              {"type": "select", "key": "first", "label": "Người đầu",
               "valuesExpression": "=for n in nominees return {label: n.name, value: n.id}"},
              {"type": "select", "key": "suggested", "label": "Gợi ý", "properties": {"suggest": "true"},
               "valuesExpression": "=for n in nominees return {label: n.name, value: n.id}"},
              {"type": "textfield", "key": "otherwise", "label": "Nếu không", "validate": {"maxLength": 9},
               "properties": {"requiredIf": "agreed = false and suggested = null"}},
              {"type": "textfield", "key": "kept", "label": "Giữ", "validate": {"required": true, "maxLength": 9},
               "properties": {"keep": "true"}},
              {"type": "dynamiclist", "path": "rows", "label": "Dòng", "properties": {"minItems": "1", "maxItems": "3"},
               "components": [
                {"type": "select", "key": "kind", "label": "Loại", "values": [{"value": "a"}, {"value": "b"}],
                 "validate": {"required": true}},
                {"type": "textfield", "key": "number", "label": "Số", "conditional": {"hide": "=this.kind = \\"b\\""},
                 "validate": {"required": true, "pattern": "^\\\\d{12}$"}}]}
            ]}""");

    private static final Map<String, Object> CONTENT = Map.of("nominees",
            List.of(Map.of("id", "1", "name", "Một"), Map.of("id", "2", "name", "Hai")));

    @Test
    void valuesComeTyped() {
        var accepted = FORM.accept(Map.of("name", " Nguyễn Văn Mẫu ", "birthYear", 1980, "outcome", "approve",
                "day", "2024-02-29", "agreed", true, "chosen", List.of("2"),
                "rows", List.of(Map.of("kind", "a", "number", "095000000001"))), CONTENT);

        assertThat(accepted).containsEntry("name", "Nguyễn Văn Mẫu").containsEntry("birthYear", 1980L)
                .containsEntry("day", LocalDate.of(2024, 2, 29)).containsEntry("agreed", true)
                .containsEntry("chosen", List.of("2"))
                .containsEntry("rows", List.of(Map.of("kind", "a", "number", "095000000001")))
                .doesNotContainKeys("comment", "kept");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheForm() {
        var rows = List.of(Map.of("kind", "c", "number", "095000000001"), Map.of("kind", "a", "number", "095"));
        assertThatThrownBy(() -> FORM.accept(Map.of("nobody", 1, "name", "x", "birthYear", 1980, "day", "2024-02-30",
                "kept", "1", "rows", rows), CONTENT)).isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.each()).extracting(one -> one.field().orElse("")).containsExactly("nobody",
                                "name", "comment", "outcome", "day", "rows[0].kind", "rows[1].number"));
    }

    @Test
    void noMoreIsToldThanAnybodyWouldRead() {
        Map<String, Object> unknown = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            unknown.put("unknown" + i, i);
        }
        assertThatThrownBy(() -> FORM.accept(unknown, CONTENT)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.each()).hasSize(200));
    }

    @Test
    void contentIsReadWhereAConditionNamesWhatIsNoFieldBesideItEvenIfARowOfAListHasOneOfThatName() {
        var asking = form("""
                {"components": [
                  {"type": "textfield", "key": "reason", "label": "Lý do", "properties": {"requiredIf": "kind = \\"b\\""}},
                  {"type": "dynamiclist", "path": "rows", "label": "Dòng", "components": [
                    {"type": "textfield", "key": "kind", "label": "Loại"}]}]}""");

        assertThatThrownBy(() -> asking.accept(Map.of(), () -> Map.of("kind", "b"))).isInstanceOf(Refusal.class)
                .hasMessageContaining("Lý do: bắt buộc nhập");
    }

    @Test
    void contentIsNotReadForTheFieldsOfARowNorForThoseAroundIt() {
        var asking = form("""
                {"components": [
                  {"type": "textfield", "key": "way", "label": "Cách"},
                  {"type": "dynamiclist", "path": "rows", "label": "Dòng", "components": [
                    {"type": "textfield", "key": "kind", "label": "Loại"},
                    {"type": "textfield", "key": "number", "label": "Số",
                     "conditional": {"hide": "=this.kind = \\"b\\" and way = null"}}]}]}""");

        assertThat(asking.accept(Map.of("way", "x"), () -> {
            throw new AssertionError("content was read");
        })).containsOnlyKeys("way");
    }

    @Test
    void textIsKeptInNfc() {
        var decomposed = Normalizer.normalize("Trần Thị Ước", Normalizer.Form.NFD);
        assertThat(FORM.accept(submission("name", decomposed), CONTENT)).containsEntry("name", "Trần Thị Ước");
    }

    @Test
    void textIsCleanedAsItComesIn() {
        assertThat(FORM.accept(submission("name", " \u00D0ặng\u00A0 Văn\u200B Ân"), CONTENT))
                .containsEntry("name", "Đặng Văn Ân");
    }

    @Test
    void onlyRoutedFieldsGoToTheProcess() {
        assertThat(FORM.routed()).containsExactly("outcome");
    }

    @Test
    void whoAgreesNeedSayNothingMoreWhereNothingElseIsRequiredThen() {
        var outcome = """
                {"type": "radio", "key": "outcome", "properties": {"route": "true"},
                 "values": [{"value": "approve"}, {"value": "reject"}]}""";
        var comment = field("comment", "\"properties\": {\"requiredIf\": \"outcome != \\\"approve\\\"\"}");
        var withAgreement = field("day", "\"properties\": {\"requiredIf\": \"outcome = \\\"approve\\\"\"}");
        var byContent = field("day", "\"properties\": {\"requiredIf\": \"count(nominees) > 1\"}");

        assertThat(of(outcome).answeredByAgreement()).isTrue();
        assertThat(of(outcome, comment, field("note", "\"label\": \"Ghi chú\"")).answeredByAgreement()).isTrue();
        for (var other : List.of(field("grade", "\"validate\": {\"required\": true}"), withAgreement, byContent,
                field("level", "\"properties\": {\"route\": \"true\"}"))) {
            assertThat(of(outcome, other).answeredByAgreement()).as(other).isFalse();
        }
        assertThat(of(comment).answeredByAgreement()).isFalse();
    }

    @Test
    void contentIsReadForOptionsOnlyWhenOneIsChosen() {
        var form = of("""
                {"type": "checklist", "key": "chosen", "label": "Danh sách",
                 "valuesExpression": "=for n in nominees return {label: n.name, value: n.id}"}""", field("note", "\"label\": \"\""));

        assertThat(form.accept(Map.of("note", "Không chọn"), () -> {
            throw new AssertionError("content was read");
        })).containsOnlyKeys("note");
        assertThat(form.accept(Map.of("chosen", List.of("1")), () -> CONTENT)).containsEntry("chosen", List.of("1"));
    }

    private static String field(String key, String more) {
        return "{\"type\": \"textfield\", \"key\": \"%s\", %s}".formatted(key, more);
    }

    private static Form of(String... fields) {
        return form("{\"components\": [%s]}".formatted(String.join(",", fields)));
    }

    @Test
    void unknownFieldIsRefusedByName() {
        assertRefused("unitPath", submission("unitPath", "95/954/31816"));
    }

    @Test
    void readOnlyTextIsNoField() {
        assertRefused("text", submission("text", "x"));
    }

    @Test
    void missingRequiredFieldIsRefusedByName() {
        assertRefused("name", submission("name", null));
        assertRefused("name", submission("name", "   "));
        assertRefused("name", submission("name", "\u00A0\u200B"));
    }

    @Test
    void textOfAnotherTypeIsRefused() {
        assertRefused("name", submission("name", 5));
        assertRefused("name", submission("name", List.of("a")));
        assertRefused("name", submission("name", true));
    }

    @Test
    void textBeyondItsLengthIsRefused() {
        assertRefused("name", submission("name", "x".repeat(21)));
        assertRefused("name", submission("name", "x"));
        assertRefused("name", submission("name", "x".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\nb", "a\uD800b", "a\uE000b", "a\u202Eb"})
    void textThatCannotBePrintedIsRefused(String text) {
        assertRefused("name", submission("name", text));
    }

    @Test
    void longTextMayHaveLines() {
        assertThat(FORM.accept(submission("comment", "một\nhai"), CONTENT)).containsEntry("comment", "một\nhai");
    }

    @Test
    void numberOutOfRangeOrBrokenIsRefused() {
        assertRefused("birthYear", submission("birthYear", 1899));
        assertRefused("birthYear", submission("birthYear", 2101));
        assertRefused("birthYear", submission("birthYear", 1980.5));
        assertRefused("birthYear", submission("birthYear", "1980"));
        assertRefused("birthYear", submission("birthYear", Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2023-02-29", "29/02/2024", "2024-2-9", "0001-01-01", "2024-01-01T00:00",
            "+2024-01-01", "hôm nay"})
    void dayThatIsNotInTheCalendarIsRefused(String day) {
        assertRefused("day", submission("day", day));
    }

    @Test
    void optionThatIsOnlySuggestedMayBeAnother() {
        assertThat(FORM.accept(submission("suggested", "Hai"), CONTENT)).containsEntry("suggested", "2");
        assertThat(FORM.accept(submission("suggested", "99"), CONTENT)).containsEntry("suggested", "99");
        assertRefused("suggested", submission("suggested", "a\u0000b"));
        assertRefused("suggested", submission("suggested", List.of("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void blankTextIsNoValueForConditionsEither(String blank) {
        var submission = submission("suggested", blank);
        submission.put("agreed", false);
        assertRefused("otherwise", submission);
    }

    @Test
    void optionMayComeAsANumber() {
        assertThat(FORM.accept(submission("first", 2), CONTENT)).containsEntry("first", "2");
        assertRefused("first", submission("first", 3));
        assertRefused("first", submission("first", 2.5));
    }

    @Test
    void optionOutsideTheFormIsRefused() {
        assertRefused("outcome", submission("outcome", "return"));
        assertRefused("outcome", submission("outcome", 1));
    }

    @Test
    void optionsOfTheDossierAloneAreAccepted() {
        assertRefused("chosen", submission("chosen", List.of("3")));
        assertRefused("chosen", submission("chosen", List.of("1", "1")));
        assertRefused("chosen", submission("chosen", "1"));
        assertThat(FORM.accept(submission("chosen", List.of()), CONTENT)).containsEntry("chosen", List.of());
        assertThat(FORM.accept(submission("chosen", List.of(1)), CONTENT)).containsEntry("chosen", List.of("1"));
    }

    @Test
    void oneOptionOfTheDossierIsNamedByItsValueOrByALabelThatNoOtherHas() {
        assertThat(FORM.accept(submission("first", "2"), CONTENT)).containsEntry("first", "2");
        assertThat(FORM.accept(submission("first", "Hai"), CONTENT)).containsEntry("first", "2");
        assertRefused("first", submission("first", "Ba"));
        assertThatThrownBy(() -> FORM.accept(submission("first", "Hai"), Map.of("nominees",
                List.of(Map.of("id", "2", "name", "Hai"), Map.of("id", "3", "name", "Hai")))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void conditionMakesAFieldRequired() {
        var submission = submission("outcome", "reject");
        submission.remove("comment");
        assertRefused("comment", submission);
    }

    @Test
    void keptFieldMayBeAbsentButNotEmptied() {
        assertThat(FORM.accept(submission("outcome", "approve"), CONTENT)).doesNotContainKey("kept");
        assertRefused("kept", submission("kept", " "));
    }

    @Test
    void hiddenFieldIsNeitherRequiredNorAccepted() {
        assertThat(FORM.accept(submission("rows", List.of(Map.of("kind", "b"))), CONTENT))
                .containsEntry("rows", List.of(Map.of("kind", "b")));
        assertRefused("rows[0].number", submission("rows",
                List.of(Map.of("kind", "b", "number", "095000000001"))));
    }

    @Test
    void fieldOfARowIsNamedByItsPath() {
        assertRefused("rows[1].number", submission("rows",
                List.of(Map.of("kind", "b"), Map.of("kind", "a", "number", "12"))));
        assertRefused("rows[0].citizen", submission("rows", List.of(Map.of("kind", "b", "citizen", "1"))));
        assertRefused("rows[0]", submission("rows", List.of("a")));
    }

    @Test
    void listHasItsLimits() {
        assertRefused("rows", submission("rows", null));
        assertRefused("rows", submission("rows", List.of()));
        assertRefused("rows", submission("rows", Collections.nCopies(4, Map.of("kind", "b"))));
        assertRefused("rows", submission("rows", Map.of("kind", "b")));
    }

    private static void assertRefused(String field, Map<String, Object> submission) {
        assertThatThrownBy(() -> FORM.accept(submission, CONTENT)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
            assertThat(refusal.field()).hasValue(field);
        });
    }

    /** A submission that is right but for one field. */
    private static Map<String, Object> submission(String key, Object value) {
        Map<String, Object> submission = new HashMap<>(Map.of("name", "Mẫu", "outcome", "approve", "comment", "được",
                "rows", List.of(Map.of("kind", "b"))));
        submission.put(key, value);
        return submission;
    }

    private static Form form(String json) {
        return Form.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
