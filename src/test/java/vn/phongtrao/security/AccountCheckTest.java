package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import vn.phongtrao.unit.Units;

/** What becomes of a request by what is known of the account. */
class AccountCheckTest {

    private static final Instant SIGNED_IN = Instant.parse("2024-07-01T02:00:00Z");
    private static final Instant LATER = SIGNED_IN.plusSeconds(600);
    private static final String CHIEF = "/95/954/31813/police-chief";
    private static final String CLERK = "/95/954/31813/committee-clerk";
    private static final Map<String, Object> CLAIMS = Map.of("sub", "5e95a945", "preferred_username", "somebody",
            "iat", SIGNED_IN, "groups", List.of(CHIEF));

    private final Accounts accounts = mock();
    private final OpenSessions sessions = mock();
    private final AccountCheck check = new AccountCheck(accounts, sessions,
            new HttpSessionSecurityContextRepository(), new Under("/verify"),
            new CallProblems(new ObjectMapper()), Duration.ofMinutes(15));
    private final MockFilterChain onward = new MockFilterChain();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoseAccountHasEndedIsSignedOutEverywhere() {
        stands(new Standing.Ended());
        var request = request("GET", "/dossiers", session());
        var session = request.getSession();

        assertThatThrownBy(() -> check.doFilter(request, response, onward)).isInstanceOf(DisabledException.class)
                .hasMessage("Tài khoản này đã bị khóa hoặc không còn nữa");

        assertThat(onward.getRequest()).isNull();
        assertThat(request.getSession(false)).isNotSameAs(session);
        verify(sessions).end("5e95a945");
    }

    @Test
    void changedGroupsHoldAtOnceAndForTheRestOfTheSession() throws Exception {
        stands(new Standing.InForce(Set.of(CLERK), LATER, true));
        var request = request("GET", "/dossiers", session());

        check.doFilter(request, response, onward);

        var now = SecurityContextHolder.getContext().getAuthentication();
        assertThat(SignIn.of(now)).contains(new SignIn("5e95a945", Set.of(CLERK), LATER));
        assertThat(now.getName()).isEqualTo("5e95a945");
        assertThat(now.getAuthorities()).singleElement().isInstanceOfSatisfying(OidcUserAuthority.class,
                authority -> assertThat(authority.getIdToken().getClaimAsStringList("groups"))
                        .containsExactly(CLERK));
        var units = mock(Units.class);
        when(units.inForce(any())).thenReturn(Optional.of(mock()));
        assertThat(new Officers(units, user -> List.of()).of(now)).contains(Officer.of("somebody",
                List.of(CLERK.substring(1))));
        assertThat(request.getSession().getAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isInstanceOfSatisfying(SecurityContextImpl.class,
                        kept -> assertThat(kept.getAuthentication()).isEqualTo(now));
        assertThat(onward.getRequest()).isNotNull();
    }

    @Test
    void changedGroupsHoldForATokenToo() throws Exception {
        stands(new Standing.InForce(Set.of(CLERK), LATER, true));

        check.doFilter(request("GET", "/api/dossiers", token()), response, onward);

        var now = SecurityContextHolder.getContext().getAuthentication();
        assertThat(SignIn.of(now)).contains(new SignIn("5e95a945", Set.of(CLERK), LATER));
        assertThat(now.getName()).isEqualTo("5e95a945");
    }

    @Test
    void theSameGroupsChangeNothing() throws Exception {
        stands(new Standing.InForce(Set.of(CHIEF), LATER, true));
        var signedIn = session();
        var request = request("POST", "/api/tasks/completions", signedIn);

        check.doFilter(request, response, onward);

        assertThat(SecurityContextHolder.getContext().getAuthentication()).isSameAs(signedIn);
        assertThat(request.getSession().getAttributeNames().asIterator()).isExhausted();
        assertThat(onward.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/tasks/completions", "PUT, /api/hamlets/1", "DELETE, /api/documents/1",
            "POST, /engine-rest/task/1/complete", "POST, /camunda/api/engine/engine/default/task/1/submit-form",
            "POST, /engine-rest/task/create", "POST, /engine-rest/message", "POST, /camunda/api/admin/setup"})
    void nothingIsChangedWhileNobodyKnows(String method, String path) throws Exception {
        stands(new Standing.InForce(Set.of(CHIEF), SIGNED_IN, false));

        check.doFilter(request(method, path, token()), response, onward);

        assertThat(onward.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("\"detail\":\"Keycloak (nơi quản lý tài khoản) không trả lời"
                + " đã quá 15 phút");
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/dossiers", "HEAD, /api/dossiers", "GET, /dossiers", "OPTIONS, /engine-rest/task",
            "POST, /engine-rest/task", "POST, /engine-rest/task/count", "POST, /engine-rest/engine/default/task/",
            "POST, /camunda/api/engine/engine/default/filter/1/list", "POST, /engine-rest/history/task/count"})
    void whileNobodyKnowsThereIsReading(String method, String path) throws Exception {
        stands(new Standing.InForce(Set.of(CHIEF), SIGNED_IN, false));

        check.doFilter(request(method, path, token()), response, onward);

        assertThat(onward.getRequest()).isNotNull();
    }

    @Test
    void aListThatIsAskedInABodyIsReading() throws Exception {
        stands(new Standing.InForce(Set.of(CHIEF), SIGNED_IN, false));
        var request = request("POST", "/api/dossiers", session());
        request.addHeader("X-HTTP-Method-Override", "GET");
        check.doFilter(request, response, onward);
        assertThat(onward.getRequest()).isNotNull();

        var elsewhere = request("POST", "/engine-rest/task/1/complete", session());
        elsewhere.addHeader("X-HTTP-Method-Override", "GET");
        check.doFilter(elsewhere, response, new MockFilterChain());
        assertThat(response.getStatus()).as("only lists of the own API are asked so").isEqualTo(503);
    }

    @Test
    void whatIsThereForEverybodyNeedsNoAccount() throws Exception {
        check.doFilter(request("GET", "/verify/1", session()), response, onward);

        assertThat(onward.getRequest()).isNotNull();
        verifyNoInteractions(accounts);
    }

    @Test
    void nobodyIsLeftToTheRulesOfPaths() throws Exception {
        check.doFilter(request("GET", "/dossiers", null), response, onward);

        assertThat(onward.getRequest()).isNotNull();
        verifyNoInteractions(accounts);
    }

    private void stands(Standing standing) {
        when(accounts.of(any())).thenReturn(standing);
    }

    private static MockHttpServletRequest request(String method, String path, Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return request;
    }

    private static Authentication session() {
        var idToken = new OidcIdToken("token", SIGNED_IN, SIGNED_IN.plusSeconds(300), CLAIMS);
        var authorities = List.of(new OidcUserAuthority(idToken));
        return new OAuth2AuthenticationToken(new DefaultOidcUser(authorities, idToken, "sub"), authorities, "keycloak");
    }

    private static Authentication token() {
        return new JwtAuthenticationToken(Jwt.withTokenValue("token").header("alg", "RS256")
                .claims(all -> all.putAll(CLAIMS)).build());
    }
}
