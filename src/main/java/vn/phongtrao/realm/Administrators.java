package vn.phongtrao.realm;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes accounts of administrators, who choose their password and set up a second factor when they first sign in. */
final class Administrators {

    private static final String KEYCLOAKS_OWN_REALM = "master";
    private static final String KEYCLOAKS_OWN_ROLE = "admin";
    private static final String GROUP = "/camunda-admin";
    /** Without those that look like others. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private final Keycloak keycloak;

    Administrators(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * @param realm of the program's administrator; empty for one of Keycloak
     * @return the password, for once
     */
    String make(String login, String lastName, String firstName, Optional<String> realm) {
        var where = realm.orElse(KEYCLOAKS_OWN_REALM);
        if (keycloak.find("/realms/{realm}", where).isEmpty()) {
            throw new KeycloakTrouble("Chưa có realm %s: chạy realm apply trước".formatted(where));
        }
        if (!keycloak.get("/realms/{realm}/users?exact=true&username={login}", where, login).isEmpty()) {
            throw new KeycloakTrouble("Đã có tài khoản %s; lệnh này không đổi tài khoản đã có".formatted(login));
        }
        var password = new SecureRandom().ints(LENGTH, 0, LETTERS.length()).mapToObj(LETTERS::charAt).map(String::valueOf)
                .collect(Collectors.joining());
        var account = Values.object().put("username", login).put("enabled", true).put("lastName", lastName).put("firstName", firstName);
        account.set("requiredActions", Values.texts(List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP")));
        account.set("groups", Values.texts(realm.isPresent() ? List.of(GROUP) : List.of()));
        account.putObject("attributes").putArray("locale").add("vi");
        account.putArray("credentials").addObject().put("type", "password").put("value", password).put("temporary", true);
        var id = keycloak.create(account, "/realms/{realm}/users", where);
        if (realm.isEmpty()) {
            keycloak.add(Values.array(List.of(keycloak.get("/realms/{realm}/roles/{role}", where, KEYCLOAKS_OWN_ROLE))),
                    "/realms/{realm}/users/{id}/role-mappings/realm", where, id);
        }
        return password;
    }
}
