package vn.phongtrao.safearea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.refusal.Refusal;

/** When proposals for a year are taken, and when they are late. */
class WindowTest {

    private static final Window YEAR = new Window(LocalDate.of(2023, 11, 1), LocalDate.of(2024, 10, 31),
            LocalDate.of(2024, 10, 1), LocalDate.of(2024, 11, 20), "Điều 8");

    @ParameterizedTest
    @ValueSource(strings = {"2024-10-01", "2024-11-19"})
    void proposalsAreTakenFromTheFirstDayToTheDayBeforeAllIsToBeFinished(LocalDate day) {
        assertThatCode(() -> YEAR.requireOpen(2024, day)).doesNotThrowAnyException();
        assertThat(YEAR.late(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-09-30", "2024-11-20"})
    void onOtherDaysTheRefusalNamesTheYearAndItsDays(LocalDate day) {
        assertThatThrownBy(() -> YEAR.requireOpen(2024, day)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).hasValue("year");
            assertThat(refusal.legalBasis()).hasValue("Điều 8");
        }).hasMessageContaining("Đề nghị cho năm 2024 được nhận từ ngày 01/10/2024 đến trước ngày 20/11/2024");
    }

    @Test
    void whatIsLateIsSaidAndStillDecided() {
        assertThat(YEAR.late(LocalDate.of(2024, 11, 20))).isTrue();
        assertThat(YEAR.lateness()).isEqualTo(new Finding(null, false,
                "Đã quá thời hạn: phải hoàn thành trước ngày 20/11/2024", false, "Điều 8"));
    }
}
