package vn.phongtrao.dossier;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One step that somebody took on a dossier.
 *
 * @param task        key of the user task
 * @param stop        the stop of the route, from 1; null outside the review
 * @param outcome     null where the step has none
 * @param workingDays working days from receiving the task to finishing it
 */
@Table("dossier_step")
public record Step(@Id Long id, String dossierNumber, String task, Integer stop, String unitPath, String position,
                   String actor, String outcome, String comment, Instant receivedAt, Instant finishedAt,
                   int workingDays) {

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Step[" + task + " of " + dossierNumber + "]";
    }
}
