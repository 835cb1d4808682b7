package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import jakarta.validation.constraints.NotNull;

/** Who is to be what in a team. @param id of a candidate or a member */
record Appointment(@NotNull(message = REQUIRED) Long id, @NotNull(message = REQUIRED) Role role) {
}
