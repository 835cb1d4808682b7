package vn.phongtrao.model;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.refusal.Refusal;

/**
 * The least grade for a level, a row of decision table {@code model-grade}.
 *
 * @param enforced whether a model has to be graded before it is recognised
 */
@RowOf(value = "model-grade", asked = Grades.Case.class, single = true)
record GradeRule(Grade least, boolean enforced, String legalBasis) {

    /** @param given null while nobody has graded the model */
    Finding judge(Grade given) {
        return given == null
                ? new Finding(null, false, "Chưa được xếp loại, tối thiểu " + least.lowerLabel(), enforced, legalBasis)
                : new Finding(null, isMetBy(given), "Xếp loại %s, tối thiểu %s".formatted(given.lowerLabel(),
                        least.lowerLabel()), enforced, legalBasis);
    }

    /** @throws Refusal rule broken, when an appraiser agrees to a grade below the least */
    void requireEnough(Level level, Grade agreedTo) {
        if (!isMetBy(agreedTo)) {
            throw Refusal.broken("grade", "Xếp loại %s thấp hơn mức tối thiểu để công nhận ở %s là %s".formatted(
                    agreedTo.lowerLabel(), level.lowerLabel(), least.lowerLabel()), legalBasis);
        }
    }

    /** @throws Refusal rule broken, when a grade is a must and none, or too low a one, was given */
    void require(Grade given) {
        var finding = judge(given);
        if (enforced && !finding.fits()) {
            throw Refusal.broken("grade", finding.message(), legalBasis);
        }
    }

    private boolean isMetBy(Grade grade) {
        return grade.compareTo(least) >= 0;
    }
}
