package vn.phongtrao.safearea;

import java.math.BigDecimal;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

import jakarta.annotation.Nullable;

import vn.phongtrao.procedure.RowOf;

/**
 * A criterion, a row of decision table {@code safe-area-criteria}.
 *
 * @param measure what the registers are asked for; null where the unit judges itself
 * @param least   the smallest figure that is enough: a share, or a number of models; null where there is none
 * @param grace   whether the unit judges itself where the register knows nothing of the area, because it was not kept yet
 */
@RowOf(value = "safe-area-criteria", asked = AreaStandards.Year.class)
record Criterion(String key, String text, @Nullable Measure measure, @Nullable BigDecimal least, boolean grace,
                 String legalBasis) {

    /** What the registers know: of a commune, or of whoever has registered. */
    enum Measure {
        SAFE_HAMLETS, EFFECTIVE_MODELS, REGISTRATION;

        /** @return null for blank text @throws IllegalArgumentException for any other text than an id */
        @JsonCreator
        static Measure of(String id) {
            return id.isEmpty() ? null : valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Whether the unit judges itself, or may. */
    boolean declared() {
        return measure == null || grace;
    }
}
