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

    private EngineGroups() {
    }

    static List<String> of(Officer officer) {
        return Stream.of(officer.posts().stream().map(Post::group),
                        officer.posts().stream().map(post -> post.position().id()),
                        Stream.of(Officer.ADMINISTRATORS).filter(group -> officer.administrator()))
                .flatMap(groups -> groups).distinct().toList();
    }
}
