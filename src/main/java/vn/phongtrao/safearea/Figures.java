package vn.phongtrao.safearea;

import java.math.BigDecimal;
import java.math.RoundingMode;

import vn.phongtrao.safearea.Criterion.Measure;

/**
 * What the registers say of a commune in a year.
 *
 * @param safeHamlets hamlets recognised as safe in that year
 * @param hamlets     hamlets of the commune
 * @param models      models of the movement that work there
 */
record Figures(long safeHamlets, long hamlets, long models) {

    /** Compared without rounding: a share that is exactly the least is enough. */
    boolean reach(Criterion criterion) {
        return criterion.measure() == Measure.EFFECTIVE_MODELS
                ? BigDecimal.valueOf(models).compareTo(criterion.least()) >= 0
                : hamlets > 0 && BigDecimal.valueOf(safeHamlets)
                        .compareTo(criterion.least().multiply(BigDecimal.valueOf(hamlets))) >= 0;
    }

    String inWords() {
        return inWords(Measure.SAFE_HAMLETS) + " đạt tiêu chuẩn; " + inWords(Measure.EFFECTIVE_MODELS)
                + " hoạt động hiệu quả";
    }

    String inWords(Measure measure) {
        return measure == Measure.EFFECTIVE_MODELS ? "%d mô hình".formatted(models)
                : "%d/%d khóm, ấp (%s%%)".formatted(safeHamlets, hamlets, percent(safeHamlets, hamlets));
    }

    /** With two decimals, rounded down, so that what falls short never looks like enough. */
    static String percent(long part, long whole) {
        return whole == 0 ? "0" : BigDecimal.valueOf(100 * part)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN).stripTrailingZeros().toPlainString()
                .replace('.', ',');
    }
}
