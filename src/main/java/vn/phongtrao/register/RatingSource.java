package vn.phongtrao.register;

import java.util.Collection;
import java.util.List;

import vn.phongtrao.unit.UnitPath;

/**
 * A register that knows how somebody was rated in a year, for those who propose, appraise and decide what they are to be
 * given. It is told and stops nothing.
 */
public interface RatingSource {

    /**
     * Who is asked about.
     *
     * @param key     by which the answer names them
     * @param citizen digest of the citizen number; null for collectives
     * @param name    of the collective; null for persons
     */
    record Asked(String key, byte[] citizen, String name) {

        /** Nothing that a log must not hold. */
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /**
     * A rating.
     *
     * @param key        of whom
     * @param favourable whether it speaks for them
     * @param message    for example {@code Xếp loại năm 2026: Hoàn thành tốt nhiệm vụ (…)}
     */
    record Told(String key, boolean favourable, String message, String legalBasis) {
    }

    /** The last ratings of each, the latest first. @param unit whose collectives these are, and those below it */
    List<Told> of(UnitPath unit, Collection<Asked> asked);
}
