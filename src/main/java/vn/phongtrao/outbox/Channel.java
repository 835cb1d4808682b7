package vn.phongtrao.outbox;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A way out of the house. */
public enum Channel {
    MAIL, WEBHOOK;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static Channel of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
