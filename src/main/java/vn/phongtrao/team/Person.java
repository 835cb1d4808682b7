package vn.phongtrao.team;

import java.time.LocalDate;

import vn.phongtrao.citizen.SealedNumber;

/** Somebody who joins a team. @param gender {@code male} or {@code female}; null where it was not asked */
record Person(String name, LocalDate birthDate, String gender, SealedNumber citizen) {

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "Person";
    }
}
