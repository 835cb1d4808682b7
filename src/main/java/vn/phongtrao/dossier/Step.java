package vn.phongtrao.dossier;

import java.time.Instant;
import java.util.Optional;

import vn.phongtrao.security.Deputising;
import vn.phongtrao.security.Manner;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * One step that somebody took on a dossier.
 *
 * @param id          null before it is kept
 * @param task        key of the user task
 * @param actor       user name of who took it
 * @param actorName   full name as the sign-in told it; null where it told none
 * @param stop        the stop of the route, from 1; null outside the review
 * @param outcome     null where the step has none
 * @param workingDays working days from receiving the task to finishing it
 * @param onBehalfOf  user name of whom the actor stood in for; null where it was the actor's own post
 * @param manner      id of {@link Manner}; null together with it
 * @param signsAs     the actor's own title as papers print it; null together with it
 * @param givenDays   the working days that it had by its table; null where it had none
 */
public record Step(Long id, DossierNumber dossierNumber, String task, Integer stop, UnitPath unitPath,
                   String position, String actor, String actorName, String outcome, String comment, Instant receivedAt,
                   Instant finishedAt, int workingDays, String onBehalfOf, String onBehalfOfName, String manner,
                   String signsAs, Integer givenDays) {

    Step with(Long kept) {
        return new Step(kept, dossierNumber, task, stop, unitPath, position, actor, actorName, outcome, comment, receivedAt,
                finishedAt, workingDays, onBehalfOf, onBehalfOfName, manner, signsAs, givenDays);
    }

    /** Under which post it was taken. */
    public Post post() {
        return new Post(unitPath, Position.of(position));
    }

    /** In whose place it was taken; empty where it was under a post of the actor's own. */
    public Optional<Deputising> deputising() {
        return Optional.ofNullable(manner).map(id -> new Deputising(post(), onBehalfOf, onBehalfOfName, Manner.of(id),
                signsAs));
    }

    /** Who took the step, by name where it is known. */
    public String person() {
        return actorName == null ? actor : actorName;
    }

    /** Whether the program took it of itself, and left no task. */
    public boolean automatic() {
        return actor.equals(Dossiers.SYSTEM);
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Step[" + task + " of " + dossierNumber + "]";
    }
}
