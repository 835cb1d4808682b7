package vn.phongtrao.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import vn.phongtrao.procedure.Rules;

/** Something that a module keeps of persons for a time only, counted from the end of its dossier. */
public interface Forgetful {

    /** What the register of what has been forgotten calls it, and the input {@code what} of the table {@code personal-data-retention}. */
    String what();

    /** How long it is kept, as that table says on the day. @return empty for ever */
    default Optional<KeptFor> kept(Rules rules, LocalDate today) {
        return KeptFor.of(what(), rules, today);
    }

    /**
     * Takes what is personal out of the dossiers that ended before; what was decided, and what the law on archives keeps, stays.
     *
     * @return the number of the dossier of each row that was changed
     */
    List<String> forget(Instant endedBefore);
}
