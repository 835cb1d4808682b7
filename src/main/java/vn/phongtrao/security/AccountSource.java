package vn.phongtrao.security;

import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** Where accounts are kept: Keycloak. */
interface AccountSource {

    /**
     * The account as it is now.
     *
     * @param id what tokens name as {@code sub}
     * @return {@link Account#GONE} for one that is not there
     * @throws RestClientException          when Keycloak gives no answer
     * @throws OAuth2AuthorizationException when it does not let this application ask
     */
    Account find(String id);
}
