package vn.phongtrao.team;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/** What the start form asks of a plan, see {@link Plan}. @param hamlet its code or name */
record PlanProposal(@NotNull(message = "bắt buộc nhập") String hamlet,
                    @NotNull(message = "bắt buộc nhập") Integer seats,
                    @NotNull(message = "bắt buộc nhập") String reason,
                    @NotNull(message = "bắt buộc nhập") LocalDate meetingDate, LocalDate applicationsUntil,
                    String applicationsAt) {
}
