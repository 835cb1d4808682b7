package vn.phongtrao.model;

import jakarta.validation.constraints.NotNull;

/**
 * What the start form of a replication asks for.
 *
 * @param hamlet code; null for the whole unit
 * @param teams  that run the site
 */
record ReplicationFields(@NotNull(message = "bắt buộc nhập") String modelId,
                         @NotNull(message = "bắt buộc nhập") String siteName, String hamlet,
                         @NotNull(message = "bắt buộc nhập") Integer teams) {
}
