package vn.phongtrao.dossier;

import java.util.List;
import java.util.Map;

/** What another module keeps with every dossier, shown with it. */
public interface DossierAnnex {

    /** Fields added to the dossier in the register API, by name. */
    Map<String, Object> show(Dossier dossier);

    /** What the rules say about it. Asked while the dossier is open. */
    List<Finding> findings(Dossier dossier);
}
