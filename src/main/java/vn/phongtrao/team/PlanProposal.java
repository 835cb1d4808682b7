package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.procedure.FieldsOf;

/** What the start form asks of a plan, see {@link Plan}. @param hamlet its code or name */
@FieldsOf("team-establishment-plan")
record PlanProposal(@NotNull(message = REQUIRED) String hamlet,
                    @NotNull(message = REQUIRED) Integer seats,
                    @NotNull(message = REQUIRED) @NoNumber String reason,
                    @NotNull(message = REQUIRED) LocalDate meetingDate, LocalDate applicationsUntil,
                    String applicationsAt) {
}
