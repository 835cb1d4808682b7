package vn.phongtrao.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Units;

/** Who holds a post is a user of its group in Keycloak whose account is enabled, and no client's. */
@Component
class KeycloakPostHolders implements PostHolders, PostLeavers, MailAddresses {

    /** How Keycloak begins the name of a client's account. */
    private static final String SYSTEM = "service-account-";
    private static final int MOST = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakPostHolders.class);

    private final MemberSource keycloak;
    private final Units units;
    private final Clock clock;
    private final Cache<String, List<Holder>> known;

    KeycloakPostHolders(MemberSource keycloak, AccountProperties limits, Units units, Clock clock) {
        this.keycloak = keycloak;
        this.units = units;
        this.clock = clock;
        known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(limits.knownFor()).build();
    }

    @Override
    public List<String> of(Post post) {
        return named(post).stream().map(Holder::user).toList();
    }

    @Override
    public List<Holder> named(Post post) {
        return people(members(post));
    }

    @Override
    public boolean holds(String user, Post post) {
        return members(post).stream().anyMatch(holder -> holder.user().equals(user));
    }

    @Override
    public List<Holder> namedNow(Post post) {
        known.invalidate(today(post).group());
        return named(post);
    }

    @Override
    public List<Holder> stillIn(Post ended) {
        return answered(() -> ask(ended.group()));
    }

    @Override
    public List<String> administrators() {
        return people(answered(() -> known.get(Officer.ADMINISTRATORS, this::ask))).stream().map(Holder::user).toList();
    }

    /** Asked anew of Keycloak: a group that is not found, as a proxy may say, is no reason to take a task away. */
    @Override
    public boolean hasLeft(String user, List<Post> posts) {
        var account = answered(() -> keycloak.named(user));
        return !account.enabled() || posts.stream().noneMatch(post -> account.groups().contains("/" + today(post).group()));
    }

    @Override
    public Optional<String> of(String user) {
        return answered(() -> keycloak.address(user));
    }

    private List<Holder> members(Post post) {
        var group = today(post).group();
        return answered(() -> known.get(group, this::ask));
    }

    private static List<Holder> people(List<Holder> members) {
        return members.stream().filter(holder -> !holder.user().startsWith(SYSTEM)).toList();
    }

    private List<Holder> ask(String group) {
        return keycloak.members(group).stream().filter(MemberSource.Member::enabled)
                .map(member -> new Holder(member.user(), member.name())).sorted(Comparator.comparing(Holder::user)).toList();
    }

    private Post today(Post post) {
        return post.inCharge(units, LocalDate.now(clock));
    }

    private static <T> T answered(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (RestClientException | OAuth2AuthorizationException away) {
            LOG.warn("Keycloak does not tell who holds a post: {}", away.toString());
            throw Refusal.unavailable("Keycloak (nơi quản lý tài khoản) không trả lời nên chưa biết ai giữ chức vụ; "
                    + "hãy thử lại sau");
        }
    }
}
