package vn.phongtrao.dossier;

/**
 * An officer has finished a task of a dossier: its content and the step are kept, the process goes on next. Published
 * within the task's transaction.
 *
 * @param outcome null where the task has none
 */
public record DossierMoved(Dossier dossier, Assignment assignment, Outcome outcome) {
}
