package vn.phongtrao.realm;

import java.util.Map;
import java.util.Optional;

import org.springframework.util.MultiValueMap;

import vn.phongtrao.command.Environment;

/**
 * How a program signs in at Keycloak's own realm: as a client with its secret, or as a person by name and password, as long as Keycloak
 * takes passwords there. Variables that Keycloak makes its first administrator from will do, too.
 *
 * @param name of the client or person
 */
record AdminSignIn(String name, MultiValueMap<String, String> form) {

    private static final String CLIENT = "phongtrao-keeper";
    private static final String PERSON = "admin";

    /** Empty where neither secret nor password is set. */
    static Optional<AdminSignIn> of(Environment environment) {
        return environment.find("KEYCLOAK_ADMIN_PASSWORD").map(password -> person(environment, password))
                .or(() -> environment.find("KEYCLOAK_ADMIN_SECRET", "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET").map(secret -> client(environment, secret)))
                .or(() -> environment.find("KC_BOOTSTRAP_ADMIN_PASSWORD").map(password -> person(environment, password)));
    }

    private static AdminSignIn client(Environment environment, String secret) {
        var name = environment.find("KEYCLOAK_ADMIN_CLIENT", "KC_BOOTSTRAP_ADMIN_CLIENT_ID").orElse(CLIENT);
        return new AdminSignIn(name, MultiValueMap.fromSingleValue(Map.of("grant_type", "client_credentials",
                "client_id", name, "client_secret", secret)));
    }

    private static AdminSignIn person(Environment environment, String password) {
        var name = environment.find("KEYCLOAK_ADMIN_USERNAME", "KC_BOOTSTRAP_ADMIN_USERNAME").orElse(PERSON);
        return new AdminSignIn(name, MultiValueMap.fromSingleValue(Map.of("grant_type", "password", "client_id", "admin-cli",
                "username", name, "password", password)));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name;
    }
}
