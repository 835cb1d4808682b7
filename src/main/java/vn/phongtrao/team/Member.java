package vn.phongtrao.team;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person's time in a team. Who comes back begins another.
 *
 * @param gender {@code male} or {@code female}; null where it was not asked
 * @param leftOn null while the person serves
 */
@Table("team_member")
record Member(@Id Long id, long teamId, String name, LocalDate birthDate, String gender, byte[] citizenCipher,
              byte[] citizenDigest, String citizenMask, LocalDate joinedOn, long joinedBy, LocalDate leftOn,
              Long leftBy, String leaveReason) {

    boolean serving() {
        return leftOn == null;
    }

    Member left(String reason, long decision, LocalDate on) {
        return new Member(id, teamId, name, birthDate, gender, citizenCipher, citizenDigest, citizenMask, joinedOn,
                joinedBy, on, decision, reason);
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Member[" + id + " of " + teamId + "]";
    }
}
