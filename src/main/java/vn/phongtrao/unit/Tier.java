package vn.phongtrao.unit;

import java.util.Locale;

/** A level of government. The district tier exists until 30 June 2025 only. */
public enum Tier {
    PROVINCE, DISTRICT, COMMUNE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text than an id */
    public static Tier of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
