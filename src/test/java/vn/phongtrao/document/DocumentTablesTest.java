package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.phongtrao.BrokenFiles;

class DocumentTablesTest {

    private final DocumentTables check = new DocumentTables();

    @Test
    void deliveredTablesAreSound() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @Test
    void kindWithoutAName() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("commendation/commendation-documents.dmn",
                "<text>\"achievement-report\"</text>", "<text>\"report\"</text>"))).singleElement().satisfies(found ->
                assertThat(found.toList().get(2)).isEqualTo("Không có loại tài liệu \"report\""));
    }
}
