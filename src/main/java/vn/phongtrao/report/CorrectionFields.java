package vn.phongtrao.report;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import jakarta.validation.constraints.NotBlank;

import vn.phongtrao.procedure.FieldsOf;

/** What a commune says that corrects a report. @param period the period's id */
@FieldsOf("movement-report-correction")
record CorrectionFields(@NotBlank(message = REQUIRED) String period, @NotBlank(message = REQUIRED) String reason) {
}
