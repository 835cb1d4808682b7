package vn.phongtrao.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;

/** What waits, was sent or was given up, for administrators. What was written in a message is not shown. */
@Service
@Transactional(readOnly = true)
public class OutgoingMessages {

    private static final Sortable SORTABLE = Sortable.by("id", "createdAt");
    private static final String LIST = """
            (select *, case when sent_at is not null then 'sent' when given_up_at is not null then 'given-up'
                       else 'waiting' end as state from outgoing_message) messages""";

    private final JdbcClient jdbc;
    private final Clock clock;

    OutgoingMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum State {
        WAITING, SENT, GIVEN_UP;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException for any other text than an id */
        @JsonCreator
        public static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * A message.
     *
     * @param name          what it is called outside
     * @param subject       of a mail, or the type of an event
     * @param nextAttemptAt null where there is none
     * @param endedAt       when it was sent or given up; null while it waits
     * @param answer        what the other side said last; null before
     */
    public record Entry(long id, UUID name, Channel channel, String recipient, String subject, Instant createdAt,
                        State state, int attempts, Instant nextAttemptAt, Instant endedAt, String answer) {
    }

    /** What a list is asked for; null leaves a criterion out. */
    public record Filter(Channel channel, State state, String recipient) {
    }

    /** How many wait, since when the oldest of them does, and how many were given up and are still kept. */
    public record Standing(long waiting, Instant waitingSince, long givenUp) {
    }

    public Page<Entry> list(Filter filter, Pageable pageable) {
        return new RegisterQuery<>(jdbc, LIST, SORTABLE, OutgoingMessages::entry)
                .where("channel = :channel", "channel", filter.channel() == null ? null : filter.channel().id())
                .where("state = :state", "state", filter.state() == null ? null : filter.state().id())
                .where("recipient = :recipient", "recipient", filter.recipient()).page(pageable);
    }

    public Standing standing() {
        return jdbc.sql("""
                        select count(*) as waiting, min(created_at) as since,
                               (select count(*) from outgoing_message where given_up_at is not null) as given_up
                        from outgoing_message where sent_at is null and given_up_at is null""")
                .query((row, index) -> new Standing(row.getLong("waiting"), instant(row.getTimestamp("since")),
                        row.getLong("given_up"))).single();
    }

    /**
     * Sends once more, under the same name, what was sent or given up.
     *
     * @param recipient whom it must be for; null for anybody
     * @throws Refusal not found; conflict, while it still waits
     */
    @Transactional
    public void again(long id, String recipient) {
        var found = jdbc.sql("""
                        select sent_at is null and given_up_at is null from outgoing_message
                        where id = :id and (:recipient::text is null or recipient = :recipient) for update""")
                .param("id", id).param("recipient", recipient, Types.VARCHAR).query(Boolean.class).optional()
                .orElseThrow(() -> Refusal.notFound("Không có lần gửi này"));
        if (found) {
            throw Refusal.conflict("Lần gửi này còn đang chờ, hệ thống sẽ tự gửi");
        }
        // also the oldest is tried for as long as a new one
        jdbc.sql("""
                        update outgoing_message set sent_at = null, given_up_at = null, next_attempt_at = :now, created_at = :now
                        where id = :id""")
                .param("now", Timestamp.from(clock.instant())).param("id", id).update();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var state = State.of(row.getString("state"));
        var ended = row.getTimestamp(state == State.SENT ? "sent_at" : "given_up_at");
        return new Entry(row.getLong("id"), row.getObject("name", UUID.class), Channel.of(row.getString("channel")),
                row.getString("recipient"), row.getString("subject"), row.getTimestamp("created_at").toInstant(), state,
                row.getInt("attempts"), state == State.WAITING ? instant(row.getTimestamp("next_attempt_at")) : null,
                instant(ended), row.getString("answer"));
    }

    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
