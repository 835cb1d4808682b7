package vn.phongtrao.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockHealthTest {

    private static final Instant THEIRS = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, UP", "29, UP", "-30, UP", "31, DEGRADED", "-3600, DEGRADED"})
    void aClockThatGoesAnotherWayIsTold(int apart, String status) {
        assertThat(ClockHealth.apart(THEIRS.plusSeconds(apart), THEIRS).getCode()).isEqualTo(status);
    }
}
