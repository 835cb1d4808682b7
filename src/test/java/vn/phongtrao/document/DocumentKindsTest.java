package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .containsExactly("submission", "achievement-report", "minutes", "confirmation", "discipline-statement", "service-proof",
                        "other");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            commendation | Tờ trình số 12.pdf | submission
            commendation | TO-TRINH_ky_lai.pdf | submission
            commendation | 03. Báo cáo thành tích ông Mẫu.docx | achievement-report
            commendation | Biên bản họp và tờ trình.pdf | minutes
            commendation | Tờ trìnhh.pdf | other
            certificate-reissue | Đơn đề nghị cấp lại.pdf | reissue-application
            decision-revocation | Bản án sơ thẩm.pdf | violation-conclusion
            safe-area-recognition | Văn bản lấy ý kiến.pdf | steering-record
            commendation | scan0001.jpg | other
            model-recognition | bao cao khao sat.pdf | survey-plan""")
    void aFileIsWhatItsNameSaysFirst(String process, String fileName, String kind) {
        assertThat(kinds(DeliveredProcedures.onFile()).named(process, fileName).id()).isEqualTo(kind);
    }

    @Test
    void aKindThatIsKeptAndHasNoWordAnyMoreIsShownByItsId() {
        assertThat(new DocumentKind("oath").label()).isEqualTo("oath");
    }

    private static DocumentKinds kinds(FileTree files) {
        return new DocumentKinds(new Procedures(files));
    }
}
