package vn.phongtrao.notification;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How somebody is told by mail: a mail for each notice, one for each working day, or none. */
public enum MailChoice {
    AT_ONCE, DIGEST, NONE;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static MailChoice of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
