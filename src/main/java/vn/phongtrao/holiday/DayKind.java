package vn.phongtrao.holiday;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a day differs from "Monday to Friday works". */
public enum DayKind {
    /** A working day of the week that is a holiday, a day in lieu, or swapped. */
    OFF,
    /** A Saturday or Sunday that is worked for a day off. */
    WORKING;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DayKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    static DayKind of(String id) {
        return find(id).orElseThrow();
    }
}
