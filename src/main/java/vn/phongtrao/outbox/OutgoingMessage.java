package vn.phongtrao.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in hand.
 *
 * @param name      what it is called outside, at each attempt the same, so that whoever gets it twice can tell
 * @param recipient a mail address, or the name by which whoever carries calls knows the recipient
 * @param subject   of a mail, or the type of an event
 * @param attempts  with the one that is being made
 */
public record OutgoingMessage(long id, UUID name, String recipient, String subject, String body, Instant createdAt,
                              int attempts) {

    /** Without what nobody has to read in a log. */
    @Override
    public String toString() {
        return "message " + id;
    }
}
