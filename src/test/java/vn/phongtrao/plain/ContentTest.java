package vn.phongtrao.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.FormField.Kind;
import vn.phongtrao.dossier.Submitted;
import vn.phongtrao.dossier.Submitted.Answer;
import vn.phongtrao.refusal.Refusal;

class ContentTest {

    private static final PersonalTexts TEXTS = new PersonalTexts() {
        @Override
        public byte[] sealText(String text) {
            throw new AssertionError();
        }

        @Override
        public String openText(byte[] sealed) {
            throw new AssertionError();
        }

        @Override
        public String masked(String text) {
            return text.matches("\\d{12}") ? text.charAt(0) + "********" + text.substring(9) : text;
        }
    };
    private static final FormField NAME = field("name", Kind.TEXT, false);
    private static final FormField HEAD = field("headId", Kind.TEXT, true);
    private static final FormField WATCHERS = new FormField("watchers", "Người trực", Kind.ROWS, false, Map.of(),
            List.of(field("who", Kind.TEXT, true), HEAD));

    private static FormField field(String key, Kind kind, boolean personal) {
        return new FormField(key, key, kind, personal, Map.of(), List.of());
    }

    private static Content of(Answer... answers) {
        return Content.NONE.with(new Submitted(List.of(answers)), TEXTS);
    }

    private static Content change(Content content, FormField field, Object value) {
        return content.with(new Submitted(List.of(new Answer(field, value))), TEXTS);
    }

    @Test
    void whatAFormDoesNotSendStaysAndWhatItSendsEmptyIsTakenOut() {
        var content = of(new Answer(NAME, "Chốt 1"), new Answer(HEAD, "095000000001"));

        assertThat(change(content, NAME, "Chốt 2").values()).containsExactly(Map.entry("name", "Chốt 2"),
                Map.entry("headId", "095000000001"));
        assertThat(change(content, NAME, null).values()).containsOnlyKeys("headId");
    }

    @Test
    void aCitizenNumberIsShownMaskedAndComesBackAsItWas() {
        var content = of(new Answer(HEAD, "095000000001"));

        assertThat(content.shown(TEXTS).values()).containsEntry("headId", "0********001");
        assertThat(change(content, HEAD, "0********001").values()).containsEntry("headId", "095000000001");
        assertThat(change(content, HEAD, "095000000002").values()).containsEntry("headId", "095000000002");
        assertThatThrownBy(() -> change(content, HEAD, "0********009")).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.field()).contains("headId"));
    }

    @Test
    void rowsThatReadTheSameAreNotMixedUp() {
        var first = Map.<String, Object>of("who", "A", "headId", "011111111001");
        var second = Map.<String, Object>of("who", "B", "headId", "022222222001");
        var content = of(new Answer(WATCHERS, List.of(first, second)));
        var shown = List.of(Map.of("who", "A", "headId", "0********001"), Map.of("who", "B", "headId", "0********001"));

        assertThat(change(content, WATCHERS, shown).values()).containsEntry("watchers", List.of(first, second));
        assertThatThrownBy(() -> change(content, WATCHERS, List.of(shown.get(0), shown.get(0), shown.get(1))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRowIsFoundAgainWhenOneBeforeItIsTakenAway() {
        var first = Map.<String, Object>of("who", "A", "headId", "011111111001");
        var second = Map.<String, Object>of("who", "B", "headId", "022222222002");
        var content = of(new Answer(WATCHERS, List.of(first, second)));

        assertThat(change(content, WATCHERS, List.of(Map.of("who", "B", "headId", "0********002"))).values())
                .containsEntry("watchers", List.of(second));
    }

    @Test
    void whatWasPersonalOnceStaysSo() {
        var content = change(of(new Answer(HEAD, "095000000001")), field("headId", Kind.TEXT, false), "095000000002");

        assertThat(content.find("headId").orElseThrow().field().personal()).isTrue();
    }

    @Test
    void answersAreWrittenAsPapersWriteThem() {
        var kind = new FormField("kind", "Loại", Kind.CHOICE, false, Map.of("standing", "Thường trực"), List.of());
        var several = new FormField("kinds", "Loại", Kind.CHOICES, false, Map.of("a", "Khóm 1", "b", "Khóm 2"),
                List.of());

        assertThat(written(field("year", Kind.WHOLE, false), 2024L)).isEqualTo("2024");
        assertThat(written(field("leaflets", Kind.WHOLE, false), 1500L)).isEqualTo("1.500");
        assertThat(written(field("budget", Kind.WHOLE, false), 12_500_000L)).isEqualTo("12.500.000");
        assertThat(written(field("depth", Kind.DECIMAL, false), new BigDecimal("-0.50"))).isEqualTo("-0,5");
        assertThat(written(field("depth", Kind.DECIMAL, false), new BigDecimal("12000.25"))).isEqualTo("12.000,25");
        assertThat(written(field("day", Kind.DAY, false), LocalDate.of(2024, 8, 19))).isEqualTo("19/08/2024");
        assertThat(written(field("siren", Kind.YES_NO, false), true)).isEqualTo("Có");
        assertThat(written(kind, "standing")).isEqualTo("Thường trực");
        assertThat(written(kind, "other")).isEqualTo("other");
        assertThat(written(several, List.of("a", "b"))).isEqualTo("Khóm 1; Khóm 2");
        assertThat(written(WATCHERS, List.of(Map.of("who", "A"), Map.of("who", "B")))).isEqualTo("A\nB");
    }

    private static String written(FormField field, Object value) {
        return Written.of(new Answer(field, value));
    }

    @Test
    void templatesSeeEveryFieldThatIsAskedForAndNothingElse() {
        assertThat(of(new Answer(NAME, "Chốt 1")).texts(List.of(NAME, WATCHERS))).containsOnlyKeys("name", "watchers")
                .containsEntry("name", "Chốt 1").containsEntry("watchers", null);
    }
}
