package vn.phongtrao.team;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/**
 * A row of the list of candidates, as the form brings it.
 *
 * @param id                of the candidate that is known already; null for a new one
 * @param citizenId         masked where it is known already
 * @param application       whether the paper was handed in, as the next two; null counts as yes
 * @param healthCertificate null counts as no
 * @param transitional      null counts as no
 */
record Application(Long id, @NotNull(message = "bắt buộc nhập") String name,
                   @NotNull(message = "bắt buộc nhập") String gender,
                   @NotNull(message = "bắt buộc nhập") LocalDate birthDate,
                   @NotNull(message = "bắt buộc nhập") String citizenId,
                   @NotNull(message = "bắt buộc nhập") String education,
                   @NotNull(message = "bắt buộc nhập") Integer residenceMonths,
                   @NotNull(message = "bắt buộc nhập") String legalStatus, Boolean application, Boolean curriculumVitae,
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
