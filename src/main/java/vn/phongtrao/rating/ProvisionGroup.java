package vn.phongtrao.rating;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a list of what teams were taught and given is asked for. */
public enum ProvisionGroup {
    TRAINING, EQUIPMENT;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static ProvisionGroup of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
