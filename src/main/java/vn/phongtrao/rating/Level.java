package vn.phongtrao.rating;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** What a team or member is rated, the highest first (Hướng dẫn 01/HD-BCA-V05 of 2026). */
enum Level {
    EXCELLENT, GOOD, COMPLETED, FAILED;

    /** As the register has what is not rated. */
    static final String UNRATED = "unrated";

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return labelOf(id());
    }

    /** @param id of a level, or {@link #UNRATED} */
    static String labelOf(String id) {
        return Labels.of("rating-level." + id);
    }

    boolean above(Level other) {
        return compareTo(other) < 0;
    }

    Level atMost(Level most) {
        return above(most) ? most : this;
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static Level of(String id) {
        return Arrays.stream(values()).filter(level -> level.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such level: " + id));
    }
}
