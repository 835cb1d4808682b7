package vn.phongtrao.security;

import java.util.List;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * The browser sessions of all nodes, ended when Keycloak's own session ends (back-channel logout). Nothing is kept beside
 * them: the database finds a person's sessions by {@code sub}, and each holds the token that began it.
 */
@Component
class OpenSessions implements OidcSessionRegistry {

    private static final String SESSION_AT_KEYCLOAK = "sid";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Ends all sessions of an account. @param id {@code sub} */
    void end(String id) {
        sessions.findByPrincipalName(id).keySet().forEach(sessions::deleteById);
    }

    /** @return none, because none is left to be ended */
    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken logout) {
        sessions.findByPrincipalName(logout.getSubject()).forEach((session, content) -> {
            if (logout.getSessionId() == null || atKeycloak(content).filter(logout.getSessionId()::equals).isPresent()) {
                sessions.deleteById(session);
            }
        });
        return List.of();
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {
        // the session itself is kept
    }

    @Override
    public OidcSessionInformation removeSessionInformation(String session) {
        return null;
    }

    private static Optional<String> atKeycloak(Session session) {
        SecurityContext context = session.getAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return Optional.ofNullable(context).map(SecurityContext::getAuthentication).map(Authentication::getPrincipal)
                .filter(OidcUser.class::isInstance)
                .map(person -> ((OidcUser) person).getIdToken().getClaimAsString(SESSION_AT_KEYCLOAK));
    }
}
