package vn.phongtrao.security;

import java.util.List;

import vn.phongtrao.unit.Post;

/** Who held a post and does so no more. */
public interface PostLeavers {

    /**
     * Whether an account has ended or is in none of the groups of these posts; whoever signs for somebody is in none.
     *
     * @param user user name
     * @throws vn.phongtrao.refusal.Refusal unavailable, while Keycloak does not say
     */
    boolean hasLeft(String user, List<Post> posts);
}
