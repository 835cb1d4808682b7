package vn.phongtrao.unit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import vn.phongtrao.refusal.Refusal;

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

    /**
     * What a list is narrowed to.
     *
     * @param id null for every tier
     * @throws Refusal malformed, for any other text than an id
     */
    public static Optional<Tier> asked(String id) {
        return Optional.ofNullable(id).map(asked -> Arrays.stream(values())
                .filter(tier -> tier.id().equalsIgnoreCase(asked)).findFirst()
                .orElseThrow(() -> Refusal.malformed("tier", "Không có cấp \"%s\"".formatted(asked))));
    }
}
