package vn.phongtrao.security;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * A person or system that is signed in, with the posts it holds.
 *
 * @param id         user name in Keycloak
 * @param deputising which of the posts it holds for somebody else today
 * @param auditor    whether it reads the audit trail, which administrators do not for being such
 */
public record Officer(String id, Set<Post> posts, boolean administrator, Set<Deputising> deputising, boolean auditor) {

    /** Keycloak group of the administrators. */
    public static final String ADMINISTRATORS = "camunda-admin";
    /** That of those who read the audit trail. */
    public static final String AUDITORS = "auditor";

    public Officer(String id, Set<Post> posts, boolean administrator) {
        this(id, posts, administrator, Set.of(), false);
    }

    /** @param groups Keycloak group paths without the leading slash; groups that are no post give no post */
    public static Officer of(String id, Collection<String> groups) {
        var posts = groups.stream().flatMap(group -> Post.ofGroup(group).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Officer(id, posts, groups.contains(ADMINISTRATORS), Set.of(), groups.contains(AUDITORS));
    }

    /** The same, who holds these posts, too. */
    Officer standingIn(Collection<Deputising> others) {
        return new Officer(id, Stream.concat(posts.stream(), others.stream().map(Deputising::post))
                .collect(Collectors.toUnmodifiableSet()), administrator, Set.copyOf(others), auditor);
    }

    /** For whom the officer acts under that post; empty where it is the officer's own alone. */
    public Optional<Deputising> deputising(Post post) {
        return deputising.stream().filter(other -> other.post().equals(post)).findFirst();
    }

    public boolean holds(Post post) {
        return posts.contains(post);
    }

    public boolean holds(UnitPath unitPath, Position position) {
        return posts.contains(new Post(unitPath, position));
    }

    /** The post as head of the body that the other post is of: of the unit's police, or its committee. */
    public Optional<Post> headOf(Post post) {
        return posts.stream().filter(own -> own.position().head() && own.besides(post)).findFirst();
    }

    /** The units where the officer holds a post. */
    public List<UnitPath> units() {
        return posts.stream().map(Post::unitPath).distinct().toList();
    }

    /**
     * The highest of them that is in force: what the officer oversees first of all. Ended units, whose business the
     * officer's own does, are not it, however high they were.
     *
     * @return empty for whoever holds no post
     */
    public Optional<UnitPath> highest(Units all) {
        return units().stream().filter(unit -> all.inForce(unit).isPresent())
                .min(Comparator.comparing((UnitPath unit) -> unit.value().split("/").length)
                        .thenComparing(unit -> unit));
    }

    /** The units where the officer holds that position. */
    public List<UnitPath> unitsAs(Position position) {
        return posts.stream().filter(post -> post.position() == position).map(Post::unitPath).sorted().toList();
    }

    /** Whether the unit is one of the officer's own or lies below one. Administrators see every unit. */
    public boolean oversees(UnitPath unitPath) {
        return administrator || posts.stream().anyMatch(post -> post.unitPath().covers(unitPath));
    }
}
