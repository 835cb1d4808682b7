package vn.phongtrao.safearea;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;

/**
 * What the start form asks for.
 *
 * @param hamlet      code; null for others
 * @param body        code of an agency, enterprise or school; null for others
 * @param criteria    keys of the criteria that the unit holds to be met
 * @param explanation null where there is none
 */
@FieldsOf("safe-area-recognition-proposal")
record AreaFields(@NotNull(message = REQUIRED) Integer year,
                  @NotNull(message = REQUIRED) AreaKind subject, String hamlet, String body,
                  @NotEmpty(message = REQUIRED) List<String> criteria, String explanation) {
}
