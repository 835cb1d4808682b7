package vn.phongtrao.press;

import java.math.BigDecimal;
import java.util.Locale;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

/**
 * Where the text of certificates stands on an authority's pre-printed forms, in millimetres on the paper from where a
 * template puts it.
 *
 * @param across to the right, all of it
 * @param fields down, what is said of the recipient
 * @param foot   down, number, place, day and signature
 */
public record BlankForm(@NotNull Size size,
                        @NotNull @DecimalMin("-99") @DecimalMax("99")
                        @Digits(integer = 2, fraction = 1) BigDecimal across,
                        @NotNull @DecimalMin("-99") @DecimalMax("99")
                        @Digits(integer = 2, fraction = 1) BigDecimal fields,
                        @NotNull @DecimalMin("-99") @DecimalMax("99")
                        @Digits(integer = 2, fraction = 1) BigDecimal foot) {

    /** As templates are written, for A4. */
    public static final BlankForm USUAL = new BlankForm(Size.A4, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** The paper, across. */
    public enum Size {
        A4(1), A3(Math.sqrt(2));

        private final double scale;

        Size(double scale) {
            this.scale = scale;
        }

        /** How much larger than A4 everything on it is. */
        public double scale() {
            return scale;
        }
    }

    /** Style of the element with the recipient, for templates. */
    public String fieldsStyle() {
        return style(fields);
    }

    /** Style of the element with number, day and signature, for templates. */
    public String footStyle() {
        return style(foot);
    }

    private String style(BigDecimal down) {
        return String.format(Locale.ROOT, "position: relative; left: %.2fmm; top: %.2fmm",
                across.doubleValue() / size.scale(), down.doubleValue() / size.scale());
    }
}
