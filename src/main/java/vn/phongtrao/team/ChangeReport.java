package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import vn.phongtrao.refusal.Refusal;

/**
 * What the report says of a change. What its kind does not ask for is null; what it asks for and the form did not is found
 * out when it is read.
 *
 * @param member who leaves
 * @param ground why, where a member is replaced
 * @param roles  who is to be what, where roles change
 */
record ChangeReport(Long member, ChangeKind ground, LocalDate groundOn, LocalDate firstReminderOn,
                    LocalDate secondReminderOn, String name, String gender, LocalDate birthDate, String citizenId,
                    String education, Integer residenceMonths, String legalStatus, Boolean healthCertificate,
                    Boolean transitional, Role role, LocalDate selectedOn, Integer councilMembers, Integer present,
                    Integer votes, List<@Valid @NotNull(message = "bắt buộc nhập") Appointment> roles,
                    LocalDate consultedOn) {

    /** @throws Refusal malformed, with the field that is missing */
    Applicant applicant() {
        return new Applicant(needed("name", name), needed("birthDate", birthDate), needed("education", education),
                needed("residenceMonths", residenceMonths), needed("legalStatus", legalStatus),
                Boolean.TRUE.equals(healthCertificate), Boolean.TRUE.equals(transitional));
    }

    /** @throws Refusal malformed, when it is missing */
    static <T> T needed(String field, T value) {
        if (value == null) {
            throw Refusal.malformed(field, "bắt buộc nhập");
        }
        return value;
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "ChangeReport";
    }
}
