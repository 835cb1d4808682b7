package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/**
 * A model of the register.
 *
 * @param teams        that run it where it began
 * @param recognitions at least one, the lowest level first
 */
record Model(long id, String name, ModelGroup group, String description, Place place, LocalDate startedOn, int teams,
             LocalDate retiredOn, List<Recognition> recognitions) {

    /** @param grade null where none was given */
    record Recognition(Level level, Grade grade, String decisionNumber, LocalDate decidedOn, String authority) {

        /** As refusals and findings name it. */
        String decision() {
            return "Quyết định số %s ngày %s của %s".formatted(decisionNumber, Wording.day(decidedOn), authority);
        }
    }

    Recognition highest() {
        return recognitions.stream().max(Comparator.comparing(Recognition::level)).orElseThrow();
    }

    /** @throws Refusal rule broken, naming field {@code modelId} */
    void requireEffective() {
        if (retiredOn != null) {
            throw Refusal.broken("modelId", "Mô hình \"%s\" đã thanh loại từ ngày %2$td/%2$tm/%2$tY"
                    .formatted(name, retiredOn), Models.GUIDANCE);
        }
    }

    /**
     * @throws Refusal rule broken, naming field {@code level}, where the model has reached that level or a higher one
     */
    void requireBelow(Level level) {
        var reached = highest();
        if (reached.level().compareTo(level) >= 0) {
            throw Refusal.broken("level", "Mô hình \"%s\" đã được công nhận ở %s theo %s"
                    .formatted(name, reached.level().lowerLabel(), reached.decision()), Models.GUIDANCE);
        }
    }
}
