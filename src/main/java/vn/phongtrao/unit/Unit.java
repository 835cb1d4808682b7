package vn.phongtrao.unit;

import java.time.LocalDate;
import java.util.Optional;

import vn.phongtrao.language.Labels;

/**
 * An administrative unit. Codes were reused for other areas in 2025, so the key is the path from the province down.
 *
 * @param path     codes joined by a slash, for example {@code 95/954/31813}
 * @param fullName official name, for example {@code Thị trấn Ngan Dừa}
 * @param name     the same within a sentence: {@code thị trấn Ngan Dừa}, but {@code Phường 2}
 * @param validTo  last day of validity; null while in force
 */
public record Unit(String path, Tier tier, String fullName, String name, LocalDate validFrom, LocalDate validTo) {

    /** The unit's own code: the last part of the path. */
    public String code() {
        return code(path);
    }

    /** The code of the unit at that path: its last part. */
    public static String code(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Path of the unit above; empty for a province. */
    public Optional<String> parent() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(path.substring(0, slash));
    }

    /**
     * What a person in that position of the unit is called in Vietnamese, for example {@code Trưởng Công an thị trấn
     * Ngan Dừa}, {@code Giám đốc Công an tỉnh Bạc Liêu}.
     */
    public String title(Position position) {
        return Labels.of(titleKey(position), name);
    }

    /** The label that says {@link #title}, where the unit's name is to be put in. */
    String titleKey(Position position) {
        return "post." + position.id() + (tier == Tier.PROVINCE ? ".province" : "");
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether {@code path} is {@code ancestor} or lies below it. */
    public static boolean covers(String ancestor, String path) {
        return path.equals(ancestor) || path.startsWith(ancestor + "/");
    }
}
