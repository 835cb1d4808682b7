package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.refusal.Refusal;

/** Which kinds of document there are, as the tables of the procedures say. */
class DocumentKindsTest {

    @Test
    void aDossierIsOfferedTheKindsThatItsProceduresTableNamesAndOther() {
        var kinds = kinds(DeliveredProcedures.onFile());

        assertThat(kinds.of("commendation")).extracting(DocumentKind::id)
                .containsExactly("submission", "achievement-report", "minutes", "confirmation", "other");
        assertThat(kinds.of("commendation")).extracting(DocumentKind::label)
                .contains("Báo cáo thành tích", "Tài liệu khác");
    }

    @Test
    void aProcedureWithoutATableIsOfferedAllOfThem() {
        assertThat(kinds(DeliveredProcedures.onFile()).of("team-change")).extracting(DocumentKind::id)
                .contains("submission", "minutes", "self-assessment").endsWith("other").doesNotHaveDuplicates();
    }

    @Test
    void aKindThatNoTableNamesIsRefused() {
        var kinds = kinds(DeliveredProcedures.onFile());

        assertThat(kinds.require("minutes").label()).isEqualTo("Biên bản");
        assertThat(kinds.require("other")).isEqualTo(DocumentKind.OTHER);
        assertThatThrownBy(() -> kinds.require("oath")).isInstanceOf(Refusal.class)
                .hasMessage("Không có loại tài liệu \"oath\"");
    }

    @Test
    void aKindThatIsKeptAndHasNoWordAnyMoreIsShownByItsId() {
        assertThat(new DocumentKind("oath").label()).isEqualTo("oath");
    }

    private static DocumentKinds kinds(FileTree files) {
        return new DocumentKinds(new Procedures(files));
    }
}
