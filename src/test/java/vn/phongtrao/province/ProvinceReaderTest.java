package vn.phongtrao.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.edition.Finding;

/** What contradicts itself is told with file, line and what to do. */
class ProvinceReaderTest {

    private static final List<ProvinceTable<?>> TABLES = ProvinceCheckCommand.tables();
    private static final Map<String, String> SOUND = Map.of(
            "authorities.csv", """
                    scope,tier,position,validFrom,validTo,abbreviation,superior,body,authority,head,proposer,executors,recipients
                    ,province,police-chief,2004-01-01,,CAT,,Công an {unit},Giám đốc Công an {unit},Giám đốc,,,Phòng PV05;Công an {unit}
                    ,district,police-chief,2004-01-01,2025-06-30,CAH,,Công an {unit},Trưởng Công an {unit},Trưởng Công an,,,
                    """,
            "mau/province.properties", "root=99\n",
            "mau/units.csv", """
                    path,tier,fullName,name,validFrom,validTo
                    99,province,Tỉnh Mẫu,tỉnh Mẫu,2026-01-01,
                    99/1,commune,Xã Mẫu,xã Mẫu,2026-01-01,2026-06-30
                    99/2,commune,Xã Khác,xã Khác,2026-01-01,
                    """,
            "mau/successors.csv", "unit,successor\n99/1,99/2\n",
            "mau/places.csv", "unit,place\n99/1,Mẫu\n",
            "mau/hamlets.csv", "commune,code,name,validFrom\n99/1,1-01,Ấp Mẫu,2026-01-01\n",
            "mau/wage-regions.csv", "unit,region,validFrom,validTo,legalBasis\n99,III,2026-01-01,,Nghị định mẫu\n");

    @Test
    void whatIsSoundIsRead() {
        var province = read(SOUND).get(0);

        assertThat(province.root().fullName()).isEqualTo("Tỉnh Mẫu");
        assertThat(province.units()).hasSize(3);
        assertThat(province.tables()).filteredOn(rows -> rows.table().file().equals("authorities.csv"))
                .singleElement().satisfies(rows -> assertThat(rows.rows())
                        .as("districts had ended when the province began").extracting(Object::toString)
                        .singleElement().asString()
                        .contains("from=2026-01-01", "recipients=[Phòng PV05, Công an {unit}]"));
    }

    @Test
    void whatAProvinceSaysOfASubjectTakesThePlaceOfWhatHoldsForAll() {
        var own = SOUND.get("authorities.csv").lines().limit(2).reduce((head, row) -> head + "\n"
                + row.replace("2004-01-01,,CAT", "2026-01-01,2026-03-31,CAM") + "\n"
                + row.replace("2004-01-01,,CAT", "2026-04-01,,CAX"));

        assertThat(read(with("mau/authorities.csv", own.orElseThrow() + "\n")).get(0).tables())
                .filteredOn(rows -> rows.table().file().equals("authorities.csv")).singleElement()
                .satisfies(rows -> assertThat(rows.rows()).extracting(Object::toString).hasSize(2)
                        .anyMatch(row -> row.contains("CAM")).anyMatch(row -> row.contains("CAX")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "units.csv | 99/2,commune | 99/2/3,commune | dòng 4, cột path: Không có đơn vị cấp trên \"99/2\". Thêm",
            "units.csv | 99/2,commune | 99/1,commune | dòng 4, cột path: Đơn vị \"99/1\" đã có (mau/units.csv, dòng 3)",
            "units.csv | 99/2,commune | 98/2,commune | dòng 4, cột path: \"98/2\" không nằm dưới tỉnh \"99\". Sửa",
            "units.csv | 99/2,commune | 99/2,province | dòng 4, cột tier: Cấp \"province\" không hợp với đường dẫn",
            "units.csv | 99/2,commune | 99/1/2,commune | dòng 4, cột tier: Cấp \"commune\" không thể nằm dưới \"99/1\"",
            "units.csv | 99/2,commune | 99/2,ward | dòng 4, cột tier: Không có lựa chọn \"ward\"",
            "units.csv | 2026-06-30 | 30.6.26 | dòng 3, cột validTo: Phải là ngày dạng ngày/tháng/năm hoặc "
            + "năm-tháng-ngày",
            "units.csv | 99/2,commune,Xã Khác,xã Khác,2026 | 99/2,commune,Xã Khác,xã Khác,2025 | dòng 4, cột "
            + "validFrom, validTo: Xã Khác phải",
            "units.csv | xã Khác | xã Khách | dòng 4, cột name: \"xã Khách\" phải là \"Xã Khác\" viết trong câu",
            "units.csv | 2026-06-30 | 30.6.26 | dòng 3, cột validTo: Phải là ngày dạng ngày/tháng/năm hoặc "
            + "năm-tháng-ngày",
            "units.csv | fullName | ten | Dòng đầu phải là tên các cột",
            "successors.csv | 99/2 | 99/3 | dòng 2, cột successor: Không có đơn vị \"99/3\". Sửa đường dẫn, hoặc thêm",
            "successors.csv | 99/1,99/2 | 99/2,99/1 | dòng 2, cột unit: Xã Khác chưa kết thúc. Ghi validTo",
            "successors.csv | 99/1,99/2 | 99/1,99/1 | dòng 2, cột successor: Xã Mẫu không hoạt động vào ngày 2026-07-01",
            "places.csv | 99/1,Mẫu | 99/x,Mẫu | dòng 2, cột unit: Không có đơn vị \"99/x\"",
            "hamlets.csv | 99/1,1-01 | 99,1-01 | dòng 2, cột commune: Không phải đơn vị cấp xã",
            "hamlets.csv | 99/1,1-01 | 99/1,2-01 | dòng 2, cột code: \"2-01\" phải là mã xã, gạch nối và số thứ tự, "
            + "ví dụ 1-01", "wage-regions.csv | 99,III | 99,V | dòng 2, cột region: Không có lựa chọn \"V\"",
            "province.properties | root=99 | root=99/1 | root: Phải là mã của tỉnh. Ghi một dòng như root=96",
            "province.properties | root=99 | root=97 | Không có dòng cho tỉnh \"97\"",
            "province.properties | root | ruut | ruut: Không có thiết lập này"})
    void whatIsWrongIsToldWithItsPlaceAndWhatToDo(String file, String right, String wrong, String finding) {
        var path = "mau/" + file;
        assertThat(SOUND.get(path)).contains(right);

        assertThat(findings(with(path, SOUND.get(path).replace(right, wrong)))).anySatisfy(found ->
                assertThat(found.toString()).startsWith("mau/").contains(finding));
    }

    @Test
    void whatIsWrongInSeveralFilesIsToldAtOnce() {
        var wrong = new TreeMap<>(with("mau/units.csv",
                SOUND.get("mau/units.csv").replace("99/2,commune", "98/2,commune")));
        wrong.put("mau/places.csv", "unit,place\n99/x,Mẫu\n");
        wrong.put("mau/province.properties", "root=99\ndemo.date=mai\ndemo.units=99, 99/7\n");

        assertThat(findings(wrong)).extracting(Finding::file, Finding::place).contains(
                tuple("mau/units.csv", "dòng 4, cột path"), tuple("mau/places.csv", "dòng 2, cột unit"),
                tuple("mau/province.properties", "demo.date"), tuple("mau/province.properties", "demo.units"));
    }

    @Test
    void aNameThatIsNotComposedIsRefused() {
        assertThat(findings(with("mau/units.csv",
                Normalizer.normalize(SOUND.get("mau/units.csv"), Normalizer.Form.NFD))))
                .contains(new Finding("mau/units.csv", "dòng 2", "Chữ có dấu ở dạng tổ hợp rời",
                        "Lưu tệp ở dạng Unicode dựng sẵn (NFC)"));
    }

    @Test
    void twoRowsForTheSameAtTheSameTimeAreRefused() {
        assertThat(findings(with("mau/wage-regions.csv",
                SOUND.get("mau/wage-regions.csv") + "99,II,2027-01-01,,Nghị định mẫu\n")))
                .containsExactly(new Finding("mau/wage-regions.csv", "dòng 3", "Trùng với dòng 2 (99)",
                        "Bỏ một dòng, hoặc sửa ngày"));
    }

    @Test
    void ofManyRowsThatAllSayTheSameEachIsNamedOnce() {
        assertThat(findings(with("mau/places.csv", "unit,place\n" + "99/1,Mẫu\n".repeat(2_000)))).hasSize(1_999);
    }

    @Test
    void aUnitOfTwoProvincesIsRefused() {
        var two = new TreeMap<>(SOUND);
        two.put("hai/province.properties", "root=99");
        two.put("hai/units.csv", SOUND.get("mau/units.csv"));

        assertThat(findings(two)).hasSize(3).allMatch(found -> found.problem().contains("đã có"));
    }

    @Test
    void aFileThatNothingReadsIsRefused() {
        assertThat(findings(with("mau/unit.csv", ""))).singleElement().asString()
                .startsWith("mau/unit.csv: Không có tệp nào mang tên này").contains("units.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit.csv", "units.csv", "note.txt", "mau/sub/units.csv"})
    void aFileThatLiesWhereNothingReadsItIsRefused(String path) {
        assertThat(findings(with(path, "x"))).singleElement().asString()
                .startsWith(path + ": Không có tệp nào mang tên này");
    }

    @Test
    void aTemplateOfTheRealmThatIsNoJsonIsRefused() {
        assertThat(findings(with("realm.json", "{"))).extracting(Finding::file).containsExactly("realm.json");
        assertThat(findings(with("user-profile.json", ""))).extracting(Finding::file)
                .containsExactly("user-profile.json");
        assertThat(findings(with("realm.json", "[]"))).extracting(Finding::place).containsExactly("realm", "displayName");
    }

    @Test
    void whatTheProgramBringsIsSound() {
        assertThat(new ProvinceReader(ProvinceRowsTest.builtIn(), TABLES).findings()).isEmpty();
    }

    @Test
    void aFolderWithoutUnitsIsRefused() {
        assertThat(findings(Map.of("mau/province.properties", "root=99"))).singleElement().asString()
                .startsWith("mau/units.csv: Chưa có");
    }

    private static Map<String, String> with(String path, String text) {
        var files = new TreeMap<>(SOUND);
        files.put(path, text);
        return files;
    }

    private static List<Province> read(Map<String, String> texts) {
        return new ProvinceReader(ProvinceRowsTest.files(texts), TABLES).read();
    }

    private static List<Finding> findings(Map<String, String> texts) {
        return new ProvinceReader(ProvinceRowsTest.files(texts), TABLES).findings();
    }
}
