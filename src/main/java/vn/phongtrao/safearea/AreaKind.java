package vn.phongtrao.safearea;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** What is recognised as safe (Thông tư 124/2021/TT-BCA, Điều 1 khoản 2 and Điều 2). */
enum AreaKind {
    HAMLET, COMMUNE, AGENCY, ENTERPRISE, SCHOOL;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is an agency, enterprise or school, and no area. */
    boolean body() {
        return this != HAMLET && this != COMMUNE;
    }

    String label() {
        return Labels.of("area-kind." + id());
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static AreaKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
