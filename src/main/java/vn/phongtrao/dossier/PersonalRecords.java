package vn.phongtrao.dossier;

import java.util.List;
import java.util.Set;

/**
 * What a module keeps of persons, for who must tell one of them what is kept. Implemented by each module that keeps any; a table with a
 * digest of citizen numbers that nobody answers for fails a test.
 */
public interface PersonalRecords {

    /** Tables with digests of citizen numbers that are answered for. */
    Set<String> tables();

    /** Everything, whichever unit it is of. */
    List<PersonalRecord> of(PersonSought person);
}
