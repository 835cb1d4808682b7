package vn.phongtrao.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

import vn.phongtrao.text.PlainText;

/** Asks Keycloak's administration API, with the service account of this application's own client. */
@Component
class KeycloakAccounts implements AccountSource, MemberSource {

    /** More than any unit has in a position. */
    private static final int MOST = 500;
    private static final String SERVICE_ACCOUNT = "keycloak-accounts";
    private static final ParameterizedTypeReference<List<Group>> GROUPS = new ParameterizedTypeReference<>() {
    };
    private static final ParameterizedTypeReference<List<User>> USERS = new ParameterizedTypeReference<>() {
    };

    private final RestClient keycloak;

    KeycloakAccounts(KeycloakProperties properties) {
        var requests = KeycloakCalls.requests();
        var asServiceAccount = new OAuth2ClientHttpRequestInterceptor(serviceAccount(properties, requests));
        asServiceAccount.setClientRegistrationIdResolver(request -> SERVICE_ACCOUNT);
        keycloak = RestClient.builder().requestFactory(requests).requestInterceptor(asServiceAccount)
                .baseUrl(properties.administration()).build();
    }

    private record Group(String path) {
    }

    private record User(String id, String username, String firstName, String lastName, boolean enabled, String email,
                        boolean emailVerified) {

        Member member() {
            var name = Stream.of(lastName, firstName).filter(Objects::nonNull).map(PlainText::kept)
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
            return new Member(username, name.isEmpty() ? null : name, enabled);
        }
    }

    private record Found(String id) {
    }

    @Override
    public Account find(String id) {
        try {
            var user = keycloak.get().uri("/users/{id}", id).retrieve().body(User.class);
            return user.enabled ? new Account(true, groups(id)) : Account.ENDED;
        } catch (HttpClientErrorException.NotFound nobody) {
            if (isSearchedForInVain(id)) {
                return Account.ENDED;
            }
            throw nobody;
        }
    }

    /** Proxies that keep the administration API from others say 404, too, and would sign everybody out. */
    private boolean isSearchedForInVain(String id) {
        return keycloak.get().uri("/users?briefRepresentation=true&search=id:{id}", id).retrieve().body(USERS).isEmpty();
    }

    @Override
    public List<Member> members(String group) {
        try {
            var found = keycloak.get().uri(address -> address.pathSegment("group-by-path")
                    .pathSegment(group.split("/")).build()).retrieve().body(Found.class);
            return keycloak.get().uri("/groups/{id}/members?briefRepresentation=true&max={most}", found.id, MOST)
                    .retrieve().body(USERS).stream().map(User::member).toList();
        } catch (HttpClientErrorException.NotFound nothing) {
            return List.of();
        }
    }

    @Override
    public Account named(String user) {
        return enabled(user).map(found -> new Account(true, groups(found.id))).orElse(Account.ENDED);
    }

    @Override
    public Optional<String> address(String user) {
        return enabled(user).filter(User::emailVerified).map(User::email).filter(address -> !address.isBlank());
    }

    private Optional<User> enabled(String user) {
        return keycloak.get().uri("/users?briefRepresentation=true&exact=true&username={user}", user).retrieve()
                .body(USERS).stream().findFirst().filter(User::enabled);
    }

    private Set<String> groups(String id) {
        return keycloak.get().uri("/users/{id}/groups", id).retrieve().body(GROUPS).stream().map(Group::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static OAuth2AuthorizedClientManager serviceAccount(KeycloakProperties properties, ClientHttpRequestFactory requests) {
        var registrations = new InMemoryClientRegistrationRepository(
                ClientRegistration.withRegistrationId(SERVICE_ACCOUNT)
                        .clientId(properties.clientId()).clientSecret(properties.clientSecret())
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenUri(properties.internalEndpoint("token")).build());
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(RestClient.builder().requestFactory(requests).messageConverters(converters -> {
            converters.clear();
            converters.add(new FormHttpMessageConverter());
            converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(tokens);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations,
                new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(provider);
        return manager;
    }
}
