package vn.phongtrao.report;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;

/** What who signs or accepts concludes. @param outcome {@code approve} or {@code return} */
@FieldsOf({"movement-report-sign", "movement-report-accept-report"})
record Conclusion(@NotNull(message = REQUIRED) String outcome) {

    boolean returns() {
        return !outcome.equals("approve");
    }
}
