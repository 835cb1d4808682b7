package vn.phongtrao.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Keycloak is. All its addresses follow from these, so that the application starts without asking it.
 *
 * @param url          as browsers see it, without the realm: {@code https://id.example.vn}
 * @param internalUrl  as this application reaches it, the same unless both run in one private network
 * @param clientSecret secret of client {@code phongtrao-web}
 */
@ConfigurationProperties("phongtrao.keycloak")
record KeycloakProperties(String url, String internalUrl, String realm, String clientId, String clientSecret) {

    String issuer() {
        return url + "/realms/" + realm;
    }

    /** @param name last part of the address: {@code auth}, {@code token}, {@code certs}, {@code logout} */
    String browserEndpoint(String name) {
        return endpoint(url, name);
    }

    String internalEndpoint(String name) {
        return endpoint(internalUrl, name);
    }

    /** Where the realm's users and groups are read. */
    String administration() {
        return internalUrl + "/admin/realms/" + realm;
    }

    private String endpoint(String base, String name) {
        return base + "/realms/" + realm + "/protocol/openid-connect/" + name;
    }
}
