package vn.phongtrao.realm;

import java.util.Map;
import java.util.Optional;

import org.springframework.util.MultiValueMap;

/**
 * How a program signs in at Keycloak's own realm: as a client with its secret, or as a person by name and password, as long as Keycloak
 * takes passwords there.
 *
 * @param name of the client or person
 */
record AdminSignIn(String name, MultiValueMap<String, String> form) {

    private static final String CLIENT = "phongtrao-keeper";
    private static final String PERSON = "admin";

    /** Empty where neither secret nor password is set. */
    static Optional<AdminSignIn> of(Map<String, String> environment) {
        return told(environment, "KEYCLOAK_ADMIN_PASSWORD")
                .map(password -> person(told(environment, "KEYCLOAK_ADMIN_USERNAME").orElse(PERSON), password))
                .or(() -> told(environment, "KEYCLOAK_ADMIN_SECRET")
                        .map(secret -> client(told(environment, "KEYCLOAK_ADMIN_CLIENT").orElse(CLIENT), secret)));
    }

    private static Optional<String> told(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static AdminSignIn client(String name, String secret) {
        return new AdminSignIn(name, MultiValueMap.fromSingleValue(Map.of("grant_type", "client_credentials",
                "client_id", name, "client_secret", secret)));
    }

    private static AdminSignIn person(String name, String password) {
        return new AdminSignIn(name, MultiValueMap.fromSingleValue(Map.of("grant_type", "password", "client_id", "admin-cli",
                "username", name, "password", password)));
    }

    @Override
    public String toString() {
        return name;
    }
}
