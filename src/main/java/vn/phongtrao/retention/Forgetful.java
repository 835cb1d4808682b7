package vn.phongtrao.retention;

import java.time.Instant;
import java.util.List;

/** Something that a module keeps of persons for a time only, counted from the end of its dossier. */
public interface Forgetful {

    /** As the input {@code what} of the table {@code personal-data-retention} names it. */
    String what();

    /**
     * Takes what is personal out of the dossiers that ended before; what was decided, and what the law on archives keeps, stays.
     *
     * @return the number of the dossier of each row that was changed
     */
    List<String> forget(Instant endedBefore);
}
