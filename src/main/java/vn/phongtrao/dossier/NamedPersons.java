package vn.phongtrao.dossier;

/** Finds dossiers by the citizen numbers in them. Implemented by each procedure whose dossiers have any. */
public interface NamedPersons {

    /**
     * A query for the numbers of the dossiers that name a person, on the parameter {@code :person}, the digest of the
     * person's citizen number.
     */
    String dossiers();
}
