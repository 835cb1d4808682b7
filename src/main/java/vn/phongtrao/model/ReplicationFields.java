package vn.phongtrao.model;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.text.Named;

/**
 * What the start form of a replication asks for.
 *
 * @param hamlet code; null for the whole unit
 * @param teams  that run the site
 */
@FieldsOf("model-replication-proposal")
record ReplicationFields(@NotNull(message = REQUIRED) String modelId,
                         @NotNull(message = REQUIRED) @Named String siteName, String hamlet,
                         @NotNull(message = REQUIRED) Integer teams) {
}
