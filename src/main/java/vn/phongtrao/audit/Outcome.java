package vn.phongtrao.audit;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of an act. */
public enum Outcome {
    DONE,
    /** Whoever tried may not, or not so. */
    REFUSED,
    /** By a fault of ours. */
    FAILED;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String id) {
        return Arrays.stream(values()).filter(outcome -> outcome.id().equals(id)).findFirst().orElseThrow();
    }
}
