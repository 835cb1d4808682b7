package vn.phongtrao.security;

import java.util.List;

import vn.phongtrao.unit.Post;

/**
 * Who holds a post now, by an account that is enabled: people, to whom something is given. Deputies are not among them, nor accounts of
 * systems, which do what they do of themselves.
 */
public interface PostHolders {

    /** @param name full name, family name first; null where the account has none */
    record Holder(String user, String name) {
    }

    /**
     * @return user names, sorted; empty while nobody holds it
     * @throws vn.phongtrao.refusal.Refusal unavailable, while Keycloak does not say
     */
    List<String> of(Post post);

    /**
     * Whether the account is one that holds the post, be it a system's.
     *
     * @throws vn.phongtrao.refusal.Refusal unavailable, while Keycloak does not say
     */
    default boolean holds(String user, Post post) {
        return of(post).contains(user);
    }

    /**
     * @return user names of the administrators, sorted
     * @throws vn.phongtrao.refusal.Refusal unavailable, while Keycloak does not say
     */
    default List<String> administrators() {
        return List.of();
    }

    /** The same with names. */
    default List<Holder> named(Post post) {
        return of(post).stream().map(user -> new Holder(user, null)).toList();
    }

    /**
     * Whose account, be it a system's, is still in the group of a post of a unit that has ended: they do no more there, and are to be
     * moved.
     *
     * @throws vn.phongtrao.refusal.Refusal unavailable, while Keycloak does not say
     */
    default List<Holder> stillIn(Post ended) {
        return List.of();
    }

    /** The same as it is at this moment: the others may be some seconds old. */
    default List<Holder> namedNow(Post post) {
        return named(post);
    }
}
