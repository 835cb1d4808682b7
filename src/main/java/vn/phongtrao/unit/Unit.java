package vn.phongtrao.unit;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;

/**
 * An administrative unit. Codes were reused for other areas in 2025, so the key is the path from the province down.
 *
 * @param path     codes joined by a slash, for example {@code 95/954/31813}
 * @param fullName official name, for example {@code Thị trấn Ngan Dừa}
 * @param validTo  last day of validity; null while in force
 */
public record Unit(@Id String path, Tier tier, String fullName, LocalDate validFrom, LocalDate validTo) {

    /** The unit's own code: the last part of the path. */
    public String code() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether {@code path} is {@code ancestor} or lies below it. */
    public static boolean covers(String ancestor, String path) {
        return path.equals(ancestor) || path.startsWith(ancestor + "/");
    }
}
