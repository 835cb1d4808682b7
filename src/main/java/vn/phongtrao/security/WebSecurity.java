package vn.phongtrao.security;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import vn.phongtrao.refusal.Outage;

/**
 * Programs come with an access token and leave no session behind; people sign in at Keycloak and have a session.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class WebSecurity {

    /** What Spring Security calls an answer of Keycloak to a question that the session no longer knows. */
    private static final String OVERTAKEN = "authorization_request_not_found";

    private static final String BEARER = "Bearer ";

    private static final RequestMatcher ENGINE_REST = new Under("/engine-rest");
    private static final RequestMatcher API = new Under("/api");
    /** Paths that programs and scripts of pages call: they are told 401 instead of being sent to sign in. */
    private static final RequestMatcher CALLS = Under.any("/api", "/engine-rest", "/camunda/api", "/session", "/desk/wanting");
    private static final RequestMatcher PUBLIC =
            Under.any("/verify", "/look.css", "/page.css", "/needed.js", "/mark.svg", "/favicon.ico", "/handbook",
                    "/v3/api-docs", "/awards/exchange.schema.json", "/actuator/health", "/error");
    private static final RequestMatcher CLOSED = Under.any("/actuator", "/camunda/api/admin/setup", "/camunda-welcome");
    /** The webapps' own sign-in with a password; people sign in at Keycloak. */
    private static final RequestMatcher PASSWORDS = RegexRequestMatcher.regexMatcher(
            "/camunda/api/admin/auth/user/[^/]+/login(/.*)?");
    /** Their pages are closed to officers by the engine's authorizations, the data behind them is not. */
    private static final RequestMatcher ADMINISTRATION = Under.any("/camunda/api/cockpit", "/camunda/api/admin/plugin");
    /** Guarded by a CSRF filter of Camunda's own, and by {@link FormerTokens} before it. */
    private static final RequestMatcher CAMUNDA_GUARDED = Under.any("/camunda/api", "/camunda/app");
    /** Nothing in them is anybody's, and so browsers may keep them. */
    private static final RequestMatcher FILES = Under.any("/camunda/app", "/camunda/lib", "/camunda/assets", "/handbook");

    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http, ObjectMapper json, Accounts accounts, OpenSessions sessions,
                               AccountProperties limits, SignInFigures figures) throws Exception {
        var problems = new CallProblems(json);
        return http.securityMatcher(request -> ENGINE_REST.matches(request)
                        || API.matches(request) && bearsToken(request))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .bearerTokenResolver(WebSecurity::token)
                        .authenticationEntryPoint(problems).accessDeniedHandler(problems)
                        .withObjectPostProcessor(sayingThatKeysAreMissing(problems, figures)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(new BearersAlone(problems), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new AccountCheck(accounts, sessions, new RequestAttributeSecurityContextRepository(),
                        request -> false, problems, limits.actsWithoutKeycloak()), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, ClientRegistrationRepository clients, KeycloakProperties keycloak,
                               Officers officers, ObjectMapper json, Accounts accounts, OpenSessions sessions,
                               AccountProperties limits, KeycloakPulse pulse, SignInFigures figures) throws Exception {
        var problems = new CallProblems(json);
        var pages = new NegatedRequestMatcher(CALLS);
        var languages = new SignInLanguage(clients);
        var signIns = new SignInCookie(clients.findByRegistrationId(KeycloakConfiguration.REGISTRATION));
        return http
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(PUBLIC).permitAll()
                        .requestMatchers(CLOSED).denyAll()
                        .requestMatchers(PASSWORDS).denyAll()
                        .requestMatchers(ADMINISTRATION).access((authentication, request) -> new AuthorizationDecision(
                                officers.of(authentication.get()).filter(Officer::administrator).isPresent()))
                        .anyRequest().authenticated())
                .oauth2Login(login -> login.failureHandler(beginAgain(problems, figures))
                        .successHandler(SignInLanguage.following((request, response, signedIn) -> {
                            figures.accept();
                            response.sendRedirect(SignInCookie.pageAskedFor(request));
                        }))
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(languages)
                                .authorizationRequestRepository(signIns))
                        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository()))
                .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
                .addFilterBefore(new HeldUploads.Holding(), DisableEncodeUrlFilter.class)
                .addFilterAfter(new FormerTokens(), AuthorizationFilter.class)
                .addFilterAfter(new HeldUploads.Releasing(), AuthorizationFilter.class)
                .addFilterBefore(new AccountCheck(accounts, sessions, new HttpSessionSecurityContextRepository(),
                        PUBLIC, problems, limits.actsWithoutKeycloak()), AuthorizationFilter.class)
                .logout(logout -> logout.logoutRequestMatcher(new AndRequestMatcher(new Under("/logout"), WebSecurity::asksItself))
                        .logoutSuccessHandler(signOutOfKeycloak(clients)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(entry(problems, languages, signIns, pulse))
                        .defaultAccessDeniedHandlerFor(problems, CALLS)
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), pages))
                // a session would be made to remember the page; the sign-in's cookie does
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.ignoringRequestMatchers(CAMUNDA_GUARDED)
                        .csrfTokenRepository(csrfCookie()).csrfTokenRequestHandler(eagerToken()))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(FILES), new CacheControlHeadersWriter()))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(new Under("/camunda")), contentPolicy(keycloak))))
                .build();
    }

    /** Spring Security would make a fault of a Keycloak that does not tell the keys of its tokens. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> sayingThatKeysAreMissing(CallProblems problems,
                                                                                                 SignInFigures figures) {
        var saying = new AuthenticationEntryPointFailureHandler(problems);
        saying.setRethrowAuthenticationServiceException(false);
        AuthenticationFailureHandler failures = (request, response, failure) -> {
            if (!(failure instanceof AuthenticationServiceException)) {
                figures.refuseToken();
            }
            saying.onAuthenticationFailure(request, response, failure);
        };
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(failures);
                return filter;
            }
        };
    }

    /** Not a page of another site, which would sign officers out; browsers say so, and programs of one's own need not. */
    private static boolean asksItself(HttpServletRequest request) {
        return !List.of("cross-site", "same-site").contains(String.valueOf(request.getHeader("Sec-Fetch-Site")));
    }

    private static boolean bearsToken(HttpServletRequest request) {
        return token(request) != null;
    }

    /** As it was sent: whoever verifies it says whether it can be one. @return null where there is none */
    private static String token(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()) : null;
    }

    /** Nobody is sent to a Keycloak that is not there. */
    private static AuthenticationEntryPoint entry(CallProblems problems, SignInLanguage languages, SignInCookie signIns,
                                                  KeycloakPulse pulse) {
        return (request, response, reason) -> {
            if (CALLS.matches(request)) {
                problems.commence(request, response, reason);
            } else if (!pulse.answers()) {
                UnreachedFilter.say(Outage.KEYCLOAK, problems, request, response);
            } else {
                var signIn = languages.resolve(request, KeycloakConfiguration.REGISTRATION);
                signIns.saveAskedFor(signIn, request, response);
                response.sendRedirect(signIn.getAuthorizationRequestUri());
            }
        };
    }

    private static OidcClientInitiatedLogoutSuccessHandler signOutOfKeycloak(ClientRegistrationRepository clients) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    /** Scripts read the token from the cookie. Camunda's own cookie and header have the usual names, so ours do not. */
    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieName("PHONGTRAO-CSRF");
        repository.setHeaderName("X-PHONGTRAO-CSRF");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    /** Without a name for the deferred token the cookie is there from the first page on. */
    private static CsrfTokenRequestAttributeHandler eagerToken() {
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    /** A sign-in that a sign-out or another window overtook begins again; any other failure is said. */
    private static AuthenticationFailureHandler beginAgain(CallProblems problems, SignInFigures figures) {
        return (request, response, failure) -> {
            if (Outage.in(failure).isPresent()) {
                UnreachedFilter.say(Outage.KEYCLOAK, problems, request, response);
            } else if (failure instanceof OAuth2AuthenticationException signIn
                    && OVERTAKEN.equals(signIn.getError().getErrorCode())) {
                response.sendRedirect(request.getContextPath() + "/");
            } else {
                figures.refuse();
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            }
        };
    }

    /** Forms may lead to Keycloak, because signing out does. */
    private static ContentSecurityPolicyHeaderWriter contentPolicy(KeycloakProperties keycloak) {
        return new ContentSecurityPolicyHeaderWriter("default-src 'self'; img-src 'self' data:; "
                + "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; "
                + "form-action 'self' " + keycloak.url());
    }

    /** As it is in the cookie: decoded, it could hold characters that the database does not take. */
    @Bean
    DefaultCookieSerializerCustomizer plainSessionId() {
        return cookie -> cookie.setUseBase64Encoding(false);
    }

    /** Group ids contain slashes, which the administrators' pages send encoded. */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowedHeaderNames(name -> name.indexOf('\t') < 0 && printable(name));
        firewall.setAllowedHeaderValues(WebSecurity::printable);
        return firewall;
    }

    /** What the firewall's own regular expressions say, without one: there are many headers, tokens are long, and both are read often. */
    private static boolean printable(String value) {
        for (int i = 0; i < value.length(); i++) {
            var character = value.codePointAt(i);
            if (character != '\t' && (Character.isISOControl(character) || !Character.isDefined(character))) {
                return false;
            }
        }
        return true;
    }

    /** Requests are counted and timed as a whole, not filter by filter. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory -> factory.addConnectorCustomizers(connector ->
                connector.setEncodedSolidusHandling(EncodedSolidusHandling.DECODE.getValue()));
    }
}
