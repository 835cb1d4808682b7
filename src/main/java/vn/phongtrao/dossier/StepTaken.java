package vn.phongtrao.dossier;

/**
 * An officer is about to finish a task of a dossier, whose content is still as it was. Published within the task's
 * transaction: a listener that throws a {@link vn.phongtrao.refusal.Refusal} forbids the step.
 *
 * @param outcome null where the task has none
 */
public record StepTaken(Dossier dossier, Assignment assignment, Outcome outcome) {
}
