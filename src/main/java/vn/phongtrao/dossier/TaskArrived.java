package vn.phongtrao.dossier;

import vn.phongtrao.unit.Post;

/**
 * A task of a dossier has come to a post, or to one person alone. Published within the transaction that opens it, for
 * each of several posts once.
 *
 * @param task key of the user task
 * @param stop the stop of the route, from 1; null outside the review
 * @param post under which it is done
 * @param user whose alone it is, as a council member's vote; null where any holder of the post may take it
 */
public record TaskArrived(Dossier dossier, String task, Integer stop, Post post, String user) {
}
