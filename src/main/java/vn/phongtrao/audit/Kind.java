package vn.phongtrao.audit;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.security.Officer;

/** What kind of act it was; how long it is known goes by this. */
public enum Kind {
    READ, DOWNLOAD, CHANGE, ADMINISTRATION, SIGN_IN,
    /** That events whose time had come were removed, and by which rules; kept for ever. */
    RETENTION;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of what somebody changes, or tries to. @param officer null where nobody is signed in */
    static Kind ofChange(Officer officer) {
        return officer != null && officer.administrator() ? ADMINISTRATION : CHANGE;
    }

    static Kind of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
    }
}
