package vn.phongtrao.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;

/** How long something is kept after its dossier has ended, and by which paragraph. */
@RowOf(value = KeptFor.TABLE, asked = KeptFor.Asked.class, single = true, mayEnd = true)
public record KeptFor(int months, String legalBasis) {

    static final String TABLE = "personal-data-retention";

    record Asked(String what) {
    }

    /** @return empty for what has no row */
    static Optional<KeptFor> of(String what, Rules rules, LocalDate today) {
        return rules.rows(TABLE, Days.on(today), new Asked(what), KeptFor.class).stream().findFirst();
    }

    Instant endedBefore(LocalDate today) {
        return today.minusMonths(months).atStartOfDay(Vietnam.ZONE_ID).toInstant();
    }
}
