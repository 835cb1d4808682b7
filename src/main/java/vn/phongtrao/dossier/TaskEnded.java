package vn.phongtrao.dossier;

import vn.phongtrao.unit.Post;

/**
 * A task that had {@linkplain TaskArrived arrived} is there no more: somebody finished it, or the dossier went on
 * without it. Published within the transaction that ends it, for each of several posts once.
 *
 * @param task key of the user task
 * @param stop the stop of the route, from 1; null outside the review
 * @param user whose alone it was; null where any holder of the post might have taken it
 */
public record TaskEnded(Dossier dossier, String task, Integer stop, Post post, String user) {
}
