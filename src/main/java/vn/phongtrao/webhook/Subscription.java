package vn.phongtrao.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import vn.phongtrao.unit.UnitPath;

/**
 * A system that is told.
 *
 * @param target       where it is called
 * @param unitPath     it is told of dossiers of this unit and of those below it
 * @param stopped      why the program has switched it off: {@code gone}, where the system said so (410), or
 *                     {@code failing}; null otherwise
 * @param failingSince since when no call has got there; null where the last one did
 * @param enteredBy    user name of the administrator
 */
public record Subscription(long id, URI target, UnitPath unitPath, Set<EventType> events, boolean enabled,
                           String stopped, Instant failingSince, String enteredBy, Instant enteredAt) {

    /** How the outbox names it. */
    String recipient() {
        return recipient(id);
    }

    static String recipient(long id) {
        return "webhook-" + id;
    }

    static long id(String recipient) {
        return Long.parseLong(recipient.substring(recipient.lastIndexOf('-') + 1));
    }
}
