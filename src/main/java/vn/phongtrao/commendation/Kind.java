package vn.phongtrao.commendation;

import java.util.Locale;

/** Whom a commendation is for. */
enum Kind {
    INDIVIDUAL("Cá nhân"), HOUSEHOLD("Hộ gia đình"), COLLECTIVE("Tập thể");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    static Kind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
