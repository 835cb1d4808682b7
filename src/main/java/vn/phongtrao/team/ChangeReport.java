package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.text.Named;

/**
 * What the report says of a change. What its kind does not ask for is null; what it asks for and the form did not is
 * found out when it is read.
 *
 * @param member who leaves
 * @param ground why, where a member is replaced
 * @param roles  who is to be what, where roles change
 */
@FieldsOf({"team-change-complete-dossier", "team-change-supplement"})
record ChangeReport(Long member, ChangeKind ground, LocalDate groundOn, LocalDate firstReminderOn,
                    LocalDate secondReminderOn, @Named String name, String gender, LocalDate birthDate,
                    String citizenId, String education, Integer residenceMonths, String legalStatus, Boolean healthCertificate,
                    Boolean transitional, Role role, LocalDate selectedOn, Integer councilMembers, Integer present,
                    Integer votes, List<@Valid @NotNull(message = REQUIRED) Appointment> roles,
                    LocalDate consultedOn) {

    /** @throws vn.phongtrao.refusal.Refusal malformed, with the field that is missing */
    Applicant applicant() {
        return new Applicant(Needed.require("name", name), Needed.require("birthDate", birthDate),
                Needed.require("education", education), Needed.require("residenceMonths", residenceMonths),
                Needed.require("legalStatus", legalStatus), Boolean.TRUE.equals(healthCertificate),
                Boolean.TRUE.equals(transitional));
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "ChangeReport";
    }
}
