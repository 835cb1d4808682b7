package vn.phongtrao.safearea;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A criterion by decision table {@code safe-area-criteria}.
 *
 * @param measure what the registers are asked for; null where the unit judges itself
 * @param least   the smallest figure that is enough: a share, or a number of models; null without a measure
 */
record Criterion(String key, String text, Measure measure, BigDecimal least, String legalBasis) {

    /** What the registers know of a commune. */
    enum Measure {
        SAFE_HAMLETS, EFFECTIVE_MODELS;

        static Measure of(String id) {
            return id.isEmpty() ? null : valueOf(id.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    static Criterion of(Map<String, Object> row) {
        var least = row.get("least");
        return new Criterion((String) row.get("key"), (String) row.get("text"), Measure.of((String) row.get("measure")),
                least == null ? null : new BigDecimal(least.toString()), (String) row.get("legalBasis"));
    }

    /** Whether the unit judges itself. */
    boolean declared() {
        return measure == null;
    }
}
