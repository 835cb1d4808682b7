package vn.phongtrao.model;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** How appraisers grade a model, the lowest first (Hướng dẫn 22/HD-BCA-V05; the scale is practice, not verified). */
enum Grade {
    WEAK, AVERAGE, GOOD, EXCELLENT;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Labels.of("grade." + id());
    }

    /** The label within a sentence. */
    String lowerLabel() {
        return label().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static Grade of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
