package vn.phongtrao.dossier;

import java.util.List;
import java.util.Map;

/**
 * The content of one kind of dossier: what its forms ask for and show. Implemented once for each process; forms are
 * checked before, so fields have the types the form declares.
 */
public interface DossierContent {

    /** Key of the process whose dossiers have this content. */
    String process();

    /** Prefix of the dossier numbers. */
    String prefix();

    /** What the start form is filled with for a unit, above all the options of its lists. */
    Map<String, Object> options(String unitPath);

    /**
     * Judges a proposal by the rules in force today.
     *
     * @throws vn.phongtrao.refusal.Refusal when a rule forbids it
     */
    Subject examine(String unitPath, Map<String, Object> fields);

    /** Keeps the content of a proposal that has been examined. */
    void store(Dossier dossier, Map<String, Object> fields);

    /**
     * Keeps what a task's form brought. Called for every task, also where the form has no content.
     *
     * @throws vn.phongtrao.refusal.Refusal when a rule forbids it
     */
    void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields);

    /** What forms and the register show of the content; citizen numbers are masked. */
    Map<String, Object> show(Dossier dossier);

    /** What the rules in force on the dossier's day say about its content. Asked while the dossier is open. */
    List<Finding> findings(Dossier dossier);
}
