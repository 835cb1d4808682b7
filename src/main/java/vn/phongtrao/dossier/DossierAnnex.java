package vn.phongtrao.dossier;

import java.util.List;

/** What another module keeps with every dossier, shown with it. */
public interface DossierAnnex<A extends Record> {

    /** What is added to the dossier in the register API, a component for each field. */
    Class<A> view();

    A show(Dossier dossier);

    /** What the rules say about it. Asked while the dossier is open. */
    default List<Finding> findings(Dossier dossier) {
        return List.of();
    }
}
