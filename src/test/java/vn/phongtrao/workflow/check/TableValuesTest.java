package vn.phongtrao.workflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.edition.FileTree;

/** A mistyped value is found before a dossier needs its row. */
class TableValuesTest {

    private final TableValues check = new TableValues();

    @Test
    void theValuesOfTheDeliveredTablesAreKnown() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "commendation/bonus.dmn                     | household            | hoGiaDinh",
        "commendation/commendation-route.dmn        | district-certificate | distrct-certificate",
        "commendation/award-form.dmn                | regular              | reguler",
        "commendation/vote-threshold.dmn            | province-merit       | province-mrit",
        "commendation/commendation-jurisdiction.dmn | commune-certificate  | comune-certificate",
        "team-establishment/posting-period.dmn      | candidates           | candidats"})
    void aValueThatNobodyHasIsFoundWithItsRow(String file, String right, String wrong) {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(file, "\"" + right + "\"", "\"" + wrong + "\"")))
                .singleElement().satisfies(found -> {
                    assertThat(found.toList().get(0)).isEqualTo(file);
                    assertThat((String) found.toList().get(1)).startsWith("dòng ");
                    assertThat(found.toList().get(2)).isEqualTo("Không có giá trị \"%s\"".formatted(wrong));
                });
    }

    @Test
    void aValueInAListOfThemIsFoundToo() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("commendation/award-form.dmn",
                "individual,household,collective", "individual,houshold,collective")))
                .containsExactly(tuple("commendation/award-form.dmn", "dòng 1 (award-form-rule-1)",
                        "Không có giá trị \"houshold\""));
    }

    @Test
    void aNewValueIsKnownByItsWord() {
        var files = BrokenFiles.with("commendation/bonus.dmn", "\"household\"", "\"village\"");
        var words = files.text("commendation/words.properties").orElseThrow() + "\nnominee-kind.village = Ấp\n";

        assertThat(BrokenFiles.findings(check, files.under(FileTree.of(Map.of(
                "commendation/words.properties", words.getBytes(StandardCharsets.UTF_8)))))).isEmpty();
    }
}
