package vn.phongtrao.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import vn.phongtrao.command.Environment;

class AdminSignInTest {

    @Test
    void aClientSignsInWithItsSecret() {
        var signIn = of("KEYCLOAK_ADMIN_SECRET", "s3cret", "KC_BOOTSTRAP_ADMIN_PASSWORD", "first").orElseThrow();
        assertThat(signIn.form().toSingleValueMap()).containsEntry("grant_type", "client_credentials").containsEntry("client_secret", "s3cret")
                .containsEntry("client_id", "phongtrao-keeper");
        assertThat(signIn).hasToString("phongtrao-keeper");
        assertThat(of("KEYCLOAK_ADMIN_CLIENT", "another", "KEYCLOAK_ADMIN_SECRET", "x")).get().hasToString("another");
    }

    @Test
    void aPersonWhoIsNamedGoesBeforeTheClient() {
        var signIn = of("KEYCLOAK_ADMIN_USERNAME", "an", "KEYCLOAK_ADMIN_PASSWORD", "p", "KEYCLOAK_ADMIN_SECRET", "s").orElseThrow();
        assertThat(signIn.form().toSingleValueMap()).containsEntry("grant_type", "password").containsEntry("username", "an").containsEntry("password", "p");
    }

    @Test
    void keycloaksOwnVariablesWillDo() {
        assertThat(of("KC_BOOTSTRAP_ADMIN_USERNAME", "first", "KC_BOOTSTRAP_ADMIN_PASSWORD", "p")).get().hasToString("first");
        assertThat(of("KC_BOOTSTRAP_ADMIN_CLIENT_ID", "keeper", "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", "s")).get().hasToString("keeper");
        assertThat(of("KEYCLOAK_ADMIN_SECRET", " ")).isEmpty();
    }

    /** @param variables names and values in turn */
    private static Optional<AdminSignIn> of(String... variables) {
        return AdminSignIn.of(new Environment(IntStream.range(0, variables.length / 2).boxed()
                .collect(Collectors.toMap(i -> variables[2 * i], i -> variables[2 * i + 1]))));
    }
}
