package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobsTest {

    @ParameterizedTest
    @CsvSource({"true, 0, UP", "true, 14, UP", "true, 15, DEGRADED", "true, 600, DEGRADED", "false, 0, DEGRADED"})
    void jobsThatNobodyDoesAreTold(boolean done, int minutesOverdue, String status) {
        // those that failed are told by a rule of their own: they need an administrator, and are no sign of this node
        assertThat(new Jobs.Queue(3, Duration.ofMinutes(minutesOverdue), 7).status(done).getCode()).isEqualTo(status);
    }
}
