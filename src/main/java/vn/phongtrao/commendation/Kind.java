package vn.phongtrao.commendation;

import java.util.Locale;

import vn.phongtrao.language.Labels;

/** Whom a commendation is for. */
enum Kind {
    INDIVIDUAL, HOUSEHOLD, COLLECTIVE;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Labels.of("nominee-kind." + id());
    }

    static Kind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
