package vn.phongtrao.team;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.dossier.DossierNumber;

/**
 * Who comes into a team that exists, as the selection council elected.
 *
 * @param legalCheckedOn when the legal standing was found to be in order; what it is, is not kept
 * @param needsChair     whether over seventy, so that the chair decides
 */
@Table("team_newcomer")
record Newcomer(@Id DossierNumber dossierNumber, String name, LocalDate birthDate, String gender, byte[] citizenCipher,
                byte[] citizenDigest, String citizenMask, String education, int residenceMonths,
                LocalDate legalCheckedOn, boolean healthCertificate, boolean transitional, boolean needsChair,
                Role role, LocalDate selectedOn, int councilMembers, int present, int votes) {

    Person person() {
        return new Person(name, birthDate, gender, citizen());
    }

    SealedNumber citizen() {
        return new SealedNumber(citizenCipher, citizenDigest, citizenMask);
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Newcomer[" + dossierNumber + "]";
    }
}
