package vn.phongtrao.dossier;

import vn.phongtrao.unit.Post;

/**
 * The head of a body has given a task of its posts to one of its officers. Published within the transaction that does it.
 *
 * @param task key of the user task
 * @param stop the stop of the route, from 1; null outside the review
 * @param post under which it is done
 * @param from user name of who had taken it; null where nobody had
 * @param user user name of who has it now
 */
public record TaskHandedOver(Dossier dossier, String task, Integer stop, Post post, String from, String user) {
}
