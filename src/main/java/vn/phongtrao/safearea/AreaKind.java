package vn.phongtrao.safearea;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** What is recognised as safe (Thông tư 124/2021/TT-BCA, Điều 2). */
enum AreaKind {
    HAMLET, COMMUNE;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
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
