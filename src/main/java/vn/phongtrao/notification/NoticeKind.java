package vn.phongtrao.notification;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.dossier.Status;

/** What a notice tells. The last six are for whoever opened the dossier. */
public enum NoticeKind {
    TASK_ARRIVED, TASK_RETURNED, TASK_GIVEN_BACK, TASK_HANDED_OVER, DEADLINE_NEAR, DEADLINE_PASSED, MENTIONED,
    LAW_ENDS, LAW_ENDED, DECIDED, REJECTED, WITHDRAWN, MISSED, ACCEPTED, REVOKED;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static NoticeKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What tells that a dossier has ended so. */
    static NoticeKind of(Status end) {
        return valueOf(end.name());
    }
}
