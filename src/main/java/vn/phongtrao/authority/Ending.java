package vn.phongtrao.authority;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a dossier ends: the authority decides, or forwards it to a higher one and records what that decided, or submits it
 * to a higher one under its own signature once all that is to be asked before has been.
 */
public enum Ending {
    DECIDE, FORWARD, SUBMIT;

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
