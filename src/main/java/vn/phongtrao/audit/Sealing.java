package vn.phongtrao.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals events into the chain, some at a time. Whoever writes one waits for nobody: it is sealed when all transactions have ended that could have a
 * number up to the one looked at. Nodes take turns.
 */
@Component
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final int MOST = 1000;
    private static final byte[] NOTHING = {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** What this node waits to seal; null for nothing. */
    private Horizon horizon;

    Sealing(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Numbers up to {@code last} are of transactions before {@code own}. */
    private record Horizon(long last, long own) {
    }

    private record Head(long number, long lastId, byte[] hash) {
    }

    @Scheduled(fixedDelayString = "${phongtrao.audit.seal-every}")
    void seal() {
        try {
            var sealed = MOST;
            while (sealed == MOST) {
                sealed = sealSome();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The audit trail was not sealed", away);
        }
    }

    /** @return how many events */
    private synchronized int sealSome() {
        return transaction.execute(running -> {
            if (!ask("select pg_try_advisory_xact_lock(hashtextextended('audit:seal', 0))", Boolean.class)) {
                return 0;
            }
            var head = jdbc.sql("select number, last_id, hash from audit_seal order by number desc limit 1")
                    .query((row, index) -> new Head(row.getLong(1), row.getLong(2), row.getBytes(3))).optional().orElse(new Head(0, 0, NOTHING));
            if (horizon == null || horizon.last <= head.lastId) {
                horizon = look(head.lastId);
            }
            return horizon != null && ended(horizon.own) ? seal(head, horizon.last) : 0;
        });
    }

    /** In this order: who takes a number has an id already. @return null where there is nothing */
    private Horizon look(long sealed) {
        var last = ask("select case when is_called then last_value else 0 end from audit_event_number", Long.class);
        return last > sealed ? new Horizon(last, ask("select pg_current_xact_id()::text::bigint", Long.class)) : null;
    }

    /** Whether all transactions before that one have ended. */
    private boolean ended(long own) {
        if (own > ask("select pg_current_xact_id()::text::bigint", Long.class)) {
            // the database has been restored into another one meanwhile
            horizon = null;
            return false;
        }
        return ask("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class) >= own;
    }

    private int seal(Head head, long last) {
        var events = jdbc.sql("select * from audit_event where id > ? and id <= ? order by id limit " + MOST).param(head.lastId).param(last)
                .query(Event::of).list();
        if (events.isEmpty()) {
            // numbers of what was rolled back: the next seal passes over them
            horizon = null;
            return 0;
        }
        var until = events.size() == MOST ? events.get(MOST - 1).id() : last;
        var unhashed = new Seal(head.number + 1, head.lastId + 1, until,
                events.stream().map(Event::at).max(Comparator.naturalOrder()).orElseThrow(),
                events.stream().map(event -> new Seal.Member(event.id(), event.kind().id(), event.digest())).toList(), NOTHING);
        keep(unhashed, unhashed.reckoned(head.hash));
        return events.size();
    }

    private void keep(Seal seal, byte[] hash) {
        jdbc.sql("""
                        insert into audit_seal (number, sealed_at, first_id, last_id, last_at, ids, kinds, digests, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(List.of(seal.number(), Timestamp.from(clock.instant()), seal.firstId(), seal.lastId(), Timestamp.from(seal.lastAt()),
                        seal.members().stream().map(Seal.Member::id).toArray(Long[]::new),
                        seal.members().stream().map(Seal.Member::kind).toArray(String[]::new),
                        seal.members().stream().map(Seal.Member::digest).toArray(byte[][]::new), hash)).update();
    }

    private <T> T ask(String question, Class<T> type) {
        return jdbc.sql(question).query(type).single();
    }
}
