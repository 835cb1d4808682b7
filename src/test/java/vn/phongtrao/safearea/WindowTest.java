package vn.phongtrao.safearea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.refusal.Refusal;

/** When proposals for a year are taken, when they are recognised, and when they are late. */
class WindowTest {

    private static final Window YEAR = new Window(LocalDate.of(2023, 11, 1), LocalDate.of(2024, 10, 31),
            LocalDate.of(2024, 10, 1), LocalDate.of(2024, 11, 20), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31),
            "Điều 8");

    @ParameterizedTest
    @ValueSource(strings = {"2024-10-01", "2024-11-19"})
    void proposalsAreTakenFromTheFirstDayToTheDayBeforeAllIsToBeFinished(LocalDate day) {
        assertThatCode(() -> YEAR.requireOpen(2024, day)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-09-30", "2024-11-20"})
    void onOtherDaysTheRefusalNamesTheYearAndItsDays(LocalDate day) {
        assertThatThrownBy(() -> YEAR.requireOpen(2024, day)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).hasValue("year");
            assertThat(refusal.legalBasis()).hasValue("Điều 8");
        }).hasMessageContaining("Đề nghị cho năm 2024 được nhận từ ngày 01/10/2024 đến trước ngày 20/11/2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01", "2024-10-31"})
    void nothingIsRecognisedBeforeItsYearHasEnded(LocalDate day) {
        assertThatThrownBy(() -> YEAR.requireEnded(day)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).hasValue("year");
            assertThat(refusal.legalBasis()).hasValue("Điều 8");
        }).hasMessageContaining("Năm xét chưa kết thúc: kết quả tính đến hết ngày 31/10/2024, chỉ công nhận được từ ngày "
                + "01/11/2024");
        assertThat(YEAR.timeliness(day)).hasValueSatisfying(finding -> {
            assertThat(finding.fits()).isFalse();
            assertThat(finding.enforced()).isTrue();
            assertThat(finding.message()).startsWith("Năm xét chưa kết thúc");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-01", "2024-11-19"})
    void fromTheDayAfterItsYearNothingStandsAgainstIt(LocalDate day) {
        assertThatCode(() -> YEAR.requireEnded(day)).doesNotThrowAnyException();
        assertThat(YEAR.timeliness(day)).isEmpty();
    }

    @Test
    void whatIsLateIsSaidAndStillDecided() {
        var day = LocalDate.of(2024, 11, 20);
        assertThatCode(() -> YEAR.requireEnded(day)).doesNotThrowAnyException();
        assertThat(YEAR.timeliness(day)).contains(new Finding(null, false,
                "Đã quá thời hạn: phải hoàn thành trước ngày 20/11/2024", false, "Điều 8"));
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, false", "2024-01-01, true", "2024-03-31, true", "2024-04-01, false"})
    void aRegistrationCountsInTheFirstQuarter(LocalDate day, boolean counts) {
        assertThat(YEAR.countsRegistrationOn(day)).isEqualTo(counts);
    }
}
