package vn.phongtrao.outbox;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.outbox.Delivery.Result;

/**
 * Which messages wait, who has them in hand, and what became of them. Each step is a transaction of its own, so that
 * what was taken is known to be taken before it is sent, and what was sent is known before the next one is.
 */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final OutboxProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(OutboxProperties properties, JdbcClient jdbc, Clock clock) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes those that have waited longest, oldest first. Nodes that come at the same time take others. Whoever takes
     * them has them for a while: what is not {@linkplain #mark marked} until then is taken again.
     */
    List<OutgoingMessage> take(Channel channel, int most) {
        var now = clock.instant();
        return jdbc.sql("""
                        update outgoing_message set attempts = attempts + 1, next_attempt_at = :until
                        where id in (select id from outgoing_message
                                     where channel = :channel and sent_at is null and given_up_at is null
                                       and next_attempt_at <= :now
                                     order by next_attempt_at, id limit :most for update skip locked)
                        returning id, name, recipient, subject, body, created_at, attempts""")
                .param("channel", channel.id()).param("now", Timestamp.from(now)).param("most", most)
                .param("until", Timestamp.from(now.plus(properties.inHand())))
                .query((row, index) -> new OutgoingMessage(row.getLong("id"), row.getObject("name", UUID.class),
                        row.getString("recipient"), row.getString("subject"), row.getString("body"),
                        row.getTimestamp("created_at").toInstant(), row.getInt("attempts")))
                .list().stream().sorted(Comparator.comparingLong(OutgoingMessage::id)).toList();
    }

    /** Nothing changes where another node has taken the message since. */
    void mark(Channel channel, OutgoingMessage message, Delivery delivery) {
        var now = clock.instant();
        var patience = properties.patience(channel);
        var next = now.plus(patience.pause(message.attempts()));
        var late = next.isAfter(message.createdAt().plus(patience.giveUpAfter()));
        var sent = delivery.result() == Result.SENT;
        var givenUp = delivery.result() == Result.REFUSED || !sent && late;
        var marked = jdbc.sql("""
                        update outgoing_message
                        set next_attempt_at = :next, answer = :answer, sent_at = :sentAt, given_up_at = :givenUpAt
                        where id = :id and attempts = :attempts and sent_at is null and given_up_at is null""")
                .param("next", Timestamp.from(next)).param("answer", delivery.answer(), Types.VARCHAR)
                .param("sentAt", sent ? Timestamp.from(now) : null, Types.TIMESTAMP)
                .param("givenUpAt", givenUp ? Timestamp.from(now) : null, Types.TIMESTAMP)
                .param("id", message.id()).param("attempts", message.attempts()).update();
        if (marked > 0 && givenUp) {
            LOG.warn("Message {} ({}) is given up after {} attempts: {}", message.id(), channel.id(),
                    message.attempts(), delivery.answer());
        }
    }

    /** In parts. @return how many were deleted */
    int deleteOld(int most) {
        return jdbc.sql("""
                        delete from outgoing_message where id in (
                            select id from outgoing_message where created_at < ? order by created_at limit ?
                            for update skip locked)""")
                .params(Timestamp.from(clock.instant().minus(properties.kept())), most).update();
    }
}
