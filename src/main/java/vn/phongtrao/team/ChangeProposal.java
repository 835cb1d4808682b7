package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.procedure.FieldsOf;

/** What the start form asks of a change. @param receivedOn of the application or paper; null for today */
@FieldsOf("team-change-proposal")
record ChangeProposal(@NotNull(message = REQUIRED) Long team,
                      @NotNull(message = REQUIRED) ChangeKind kind, LocalDate receivedOn,
                      @NotNull(message = REQUIRED) @NoNumber String reason) {
}
