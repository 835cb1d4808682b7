package vn.phongtrao.revocation;

import java.time.LocalDate;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/** What a higher authority decides on something that it had decided before. */
final class HigherDecision {

    private HigherDecision() {
    }

    /** @throws Refusal rule broken, for a day to come, or before that of the first decision */
    static void requireDay(LocalDate on, LocalDate first, LocalDate today) {
        if (on.isAfter(today)) {
            throw Refusal.broken("decidedOn", "Ngày quyết định chưa tới");
        }
        if (on.isBefore(first)) {
            throw Refusal.broken("decidedOn", "Ngày quyết định không được trước ngày của quyết định khen thưởng, %s"
                    .formatted(Wording.day(first)));
        }
    }
}
