package vn.phongtrao.report;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import jakarta.validation.constraints.NotBlank;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.procedure.FieldsOf;

/** What a commune says that corrects a report. @param report number of its dossier */
@FieldsOf("movement-report-correction")
record CorrectionFields(@NotBlank(message = REQUIRED) String report, @NotBlank(message = REQUIRED) @NoNumber String reason) {
}
