package vn.phongtrao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    @ParameterizedTest
    @ValueSource(strings = {"30/6/2024", "30/06/2024", "30-6-2024", "30.06.2024", "30 / 6 / 2024", "2024-06-30", "2024-6-30"})
    void aDayIsReadAsPeopleWriteIt(String text) {
        assertThat(WrittenDay.of(text)).contains(DAY);
        assertThat(WrittenDay.firstIn("từ " + text + " đến hết")).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2024", "07/13/2024", "2024-02-30"})
    void whatIsInNoCalendarIsWrittenButNoDay(String text) {
        assertThat(WrittenDay.is(text)).isTrue();
        assertThat(WrittenDay.of(text)).isEmpty();
        assertThat(WrittenDay.firstIn(text + "; 30/6/2024")).contains(DAY);
        assertThat(WrittenDay.rewritten(text, day -> "x")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30/6/24", "30/6", "6/2024", "130/6/2024", "30/6/20245", "30/6/1824", "từ 30/6/2024"})
    void anythingElseIsNoDay(String text) {
        assertThat(WrittenDay.is(text)).isFalse();
        assertThat(WrittenDay.of(text)).isEmpty();
    }

    @Test
    void daysOfATextAreWrittenOtherwiseAndTheRestStays() {
        assertThat(WrittenDay.rewritten("[1/7/2024..30.6.2025], date(\"2026-01-01\")", LocalDate::toString))
                .isEqualTo("[2024-07-01..2025-06-30], date(\"2026-01-01\")");
    }
}
