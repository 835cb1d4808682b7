package vn.phongtrao.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Units;

/** Reads the officer out of a sign-in: a browser session or an access token, which carry the same claims. */
@Component
public class Officers {

    private final Units units;
    private final Deputies deputies;

    Officers(Units units, Deputies deputies) {
        this.units = units;
        this.deputies = deputies;
    }

    /** Empty when nobody is signed in. */
    public Optional<Officer> of(Authentication authentication) {
        return claims(authentication).map(this::officer);
    }

    /** The full name in the Vietnamese order: family name first. Empty for systems, and when nobody is signed in. */
    Optional<String> nameOf(Authentication authentication) {
        return claims(authentication).map(claims -> Stream.of("family_name", "given_name")
                .map(claims::getClaimAsString).filter(Objects::nonNull).map(PlainText::kept)
                .filter(name -> !name.isEmpty()).collect(Collectors.joining(" "))).filter(name -> !name.isEmpty());
    }

    private static Optional<ClaimAccessor> claims(Authentication authentication) {
        return Optional.ofNullable(authentication).map(Authentication::getPrincipal)
                .filter(ClaimAccessor.class::isInstance).map(ClaimAccessor.class::cast);
    }

    private Officer officer(ClaimAccessor claims) {
        var groups = Optional.ofNullable(claims.getClaimAsStringList(SignIn.GROUPS)).orElse(List.of());
        var own = Officer.of(claims.getClaimAsString("preferred_username"),
                groups.stream().map(group -> group.startsWith("/") ? group.substring(1) : group).flatMap(this::today).toList());
        return own.standingIn(deputies.of(own.id()).stream()
                .filter(other -> own.posts().stream().anyMatch(post -> post.besides(other.post())))
                .flatMap(this::today).toList());
    }

    /** The same officer, of whom only the posts are known, with what is known of whose they are. */
    public Officer complete(Officer officer) {
        return officer.standingIn(deputies.of(officer.id()).stream().flatMap(this::today)
                .filter(other -> officer.holds(other.post())).toList());
    }

    private Stream<Deputising> today(Deputising other) {
        return today(other.post().group()).flatMap(group -> Post.ofGroup(group).stream()).map(other::under);
    }

    /**
     * Posts of a unit that has ended are nobody's any more by themselves: whoever holds the position in the unit in
     * charge holds them with it, and so finds and finishes what the ended unit began. Keycloak may know units before this
     * system does; there is nothing to do there yet.
     */
    private Stream<String> today(String group) {
        var post = Post.ofGroup(group);
        if (post.isEmpty()) {
            return Stream.of(group);
        }
        var path = post.get().unitPath();
        return units.inForce(path).isEmpty() ? Stream.empty()
                : Stream.concat(Stream.of(path), units.endedUnder(path).stream())
                        .map(unit -> new Post(unit, post.get().position()).group());
    }
}
