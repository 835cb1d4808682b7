package vn.phongtrao.authority;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a dossier ends: the authority decides, or forwards it to a higher one and records what that decided. */
public enum Ending {
    DECIDE, FORWARD;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static Ending of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
