package vn.phongtrao.team;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/** What the start form asks of a change. @param receivedOn of the application or paper; null for today */
record ChangeProposal(@NotNull(message = "bắt buộc nhập") Long team,
                      @NotNull(message = "bắt buộc nhập") ChangeKind kind, LocalDate receivedOn,
                      @NotNull(message = "bắt buộc nhập") String reason) {
}
