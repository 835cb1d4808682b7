package vn.phongtrao.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.phongtrao.edition.FileTree;

/** What an administrator sees before files of a province are loaded. */
class RowsChangedTest {

    private static final List<ProvinceTable<?>> TABLES = ProvinceCheckCommand.tables();
    private static final String HEAD = "path,tier,fullName,name,validFrom,validTo\n";
    private static final Map<String, String> BEFORE = Map.of("mau/units.csv", HEAD + """
            99,province,Tỉnh Mẫu,tỉnh Mẫu,2026-01-01,
            99/1,commune,Xã Một,xã Một,2026-01-01,
            99/2,commune,Xã Hai,xã Hai,2026-01-01,
            """, "mau/places.csv", "unit,place\n99/1,Nơi Mẫu\n");

    @Test
    void rowsThatComeChangeAndGoAreToldByFile() {
        assertThat(changed(Map.of("mau/units.csv", HEAD + """
                99/3;commune;Xã Ba;xã Ba;2026-01-01;
                99,province,Tỉnh Mẫu,tỉnh Mẫu,2026-01-01,
                99/1,commune,Xã Một,xã Một,2026-01-01,2026-06-30
                """.replace(';', ','), "mau/places.csv", BEFORE.get("mau/places.csv")))).singleElement()
                .satisfies(units -> {
                    assertThat(units.file()).isEqualTo("mau/units.csv");
                    assertThat(units.added()).containsExactly(
                            List.of("99/3", "commune", "Xã Ba", "xã Ba", "2026-01-01", ""));
                    assertThat(units.changed()).singleElement().satisfies(unit -> {
                        assertThat(unit.before()).endsWith("2026-01-01", "");
                        assertThat(unit.after()).endsWith("2026-01-01", "2026-06-30");
                    });
                    assertThat(units.gone()).extracting(row -> row.get(0)).containsExactly("99/2");
                    assertThat(units.stay()).as("for dossiers name them").isTrue();
                });
    }

    @Test
    void aFileThatGoesTakesItsRowsWithIt() {
        assertThat(changed(Map.of("mau/units.csv", BEFORE.get("mau/units.csv")))).singleElement()
                .satisfies(places -> {
                    assertThat(places.gone()).containsExactly(List.of("99/1", "Nơi Mẫu"));
                    assertThat(places.stay()).isFalse();
                });
    }

    @Test
    void theOrderOfRowsAndOtherFilesAreNoDifference() {
        var units = BEFORE.get("mau/units.csv").lines().toList();

        assertThat(changed(Map.of("mau/places.csv", BEFORE.get("mau/places.csv"), "mau/province.properties", "root=99",
                "mau/units.csv", String.join("\n", units.get(0), units.get(3), units.get(1), units.get(2)))))
                .allSatisfy(file -> assertThat(file.added()).isEmpty())
                .allSatisfy(file -> assertThat(file.changed()).isEmpty())
                .allSatisfy(file -> assertThat(file.gone()).isEmpty());
    }

    private static List<RowsChanged> changed(Map<String, String> after) {
        return RowsChanged.between(files(BEFORE), files(after), TABLES);
    }

    private static FileTree files(Map<String, String> texts) {
        return ProvinceRowsTest.files(texts);
    }
}
