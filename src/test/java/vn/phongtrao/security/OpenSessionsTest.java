package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

/** Which browser sessions end with those of Keycloak. */
class OpenSessionsTest {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private final Sessions kept = new Sessions();
    private final OpenSessions sessions = new OpenSessions(kept);

    private static final class Sessions implements FindByIndexNameSessionRepository<MapSession> {

        private final Map<String, MapSession> sessions = new ConcurrentHashMap<>();

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String index, String value) {
            return sessions.values().stream().filter(session -> ((SecurityContext) session.getAttribute(CONTEXT))
                    .getAuthentication().getName().equals(value))
                    .collect(Collectors.toMap(MapSession::getId, session -> session));
        }

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
            sessions.put(session.getId(), session);
        }

        @Override
        public MapSession findById(String id) {
            return sessions.get(id);
        }

        @Override
        public void deleteById(String id) {
            sessions.remove(id);
        }
    }

    @BeforeEach
    void signIn() {
        begin("chief", "office");
        begin("chief", "phone");
        begin("clerk", "desk");
    }

    @Test
    void oneSessionAtKeycloakTakesItsOwnAlong() {
        sessions.removeSessionInformation(logout("chief").sessionId("phone").build());

        assertThat(left()).containsExactlyInAnyOrder("office", "desk");
    }

    @Test
    void aPersonThatIsSignedOutEverywhereHasNoSessionLeft() {
        sessions.removeSessionInformation(logout("chief").build());
        assertThat(left()).containsExactly("desk");

        sessions.end("clerk");
        assertThat(left()).isEmpty();
    }

    private List<String> left() {
        return kept.sessions.values().stream().map(session -> ((DefaultOidcUser)
                ((SecurityContext) session.getAttribute(CONTEXT)).getAuthentication().getPrincipal())
                .getIdToken().getClaimAsString("sid")).toList();
    }

    private void begin(String person, String atKeycloak) {
        var idToken = new OidcIdToken("token", Instant.EPOCH, Instant.MAX, Map.of("sub", person, "sid", atKeycloak));
        var session = kept.createSession();
        session.setAttribute(CONTEXT, new SecurityContextImpl(new OAuth2AuthenticationToken(
                new DefaultOidcUser(List.of(), idToken), List.of(), "keycloak")));
        kept.save(session);
    }

    private static OidcLogoutToken.Builder logout(String person) {
        return OidcLogoutToken.withTokenValue("token").issuer("https://id.example.vn").audience(List.of("phongtrao-web"))
                .issuedAt(Instant.EPOCH).jti("1").subject(person)
                .events(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }
}
