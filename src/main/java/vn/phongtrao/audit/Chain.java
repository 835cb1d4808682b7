package vn.phongtrao.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import com.fasterxml.jackson.annotation.JsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.refusal.Refusal;

/** Whether what has been sealed is still there as it was. */
@Service
public class Chain {

    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);
    private static final int TOLD = 100;
    /** Each holds up to a thousand digests. */
    private static final int SEALS_AT_ONCE = 10;
    private final JdbcClient jdbc;
    private final JdbcClient seals;
    private final TransactionTemplate snapshot;
    private final Clock clock;
    private final Semaphore free = new Semaphore(1);

    Chain(JdbcClient jdbc, DataSource database, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        var few = new JdbcTemplate(database);
        few.setFetchSize(SEALS_AT_ONCE);
        this.seals = JdbcClient.create(few);
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What is wrong. */
    public enum Fault {
        /** An event that was sealed says something else now. */
        CHANGED,
        /** One that was sealed is gone before its time. */
        REMOVED,
        /** One has come among those that were sealed. */
        INSERTED,
        /** A seal's hash is not that of what it holds and of the seal before. */
        SEAL_CHANGED,
        /** A seal is missing before this one. */
        SEAL_REMOVED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param seal  number of the seal; null where it is none's @param event number of the event; null where it is the seal itself */
    public record Finding(Fault fault, Long seal, Long event) {
    }

    /** The last seal, to be kept where nobody changes it. @param lastAt when the newest of its events was @param hash of all this, in hexadecimal digits */
    public record Head(long number, Instant lastAt, long lastEvent, String hash) {
    }

    /**
     * How the chain was found.
     *
     * @param head         null while nothing is sealed
     * @param events       that are sealed and there
     * @param forgotten    that were sealed and whose time had come
     * @param waiting      that are not sealed yet
     * @param waitingSince when the first of those was; null for none
     * @param sound        whether nothing that was sealed is otherwise
     * @param findings     the first of them
     */
    public record State(Instant checkedAt, Head head, long seals, long events, long forgotten, long waiting, Instant waitingSince, boolean sound,
                        List<Finding> findings) {

        /** Sealing waits for transactions that run; longer than this none should. */
        private static final Duration LONGEST = Duration.ofHours(1);

        /** Whether some wait too long. Nothing is wrong with them, but they can be changed unseen. */
        public boolean late() {
            return waitingSince != null && waitingSince.isBefore(checkedAt.minus(LONGEST));
        }
    }

    /** @throws Refusal conflict, while it is being checked already */
    public State check() {
        if (!free.tryAcquire()) {
            throw Refusal.conflict("Chuỗi đang được kiểm tra; hãy thử lại sau ít phút");
        }
        try {
            return snapshot.execute(running -> new Check().run());
        } finally {
            free.release();
        }
    }

    /** The hash of a seal, to be compared with what was kept of it. @throws Refusal not found */
    public Head seal(long number) {
        return jdbc.sql("select * from audit_seal where number = ?").param(number).query(Chain::head).optional()
                .orElseThrow(() -> Refusal.notFound("Không có niêm phong này"));
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        return new Head(row.getLong("number"), row.getTimestamp("last_at").toInstant(), row.getLong("last_id"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /** The log keeps the head beside the database. */
    @Scheduled(cron = "0 45 4 * * *", zone = Vietnam.ZONE)
    void look() {
        try {
            var state = check();
            if (state.sound) {
                LOG.info("The audit trail is as it was sealed: {} seals, {} events; the last seal is {}", state.seals, state.events, state.head);
            } else {
                LOG.error("The audit trail was changed, see /audit: {}", state.findings);
            }
            if (state.late()) {
                LOG.warn("{} events of the audit trail wait to be sealed, since {}: a transaction does not end, or clocks differ", state.waiting,
                        state.waitingSince);
            }
        } catch (Refusal | DataAccessException | TransactionException away) {
            LOG.warn("The audit trail was not checked", away);
        }
    }

    /** One walk along seals and events, both in their order. */
    private final class Check {

        private final List<Finding> findings = new ArrayList<>();
        private final Cuts cuts = Cuts.of(jdbc);
        private Iterator<Event> events;
        private Event next;
        private byte[] before = {};
        private Head head;
        private long last;
        private long found;
        private long gone;
        private long waiting;
        private Instant waitingSince;

        State run() {
            try (var all = jdbc.sql("select * from audit_event order by id").query(Event::of).stream();
                 var chain = seals.sql("select * from audit_seal order by number").query(Seal::of).stream()) {
                events = all.iterator();
                step();
                chain.forEach(this::check);
                rest();
            }
            return new State(clock.instant(), head, last, found, gone, waiting, waitingSince, findings.isEmpty(),
                    findings.size() > TOLD ? List.copyOf(findings.subList(0, TOLD)) : findings);
        }

        private void check(Seal seal) {
            if (seal.number() != last + 1 || seal.firstId() != (head == null ? 0 : head.lastEvent) + 1) {
                findings.add(new Finding(Fault.SEAL_REMOVED, seal.number(), null));
            } else if (!Arrays.equals(seal.reckoned(before), seal.hash())) {
                findings.add(new Finding(Fault.SEAL_CHANGED, seal.number(), null));
            }
            seal.members().forEach(member -> check(seal, member));
            insertedUntil(seal.lastId(), seal.number());
            last = seal.number();
            before = seal.hash();
            head = new Head(seal.number(), seal.lastAt(), seal.lastId(), seal.hex());
        }

        private void check(Seal seal, Seal.Member member) {
            insertedUntil(member.id() - 1, seal.number());
            if (next != null && next.id() == member.id()) {
                found++;
                if (!Arrays.equals(next.digest(), member.digest())) {
                    findings.add(new Finding(Fault.CHANGED, seal.number(), member.id()));
                }
                step();
            } else if (cuts.covers(seal, member)) {
                gone++;
            } else {
                findings.add(new Finding(Fault.REMOVED, seal.number(), member.id()));
            }
        }

        private void insertedUntil(long id, long seal) {
            while (next != null && next.id() <= id) {
                findings.add(new Finding(Fault.INSERTED, seal, next.id()));
                step();
            }
        }

        private void rest() {
            for (; next != null; step()) {
                waiting++;
                if (waitingSince == null || next.at().isBefore(waitingSince)) {
                    waitingSince = next.at();
                }
            }
        }

        private void step() {
            next = events.hasNext() ? events.next() : null;
        }
    }
}
