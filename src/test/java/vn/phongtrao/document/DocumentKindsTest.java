package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.procedure.ProcedureFiles;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.refusal.Refusal;

/** Which kinds of document there are, as the tables of the procedures say. */
class DocumentKindsTest {

    private static final Path TABLE = Path.of("processes/model-retirement/model-retirement-documents.dmn");

    @TempDir
    private Path folder;

    @Test
    void aDossierIsOfferedTheKindsThatItsProceduresTableNamesAndOther() {
        var kinds = kinds(DeliveredProcedures.onFile());

        assertThat(kinds.of("commendation")).extracting(DocumentKind::id)
                .containsExactly("submission", "achievement-report", "minutes", "confirmation", "other");
        assertThat(kinds.of("commendation")).extracting(DocumentKind::label).contains("Báo cáo thành tích", "Tài liệu khác");
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
    void aKindWithoutAWordIsRefusedAtStartByTableAndRow() throws IOException {
        Files.createDirectory(folder.resolve("model-retirement"));
        Files.writeString(folder.resolve("model-retirement").resolve(TABLE.getFileName()),
                Files.readString(TABLE).replace("\"submission\"", "\"oath\""));

        assertThatThrownBy(() -> kinds(DeliveredProcedures.onFile().under(ProcedureFiles.in(folder))))
                .hasMessageMatching("Bảng model-retirement-documents, dòng [\\w-]+: loại tài liệu \"oath\" chưa có tên; "
                        + "ghi document-kind.oath vào words.properties");
    }

    @Test
    void aKindThatIsKeptAndHasNoWordAnyMoreIsShownByItsId() {
        assertThat(new DocumentKind("oath").label()).isEqualTo("oath");
    }

    private static DocumentKinds kinds(ProcedureFiles files) {
        var kinds = new DocumentKinds(new Procedures(files));
        kinds.afterSingletonsInstantiated();
        return kinds;
    }
}
