package vn.phongtrao.report;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Refusal;

/**
 * Where a report or correction stands: it waits to be filled in, for its chief's signature, for the tier above; it was
 * returned; it is accepted; its period was closed before it was signed; a correction was withdrawn.
 */
enum ReportStatus {
    DRAFT, FILLED, SIGNED, RETURNED, ACCEPTED, MISSED, WITHDRAWN;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Labels.of("report-status." + id());
    }

    /** Whether the commune is to act. */
    boolean waits() {
        return this == FILLED || waitsToBeFilled();
    }

    boolean waitsToBeFilled() {
        return this == DRAFT || this == RETURNED;
    }

    /** What a list is narrowed to. @throws Refusal malformed, for any other text than an id */
    static ReportStatus asked(String id) {
        return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst().orElseThrow(() ->
                Refusal.malformed("status", "Không có trạng thái \"%s\"".formatted(id)));
    }

    /** @throws IllegalArgumentException for any other text than an id */
    static ReportStatus of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
