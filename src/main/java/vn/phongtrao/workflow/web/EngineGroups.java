package vn.phongtrao.workflow.web;

import java.util.List;
import java.util.stream.Stream;

import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;

/**
 * The groups the engine knows an officer by: the posts, which tasks name as candidates; and each position alone, so
 * that what a position may do in every unit takes one authorization and not one for each unit.
 */
final class EngineGroups {

    /** Filters ask for the tasks of one's groups, and the engine wants to be asked for one at least. */
    private static final List<String> OF_NOBODY = List.of("without-post");

    private EngineGroups() {
    }

    static List<String> of(Officer officer) {
        var groups = Stream.of(officer.posts().stream().map(Post::group),
                        officer.posts().stream().map(post -> post.position().id()),
                        Stream.of(Officer.ADMINISTRATORS).filter(group -> officer.administrator()))
                .flatMap(some -> some).distinct().toList();
        return groups.isEmpty() ? OF_NOBODY : groups;
    }
}
