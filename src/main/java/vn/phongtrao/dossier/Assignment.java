package vn.phongtrao.dossier;

import java.time.Instant;

import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;

/**
 * A task in the hands of an officer.
 *
 * @param task       key of the user task
 * @param stop       the stop of the route, from 1; null outside the review
 * @param post       the post under which the officer acts
 * @param receivedAt when the task came to that post
 */
public record Assignment(String task, Integer stop, Officer officer, Post post, Instant receivedAt) {
}
