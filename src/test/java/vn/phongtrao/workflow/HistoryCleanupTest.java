package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;

class HistoryCleanupTest {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 29, 10, 0, 0, 0, ZoneId.of("Asia/Ho_Chi_Minh"));

    private final StandaloneInMemProcessEngineConfiguration engine = new StandaloneInMemProcessEngineConfiguration();

    @Test
    void historyIsDeletedWithinTheWindowInTheProvincesTime() {
        new HistoryCleanup(LocalTime.of(22, 0), LocalTime.of(4, 30)).addTo(engine, NOW);

        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("22:00+0700");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("04:30+0700");
    }

    @Test
    void withoutAWindowItIsKept() {
        new HistoryCleanup(null, LocalTime.of(4, 0)).addTo(engine, NOW);

        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isNull();
    }
}
