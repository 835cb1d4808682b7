package vn.phongtrao.unit;

import java.time.LocalDate;

import vn.phongtrao.language.Labels;

/**
 * An administrative unit. Codes were reused for other areas in 2025, so the key is the path from the province down.
 *
 * @param path     from the province down, for example {@code 95/954/31813}
 * @param fullName official name, for example {@code Thị trấn Ngan Dừa}
 * @param name     the same within a sentence: {@code thị trấn Ngan Dừa}, but {@code Phường 2}
 * @param validTo  last day of validity; null while in force
 */
public record Unit(UnitPath path, Tier tier, String fullName, String name, LocalDate validFrom, LocalDate validTo) {

    /** The unit's own code: the last part of the path. */
    public String code() {
        return path.code();
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
}
