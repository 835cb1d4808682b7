package vn.phongtrao.citizen;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** As civil status has it. */
public enum Gender {
    MALE, FEMALE;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Gender of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
