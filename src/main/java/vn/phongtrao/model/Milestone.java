package vn.phongtrao.model;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

import vn.phongtrao.language.Labels;

/** What comes before a model is proposed (Hướng dẫn 22/HD-BCA-V05), in its order. */
enum Milestone {
    SURVEY_PLAN, ESTABLISHMENT, FIRST_REVIEW;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return Labels.of("milestone." + id());
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static Milestone of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
