package vn.phongtrao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    private static final Unit PROVINCE = unit("95", Tier.PROVINCE, "Tỉnh Bạc Liêu", "tỉnh Bạc Liêu");
    private static final Unit COMMUNE = unit("95/956/31843", Tier.COMMUNE, "Thị trấn Ngan Dừa", "thị trấn Ngan Dừa");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "police-officer  | Cán bộ Công an thị trấn Ngan Dừa",
            "police-chief    | Trưởng Công an thị trấn Ngan Dừa",
            "committee-clerk | Công chức Ủy ban nhân dân thị trấn Ngan Dừa",
            "committee-chair | Chủ tịch Ủy ban nhân dân thị trấn Ngan Dừa",
            "council-member  | Thành viên Hội đồng Thi đua - Khen thưởng thị trấn Ngan Dừa"})
    void positionsHaveTheirTitlesInACommune(String position, String title) {
        assertThat(COMMUNE.title(Position.of(position))).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "police-officer  | Cán bộ Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc (PV05), Công an tỉnh Bạc Liêu",
            "police-chief    | Giám đốc Công an tỉnh Bạc Liêu",
            "committee-clerk | Sở Nội vụ tỉnh Bạc Liêu",
            "committee-chair | Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu"})
    void positionsHaveTheirTitlesInAProvince(String position, String title) {
        assertThat(PROVINCE.title(Position.of(position))).isEqualTo(title);
    }

    @Test
    void aUnitsCodeIsTheLastOfItsPath() {
        assertThat(COMMUNE.code()).isEqualTo("31843");
        assertThat(PROVINCE.code()).isEqualTo("95");
    }

    @Test
    void aUnitIsValidFromItsFirstToItsLastDay() {
        assertThat(COMMUNE.validOn(LocalDate.of(2004, 1, 1))).isTrue();
        assertThat(COMMUNE.validOn(LocalDate.of(2025, 6, 30))).isTrue();
        assertThat(COMMUNE.validOn(LocalDate.of(2003, 12, 31))).isFalse();
        assertThat(COMMUNE.validOn(LocalDate.of(2025, 7, 1))).isFalse();
    }

    private static Unit unit(String path, Tier tier, String fullName, String name) {
        return new Unit(UnitPath.of(path), tier, fullName, name, LocalDate.of(2004, 1, 1), LocalDate.of(2025, 6, 30));
    }
}
