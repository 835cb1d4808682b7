package vn.phongtrao.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.calendar.Vietnam;

/**
 * How long events are kept. What has been sealed goes when its time has come, seal by seal; the seals stay, and what went is an event itself, as
 * is each rule by which it went. The database lets nothing else go.
 */
@Service
public class EventRetention {

    private static final Logger LOG = LoggerFactory.getLogger(EventRetention.class);

    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EventRetention(AuditTrail trail, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param validUntil the last day; null where none is known */
    public record Rule(Kind kind, int keptMonths, String legalBasis, LocalDate validFrom, LocalDate validUntil) {
    }

    /** All of them, also those that have ended. */
    public List<Rule> rules() {
        return jdbc.sql("select * from audit_retention order by kind, valid_from").query((row, index) -> new Rule(Kind.of(row.getString("kind")),
                row.getInt("kept_months"), row.getString("legal_basis"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class))).list();
    }

    @Scheduled(cron = "0 30 4 * * *", zone = Vietnam.ZONE)
    void forget() {
        try {
            transaction.executeWithoutResult(running -> {
                if (jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('audit:retention', 0))").query(Boolean.class).single()) {
                    var today = LocalDate.now(clock);
                    rules().stream().filter(rule -> !today.isBefore(rule.validFrom)
                            && (rule.validUntil == null || !today.isAfter(rule.validUntil))).forEach(this::forget);
                }
            });
        } catch (DataAccessException | TransactionException kept) {
            LOG.error("Nothing was removed from the audit trail", kept);
        }
    }

    /** The system's calendar may be another than the database's own, which has the last word. */
    private void forget(Rule rule) {
        var now = Stream.of(clock.instant(), Cuts.now(jdbc)).min(Comparator.naturalOrder()).orElseThrow();
        var gone = jdbc.sql("""
                        delete from audit_event event using audit_seal seal
                        where seal.last_id >= (select min(id) from audit_event where kind = :kind) and event.id between seal.first_id and seal.last_id
                              and event.kind = :kind and seal.last_at < :before
                        returning event.id""")
                .param("kind", rule.kind.id()).param("before", Timestamp.from(Cuts.before(now, rule.keptMonths))).query(Long.class).list();
        if (!gone.isEmpty()) {
            var until = gone.stream().mapToLong(Long::longValue).max().orElseThrow();
            trail.tell(Act.done(Kind.RETENTION, "forget", new Identifiers().with("kind", rule.kind.id()).with("months", rule.keptMonths).with("until", until)
                    .with("rows", gone.size()).text()), null);
            LOG.info("{} events of kind {} were removed from the audit trail: their time had come", gone.size(), rule.kind.id());
        }
    }
}
