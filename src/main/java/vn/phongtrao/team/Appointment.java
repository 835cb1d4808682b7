package vn.phongtrao.team;

import jakarta.validation.constraints.NotNull;

/** Who is to be what in a team. @param id of a candidate or a member */
record Appointment(@NotNull(message = "bắt buộc nhập") Long id, @NotNull(message = "bắt buộc nhập") Role role) {
}
