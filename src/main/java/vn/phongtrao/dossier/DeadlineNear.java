package vn.phongtrao.dossier;

import java.time.LocalDate;
import java.util.Set;

import vn.phongtrao.unit.Post;

/**
 * A task is to be done soon. Published within the transaction that keeps that it was told, once for each day on which is
 * reminded.
 *
 * @param task  key of the user task
 * @param stop  the stop of the route, from 1; null outside the review
 * @param dueOn the last day
 * @param told  posts whose holders are to know
 * @param users who are to know by name, because the task is theirs
 */
public record DeadlineNear(Dossier dossier, String task, Integer stop, LocalDate dueOn, Set<Post> told,
                           Set<String> users) {
}
