package vn.phongtrao.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.FormField.Kind;
import vn.phongtrao.dossier.FormFields.Asking;
import vn.phongtrao.dossier.Submitted.Answer;

class DeclarationTest {

    private static final FormField YEAR = new FormField("year", "Năm", Kind.WHOLE, false, Map.of(), List.of());
    private static final FormField HEAD = new FormField("head", "Người", Kind.TEXT, true, Map.of(), List.of());
    private static final Content CONTENT =
            new Content(List.of(new Answer(YEAR, 2024L), new Answer(HEAD, "Nguyễn Văn Mẫu")));

    private static Declaration of(Map<String, String> properties) {
        return Declaration.of(new Asking("flood-watch-post", "Lập chốt canh lũ", properties, List.of(YEAR, HEAD)));
    }

    @Test
    void titlesAreFilledWithFieldsAndNameNobody() {
        assertThat(of(Map.of("title", "Chốt năm {year} của {head}")).title(CONTENT)).isEqualTo("Chốt năm 2024 của …");
        assertThat(of(Map.of()).title(CONTENT)).isEqualTo("Lập chốt canh lũ");
    }

    @Test
    void aTitleIsNoLanguage() {
        assertThat(of(Map.of("title", "${year} {year.class} {T(java.lang.Runtime)} $1 \\")).title(CONTENT))
                .isEqualTo("$2024 {year.class} {T(java.lang.Runtime)} $1 \\");
    }

    @Test
    void aTitleIsOneLineAndNotLongerThanListsShow() {
        var long_ = new Content(List.of(new Answer(new FormField("note", "n", Kind.TEXT, false, Map.of(), List.of()),
                "một\nhai " + "x".repeat(400))));

        assertThat(of(Map.of("title", "{note}")).title(long_)).startsWith("một hai x").hasSize(300).endsWith("…");
    }

    @Test
    void withoutPropertiesTheNameOfTheProcedureSaysWhatItIsAbout() {
        var declaration = of(Map.of());

        assertThat(declaration.prefix()).isEqualTo("FWPX");
        assertThat(declaration.subject(CONTENT)).isEqualTo("Về việc lập chốt canh lũ");
        assertThat(declaration.request(CONTENT)).isEqualTo("đề nghị lập chốt canh lũ");
        assertThat(declaration.articles()).isEqualTo(1);
        assertThat(declaration.variant("form", CONTENT)).isEqualTo("flood-watch-post");
    }

    @Test
    void aFieldCanBeTheVariantThatTablesKnow() {
        assertThat(of(Map.of("form", "year")).variant("form", CONTENT)).isEqualTo("2024");
    }

    @Test
    void listsSayNothingOfPersons() {
        assertThat(of(Map.of()).listed()).containsExactly(YEAR);
    }

    @Test
    void whatOneFormCallsPersonalIsPersonal() {
        var declaration = Declaration.of(new Asking("a", "A", Map.of(), List.of(YEAR, YEAR.asPersonal())));

        assertThat(declaration.listed()).isEmpty();
    }
}
