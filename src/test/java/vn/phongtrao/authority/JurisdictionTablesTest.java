package vn.phongtrao.authority;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.procedure.ProcedureFiles;
import vn.phongtrao.procedure.Procedures;

/** Who decides, in every procedure's table: an authority that can print the symbol of its decision. */
class JurisdictionTablesTest {

    private static final Path TABLE = Path.of("processes/model-retirement/model-retirement-jurisdiction.dmn");

    private static JdbcClient jdbc;

    @TempDir
    private Path folder;

    @BeforeAll
    static void createDatabase() {
        jdbc = JdbcClient.create(TestDatabase.create());
    }

    @Test
    void everyRowNamesAnAuthorityThatPrintsItsSymbol() {
        assertThatCode(() -> read(DeliveredProcedures.onFile())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "QĐ-UBND,        QĐ-UBNX,  'không ban hành được quyết định có ký hiệu \"QĐ-UBNX\"'",
        "QĐ-UBND,        '',       'không ban hành được quyết định có ký hiệu \"\"'",
        "committee-chair, chair,   'không có chức danh \"chair\"'",
        "committee-chair, council-member, 'chức danh \"council-member\" không ban hành được quyết định'",
        "decide,         guess,    'không có cách kết thúc \"guess\"'",
        "decide,         forward,  'để trống ký hiệu \"QĐ-UBND\"'"})
    void aRowThatNoAuthorityCanPrintIsRefusedAtStartByTableAndRow(String right, String wrong, String problem)
            throws IOException {
        Files.createDirectory(folder.resolve("model-retirement"));
        Files.writeString(folder.resolve("model-retirement").resolve(TABLE.getFileName()),
                Files.readString(TABLE).replace("<text>\"" + right + "\"</text>", "<text>\"" + wrong + "\"</text>"));

        assertThatThrownBy(() -> read(DeliveredProcedures.onFile().under(ProcedureFiles.in(folder))))
                .hasMessageContaining("Bảng model-retirement-jurisdiction, dòng model-retirement-jurisdiction-rule-1: ")
                .hasMessageContaining(problem);
    }

    private static void read(ProcedureFiles files) {
        new JurisdictionTables(new Procedures(files), jdbc);
    }
}
