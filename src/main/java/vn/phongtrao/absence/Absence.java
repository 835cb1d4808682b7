package vn.phongtrao.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;
import vn.phongtrao.security.Manner;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * An absence as it stands.
 *
 * @param absent     user name of who is away
 * @param absentName full name; null where Keycloak has none
 * @param from       first day
 * @param to         last day
 * @param title      the deputy's own title as papers print it; null of a colleague
 * @param endedAt    when it was ended or cancelled; null otherwise
 */
public record Absence(long id, UnitPath unitPath, Position position, String absent, String absentName, String deputy,
                      String deputyName, LocalDate from, LocalDate to, Manner manner, String mannerName, String title,
                      String mandateNumber, LocalDate mandateDate, State state, String enteredBy, Instant enteredAt,
                      Instant endedAt) {

    /** Where it stands today. */
    public enum State {
        COMING, CURRENT, PAST, ENDED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static String name(Manner manner) {
        return Labels.of("manner." + manner.id());
    }

    static State state(LocalDate from, LocalDate to, Instant endedAt, LocalDate today) {
        return endedAt != null ? State.ENDED : today.isBefore(from) ? State.COMING
                : today.isAfter(to) ? State.PAST : State.CURRENT;
    }

    public Post post() {
        return new Post(unitPath, position);
    }

    /** {@code Nguyễn Văn Mẫu}, or the user name where Keycloak has no other. */
    public String who() {
        return absentName == null ? absent : absentName;
    }

    public String instead() {
        return deputyName == null ? deputy : deputyName;
    }
}
