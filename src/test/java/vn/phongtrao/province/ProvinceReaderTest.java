package vn.phongtrao.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contradicts itself is told with file, line and what to do. */
class ProvinceReaderTest {

    private static final List<ProvinceTable<?>> TABLES = ProvinceLoadingTest.tables();
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
            "units.csv | 99/2,commune | 99/2/3,commune | Dòng 4, cột path: không có đơn vị cấp trên \"99/2\"; thêm",
            "units.csv | 99/2,commune | 99/1,commune | Dòng 4, cột path: đơn vị \"99/1\" đã có (mau/units.csv: Dòng 3)",
            "units.csv | 99/2,commune | 98/2,commune | Dòng 4, cột path: \"98/2\" không nằm dưới tỉnh \"99\"; sửa",
            "units.csv | 99/2,commune | 99/2,province | Dòng 4, cột tier: cấp \"province\" không hợp với đường dẫn",
            "units.csv | 99/2,commune | 99/1/2,commune | Dòng 4, cột tier: cấp \"commune\" không thể nằm dưới \"99/1\"",
            "units.csv | 99/2,commune | 99/2,ward | Dòng 4, cột tier: không có lựa chọn \"ward\"",
            "units.csv | 2026-06-30 | 2025-12-31 | Dòng 3, cột validTo: ngày cuối 2025-12-31 trước ngày đầu",
            "units.csv | 99/2,commune,Xã Khác,xã Khác,2026 | 99/2,commune,Xã Khác,xã Khác,2025 | Dòng 4, cột "
            + "validFrom, validTo: Xã Khác phải",
            "units.csv | xã Khác | xã Khách | Dòng 4, cột name: \"xã Khách\" phải là \"Xã Khác\" viết trong câu",
            "units.csv | 2026-06-30 | 30/06/2026 | Dòng 3, cột validTo: phải là ngày dạng năm-tháng-ngày",
            "units.csv | fullName | ten | Dòng đầu phải là tên các cột",
            "successors.csv | 99/2 | 99/3 | Dòng 2, cột successor: không có đơn vị \"99/3\"; sửa đường dẫn, hoặc thêm",
            "successors.csv | 99/1,99/2 | 99/2,99/1 | Dòng 2, cột unit: Xã Khác chưa kết thúc; ghi validTo",
            "successors.csv | 99/1,99/2 | 99/1,99/1 | Dòng 2, cột successor: Xã Mẫu không hoạt động vào ngày 2026-07-01", "places.csv | 99/1,Mẫu | 99/x,Mẫu | Dòng 2, cột unit: không có đơn vị \"99/x\"",
            "hamlets.csv | 99/1,1-01 | 99,1-01 | Dòng 2, cột commune: không phải đơn vị cấp xã",
            "hamlets.csv | 99/1,1-01 | 99/1,2-01 | Dòng 2, cột code: \"2-01\" phải là mã xã, gạch nối và số thứ tự, "
            + "ví dụ 1-01", "wage-regions.csv | 99,III | 99,V | Dòng 2, cột region: không có lựa chọn \"V\"",
            "province.properties | root=99 | root=99/1 | root phải là mã của tỉnh; ghi một dòng như root=96",
            "province.properties | root=99 | root=97 | không có dòng cho tỉnh \"97\"",
            "province.properties | root | ruut | không có thiết lập \"ruut\""})
    void whatIsWrongIsToldWithItsPlaceAndWhatToDo(String file, String right, String wrong, String finding) {
        var path = "mau/" + file;
        assertThat(SOUND.get(path)).contains(right);

        assertThat(findings(with(path, SOUND.get(path).replace(right, wrong)))).anySatisfy(found ->
                assertThat(found).startsWith("mau/").contains(finding));
    }

    @Test
    void aNameThatIsNotComposedIsRefused() {
        assertThat(findings(with("mau/units.csv",
                Normalizer.normalize(SOUND.get("mau/units.csv"), Normalizer.Form.NFD))))
                .contains("mau/units.csv: Dòng 2: chữ có dấu ở dạng tổ hợp rời; lưu tệp ở dạng Unicode dựng sẵn (NFC)");
    }

    @Test
    void twoRowsForTheSameAtTheSameTimeAreRefused() {
        assertThat(findings(with("mau/wage-regions.csv",
                SOUND.get("mau/wage-regions.csv") + "99,II,2027-01-01,,Nghị định mẫu\n")))
                .containsExactly("mau/wage-regions.csv: Dòng 3: trùng với dòng 2 (99); bỏ một dòng, hoặc sửa ngày");
    }

    @Test
    void aUnitOfTwoProvincesIsRefused() {
        var two = new TreeMap<>(SOUND);
        two.put("hai/province.properties", "root=99");
        two.put("hai/units.csv", SOUND.get("mau/units.csv"));

        assertThat(findings(two)).hasSize(3).allMatch(found -> found.contains("đã có"));
    }

    @Test
    void aFileThatNothingReadsIsRefused() {
        assertThat(findings(with("mau/unit.csv", ""))).singleElement().asString()
                .startsWith("mau/unit.csv: không có tệp nào mang tên này").contains("units.csv");
    }

    @Test
    void aFolderWithoutUnitsIsRefused() {
        assertThat(findings(Map.of("mau/province.properties", "root=99"))).singleElement().asString()
                .startsWith("mau/units.csv: chưa có");
    }

    private static Map<String, String> with(String path, String text) {
        var files = new TreeMap<>(SOUND);
        files.put(path, text);
        return files;
    }

    private static List<Province> read(Map<String, String> texts) {
        return new ProvinceReader(ProvinceLoadingTest.files(texts), TABLES).read();
    }

    private static List<String> findings(Map<String, String> texts) {
        return catchThrowableOfType(UnsoundProvinces.class, () -> read(texts)).findings();
    }
}
