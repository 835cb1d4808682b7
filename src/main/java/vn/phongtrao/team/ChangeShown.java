package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import vn.phongtrao.procedure.Fills;

/**
 * A change of a team, as it is shown. What its kind does not ask for, or the report has not said yet, is null.
 *
 * @param team               id
 * @param subject            what its decision is about, as it follows "Về việc"
 * @param members            who serves today
 * @param member             id of who leaves
 * @param roles              who is to be what
 * @param newcomer           who comes; in JSON beside the other fields, and absent where nobody does
 * @param newcomerNeedsChair whether the chair decides on who comes
 * @param changes            a line for each person; for the whole team where it ends
 */
@Fills("team-change")
record ChangeShown(String team, String teamName, String hamletName, String kind, String kindName, String subject,
                   LocalDate receivedOn, String reason, List<MemberShown> members, String member, String ground,
                   LocalDate groundOn, LocalDate firstReminderOn, LocalDate secondReminderOn, LocalDate consultedOn,
                   List<MemberRole> roles, @JsonUnwrapped NewcomerShown newcomer, boolean newcomerNeedsChair,
                   List<ChangeLine> changes) {

    /** Who serves. @param value id, and {@code label} what a form shows for it */
    record MemberShown(String id, String value, String label, String name, String role, String roleName, int birthYear,
                       String citizenId, LocalDate joinedOn) {
    }

    record MemberRole(String id, String role) {
    }

    /** Who comes, as the form is filled with it again; the legal standing is not kept, so that it is asked anew. */
    record NewcomerShown(String name, LocalDate birthDate, String gender, String citizenId, String education,
                         int residenceMonths, boolean healthCertificate, boolean transitional, String role,
                         LocalDate selectedOn, int councilMembers, int present, int votes) {
    }

    /** @param event {@code leaves}, {@code joins}, {@code role} or {@code dissolved}, and {@code what} its name */
    record ChangeLine(String event, String what, String name, String detail, String basis) {
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "ChangeShown[" + kind + " of " + team + "]";
    }
}
