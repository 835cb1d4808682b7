package vn.phongtrao.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** A level at which models are recognised, the lowest first. */
enum Level {
    COMMUNE, DISTRICT, PROVINCE, MINISTRY;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Labels.of("level." + id());
    }

    /** The label within a sentence. */
    String lowerLabel() {
        return this == MINISTRY ? label() : label().toLowerCase(Locale.ROOT);
    }

    /** From 1 for the commune. */
    int rank() {
        return ordinal() + 1;
    }

    static Optional<Level> find(String id) {
        return Arrays.stream(values()).filter(level -> level.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static Level of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such level: " + id));
    }
}
