package vn.phongtrao.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was told of a task that waits.
 *
 * @param task     key of the user task
 * @param stop     the stop of the route, from 1; null outside the review
 * @param share    percent of its time that was used
 * @param daysPast working days past the last day; 0 before
 * @param dueOn    the last day, as it was then
 * @param posts    groups of the posts that were told
 * @param users    user names of those who were told by name, because they had taken the task
 */
public record Reminder(String task, Integer stop, int share, int daysPast, LocalDate dueOn, Instant toldAt,
                       List<String> posts, List<String> users) {
}
