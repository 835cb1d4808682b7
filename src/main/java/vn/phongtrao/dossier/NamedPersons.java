package vn.phongtrao.dossier;

/** Finds dossiers by the citizen numbers in them. Implemented by each procedure whose dossiers have any. */
public interface NamedPersons {

    /**
     * A query for the numbers of the dossiers that name a person, on the parameter {@code :persons}, the digests of what
     * may be the person's citizen number, or that of another document.
     */
    String dossiers();
}
