package vn.phongtrao.commendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

import vn.phongtrao.language.Labels;

/** Whom a commendation is for. */
enum Kind {
    INDIVIDUAL, HOUSEHOLD, COLLECTIVE;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Labels.of("nominee-kind." + id());
    }

    @JsonCreator
    static Kind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
