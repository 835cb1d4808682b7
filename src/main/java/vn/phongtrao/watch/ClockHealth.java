package vn.phongtrao.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether this machine's clock goes with the database's: sign-ins, turns and last days go by both. */
@Component("clockHealthIndicator")
class ClockHealth extends AbstractHealthIndicator {

    private static final Duration MOST = Duration.ofSeconds(30);

    /** The machine's own, not that of the calendar which is shown. */
    private final Clock machine = Clock.systemUTC();
    private final JdbcClient jdbc;

    ClockHealth(JdbcClient jdbc) {
        super("The database does not tell its time");
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var theirs = jdbc.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
        var ours = machine.instant();
        health.status(apart(ours, theirs)).withDetail("secondsApart", Duration.between(theirs, ours).toSeconds());
    }

    static Status apart(Instant ours, Instant theirs) {
        return Duration.between(theirs, ours).abs().compareTo(MOST) > 0 ? Degraded.STATUS : Status.UP;
    }
}
