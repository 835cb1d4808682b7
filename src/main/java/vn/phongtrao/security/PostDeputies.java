package vn.phongtrao.security;

import java.util.List;

import vn.phongtrao.unit.Post;

/** Who may act today under a post that is another's, beside its holders. */
public interface PostDeputies {

    /** User names of those who sign in the place of somebody who holds it. */
    List<String> of(Post post);
}
