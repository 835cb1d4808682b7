package vn.phongtrao.security;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How somebody does the work of another. All but {@link #SAME_POSITION} sign in the other's place, as papers print it
 * (Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I).
 */
public enum Manner {

    /** A colleague of the same position acts under a post of their own. */
    SAME_POSITION(null),
    /** A deputy head signs for the head (ký thay). */
    DEPUTY("KT."),
    /** The head of an office of the unit signs by the head's order (thừa lệnh). */
    BY_ORDER("TL."),
    /** The head of an office of the unit signs by the head's written authorisation (thừa uỷ quyền). */
    BY_AUTHORISATION("TUQ.");

    private final String abbreviation;

    Manner(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands before the head's title: {@code KT.}; null where nobody is signed for. */
    public String abbreviation() {
        return abbreviation;
    }

    /** Whether it gives the deputy the other's post. */
    public boolean signsFor() {
        return abbreviation != null;
    }

    /** @throws IllegalArgumentException for any other text than an id */
    public static Manner of(String id) {
        return Arrays.stream(values()).filter(manner -> manner.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such manner: " + id));
    }
}
