package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.dossier.DossierNumber;

/**
 * Somebody who applied for a seat in a team that is to be. Of the legal status no more is kept than whether it stands
 * in the way, and when that was checked.
 *
 * @param eligibility {@code eligible}, {@code chair-decides} or {@code ineligible}
 * @param reasons     what stands in the way; the paragraph of each is in {@code legalBases} at the same place
 * @param result      one of the constants
 * @param role        what the person is proposed as; null before
 */
@Table("team_candidate")
record Candidate(@Id Long id, DossierNumber dossierNumber, String name, LocalDate birthDate, String gender,
                 byte[] citizenCipher, byte[] citizenDigest, String citizenMask, String education,
                 Integer residenceMonths, Boolean healthCertificate, Boolean transitional, Boolean legalClear,
                 LocalDate legalCheckedOn, String eligibility, String[] reasons, String[] legalBases, String result,
                 String role) {

    static final String REGISTERED = "registered";
    static final String ADMITTED = "admitted";
    static final String NOT_ADMITTED = "not-admitted";
    static final String ELECTED = "elected";
    static final String NOT_ELECTED = "not-elected";

    boolean is(String wanted) {
        return result.equals(wanted);
    }

    boolean needsTheChair() {
        return eligibility.equals(Eligibility.CHAIR_DECIDES);
    }

    boolean eligible() {
        return eligibility.equals(Eligibility.ELIGIBLE);
    }

    SealedNumber citizen() {
        return new SealedNumber(citizenCipher, citizenDigest, citizenMask);
    }

    List<Reason> why() {
        return IntStream.range(0, reasons.length).mapToObj(i -> new Reason(reasons[i], legalBases[i])).toList();
    }

    Candidate with(String newResult) {
        return new Candidate(id, dossierNumber, name, birthDate, gender, citizenCipher, citizenDigest, citizenMask,
                education, residenceMonths, healthCertificate, transitional, legalClear, legalCheckedOn, eligibility,
                reasons, legalBases, newResult, role);
    }

    Candidate proposedAs(Role newRole) {
        return new Candidate(id, dossierNumber, name, birthDate, gender, citizenCipher, citizenDigest, citizenMask,
                education, residenceMonths, healthCertificate, transitional, legalClear, legalCheckedOn, eligibility,
                reasons, legalBases, result, newRole.id());
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Candidate[" + id + " of " + dossierNumber + "]";
    }
}
