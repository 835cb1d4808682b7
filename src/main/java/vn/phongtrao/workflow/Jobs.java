package vn.phongtrao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.watch.Degraded;
import vn.phongtrao.watch.Sampled;

/** The engine's jobs, as health and in figures: whether somebody does them, how many are due, and which have failed for good. */
@Component("jobsHealthIndicator")
class Jobs extends AbstractHealthIndicator implements MeterBinder {

    /** Longer than a job that failed once waits for its next time. */
    private static final Duration LONG = Duration.ofMinutes(15);

    private final Engine engine;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Sampled<Queue> queue = Sampled.eachMinute(this::read);

    Jobs(Engine engine, DataSource database, Clock clock) {
        super("Jobs cannot be counted");
        this.engine = engine;
        jdbc = Sampled.hurried(database);
        this.clock = clock;
    }

    /** @param overdue how long the oldest of them has been due */
    record Queue(long due, Duration overdue, long failed) {

        Status status(boolean done) {
            return done && overdue.compareTo(LONG) < 0 ? Status.UP : Degraded.STATUS;
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var found = queue.get().orElseThrow();
        health.status(found.status(done())).withDetail("due", found.due()).withDetail("overdueSeconds", found.overdue().toSeconds())
                .withDetail("failed", found.failed());
    }

    /** A node that is told not to do jobs is none that does not. */
    private boolean done() {
        JobExecutor executor = ((ProcessEngineConfigurationImpl) engine.services().getProcessEngineConfiguration()).getJobExecutor();
        return executor == null || !executor.isAutoActivate() || executor.isActive();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("phongtrao.jobs.due", queue, all -> all.number(Queue::due)).description("Jobs that are due").register(registry);
        Gauge.builder("phongtrao.jobs.overdue", queue, all -> all.number(found -> found.overdue().toSeconds()))
                .description("How long the oldest job has been due").baseUnit("seconds").register(registry);
        Gauge.builder("phongtrao.jobs.failed", queue, all -> all.number(Queue::failed))
                .description("Jobs that failed as often as they are tried").register(registry);
    }

    private Queue read() {
        var now = clock.instant();
        return jdbc.sql("""
                        select count(*) filter (where due) as due, min(coalesce(duedate_, create_time_)) filter (where due) as since,
                               count(*) filter (where retries_ <= 0) as failed
                        from (select *, retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_ <= :now, true) as due from act_ru_job) job""")
                .param("now", Timestamp.from(now)).query((row, index) -> queue(row, now)).single();
    }

    private static Queue queue(ResultSet row, Instant now) throws SQLException {
        var since = row.getTimestamp("since");
        return new Queue(row.getLong("due"), since == null ? Duration.ZERO : Duration.between(since.toInstant(), now), row.getLong("failed"));
    }
}
