package vn.phongtrao.workflow;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the engine deletes the history of instances whose time to live, which their models say, has ended. Nothing of a dossier lies there but the
 * path that its diagram shows: steps, papers, decisions and registers stay.
 *
 * @param from  time of day in the province, null to keep history for ever
 * @param until time of day, before {@code from} for one of the next day
 */
@ConfigurationProperties("phongtrao.history-cleanup")
record HistoryCleanup(LocalTime from, LocalTime until) {

    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("HH:mmxx");

    /** @param now in the province's time zone, which need not be the machine's */
    void addTo(ProcessEngineConfigurationImpl configuration, ZonedDateTime now) {
        if (from != null) {
            configuration.setHistoryCleanupBatchWindowStartTime(now.with(from).format(WITH_OFFSET));
            configuration.setHistoryCleanupBatchWindowEndTime(now.with(until).format(WITH_OFFSET));
        }
    }
}
