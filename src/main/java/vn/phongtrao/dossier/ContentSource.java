package vn.phongtrao.dossier;

import java.util.Optional;
import java.util.Set;

/** Contents of procedures that come and go while the program runs. */
public interface ContentSource {

    /** Keys of the processes that are in force now. */
    Set<String> processes();

    /** Also for a process that is no longer in force, as long as there are dossiers of it. */
    Optional<DossierContent<?, ?>> find(String process);
}
