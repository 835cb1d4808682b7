package vn.phongtrao.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.edition.FileTree;

/** Who decides, in every procedure's table: an authority that can print the symbol of its decision. */
class JurisdictionTablesTest {

    private static final String FILE = "model-retirement/model-retirement-jurisdiction.dmn";
    private static final String FIRST = "dòng 1 (model-retirement-jurisdiction-rule-1)";

    private static JurisdictionTables check;

    @BeforeAll
    static void createDatabase() {
        check = new JurisdictionTables(Optional.of(JdbcClient.create(TestDatabase.create())));
    }

    @Test
    void everyRowNamesAnAuthorityThatPrintsItsSymbol() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "QĐ-UBND,        QĐ-UBNX,  'không ban hành được quyết định có ký hiệu \"QĐ-UBNX\"'",
        "QĐ-UBND,        '',       'không ban hành được quyết định có ký hiệu \"\"'",
        "committee-chair, chair,   'Không có chức danh \"chair\"'",
        "committee-chair, police-officer, 'không ban hành quyết định, để trống ký hiệu'",
        "committee-chair, council-member, 'chức danh \"council-member\" không ban hành được quyết định'",
        "decide,         guess,    'Không có cách kết thúc \"guess\"'",
        "decide,         submit,   'Quy trình không có bước ký tờ trình sau khi xét'",
        "decide,         forward,  'để trống ký hiệu \"QĐ-UBND\"'"})
    void aRowThatNoAuthorityCanPrintIsNamed(String right, String wrong, String problem) {
        assertThat(BrokenFiles.findings(check, with(right, wrong))).singleElement().satisfies(found -> {
            assertThat(found.toList().subList(0, 2)).containsExactly(FILE, FIRST);
            assertThat((String) found.toList().get(2)).contains(problem);
        });
    }

    @Test
    void withoutADatabaseItIsNotKnownHowAuthoritiesAreWritten() {
        var alone = new JurisdictionTables(Optional.empty());

        assertThat(BrokenFiles.findings(alone, with("QĐ-UBND", "QĐ-UBNX"))).isEmpty();
        assertThat(BrokenFiles.findings(alone, with("committee-chair", "chair"))).containsExactly(
                tuple(FILE, FIRST, "Không có chức danh \"chair\""));
    }

    private static FileTree with(String right, String wrong) {
        return BrokenFiles.with(FILE, "<text>\"" + right + "\"</text>", "<text>\"" + wrong + "\"</text>");
    }
}
