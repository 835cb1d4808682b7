package vn.phongtrao.dossier;

import vn.phongtrao.unit.Post;

/**
 * A task that somebody had taken was given back to its post: who took it is absent, or holds the post no more. Published
 * within the transaction that gives it back.
 *
 * @param task key of the user task
 * @param post whose holders may take it now
 * @param user who had taken it
 */
public record TaskGivenBack(Dossier dossier, String task, Post post, String user) {
}
