package vn.phongtrao.rating;

import java.time.LocalDate;

import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.unit.UnitPath;

/**
 * A rating that was decided on paper before the system.
 *
 * @param unitPath the commune
 * @param team     its name
 * @param name     null for the team itself, as what follows of persons
 * @param citizen  null where the number is not known
 * @param role     {@code leader}, {@code deputy} or {@code member}; null where it is not known
 */
record PaperRating(int year, UnitPath unitPath, String team, String name, Integer birthYear, SealedNumber citizen,
                   String role, Level level, String decisionNumber, LocalDate decidedOn) {

    Subject subject() {
        return name == null ? Subject.TEAM : Subject.MEMBER;
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "PaperRating[" + year + "]";
    }
}
