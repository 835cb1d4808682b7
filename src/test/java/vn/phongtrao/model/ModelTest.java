package vn.phongtrao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.model.Model.Recognition;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** What a model of the register may still become. */
class ModelTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final Place PLACE = new Place(UnitPath.of("95/954/31813"), null, null);

    @ParameterizedTest
    @CsvSource({"COMMUNE, false", "DISTRICT, false", "PROVINCE, true", "MINISTRY, true"})
    void aModelClimbsAndNeitherStaysNorSteps(Level level, boolean free) {
        var model = recognised(null, Level.DISTRICT, Level.COMMUNE);

        if (free) {
            assertThatCode(() -> model.requireBelow(level)).doesNotThrowAnyException();
        } else {
            assertRefused("level", "cấp huyện theo Quyết định số district/QĐ-UBND ngày 01/06/2024 của ", () -> model.requireBelow(level));
        }
    }

    @Test
    void theHighestLevelCountsWhateverTheOrderInTheRegister() {
        assertThat(recognised(null, Level.PROVINCE, Level.COMMUNE).highest().level()).isEqualTo(Level.PROVINCE);
    }

    @Test
    void whatIsRetiredNoLongerWorks() {
        assertRefused("modelId", "đã thanh loại từ ngày 01/06/2024",
                () -> recognised(DAY, Level.COMMUNE).requireEffective());
        assertRefused("siteId", "đã thanh loại từ ngày 01/06/2024",
                () -> new Site(1, 1, "Điểm mẫu", PLACE, 1, DAY).requireEffective());
        assertThatCode(() -> recognised(null, Level.COMMUNE).requireEffective()).doesNotThrowAnyException();
        assertThatCode(() -> new Site(1, 1, "Điểm mẫu", PLACE, 1, null).requireEffective()).doesNotThrowAnyException();
    }

    @Test
    void levelsAreCountedFromTheCommune() {
        assertThat(Arrays.stream(Level.values()).map(Level::rank)).containsExactly(1, 2, 3, 4);
        assertThat(Level.find("world")).isEmpty();
        assertThatThrownBy(() -> Level.of("world")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMinistryKeepsItsCapitalWithinASentence() {
        assertThat(Level.MINISTRY.lowerLabel()).isEqualTo("Bộ Công an");
        assertThat(Level.PROVINCE.lowerLabel()).isEqualTo("cấp tỉnh");
    }

    private static Model recognised(LocalDate retiredOn, Level... levels) {
        return new Model(1, "Mô hình mẫu", ModelGroup.CRIME_PREVENTION, null, PLACE, null, 1, retiredOn,
                Arrays.stream(levels).map(level -> new Recognition(level, null, level.id() + "/QĐ-UBND", DAY,
                        "Chủ tịch"))
                        .toList());
    }

    private static void assertRefused(String field, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).hasValue(field);
            assertThat(refusal.legalBasis()).hasValue(Models.GUIDANCE);
        }).hasMessageContaining(message);
    }
}
