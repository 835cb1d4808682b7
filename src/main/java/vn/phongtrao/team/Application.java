package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.text.Named;

/**
 * A row of the list of candidates, as the form brings it.
 *
 * @param id                of the candidate that is known already; null for a new one
 * @param citizenId         masked where it is known already
 * @param application       whether the paper was handed in, as the next two; null counts as yes
 * @param healthCertificate null counts as no
 * @param transitional      null counts as no
 */
record Application(Long id, @NotNull(message = REQUIRED) @Named String name,
                   @NotNull(message = REQUIRED) String gender,
                   @NotNull(message = REQUIRED) LocalDate birthDate,
                   @NotNull(message = REQUIRED) String citizenId,
                   @NotNull(message = REQUIRED) String education,
                   @NotNull(message = REQUIRED) Integer residenceMonths,
                   @NotNull(message = REQUIRED) String legalStatus, Boolean application, Boolean curriculumVitae,
                   Boolean educationProof, Boolean healthCertificate, Boolean transitional) {

    /** The person as the law judges it. */
    Applicant applicant() {
        return applicant(legalStatus);
    }

    /** The person as if nothing were the matter with the legal status. */
    Applicant ofClearStanding() {
        return applicant(Applicant.CLEAR);
    }

    private Applicant applicant(String standing) {
        return new Applicant(name, birthDate, education, residenceMonths, standing,
                Boolean.TRUE.equals(healthCertificate), Boolean.TRUE.equals(transitional));
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "Application";
    }
}
