package vn.phongtrao.security;

import java.util.List;

import vn.phongtrao.unit.Post;

/** Who holds a post now. */
public interface PostHolders {

    /** @return user names, sorted; empty while nobody holds it */
    List<String> of(Post post);
}
