package vn.phongtrao.audit;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of act it was; how long it is known goes by this. */
public enum Kind {
    READ, DOWNLOAD, CHANGE, ADMINISTRATION, SIGN_IN,
    /** That events whose time had come were removed; kept for ever. */
    RETENTION;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
    }
}
