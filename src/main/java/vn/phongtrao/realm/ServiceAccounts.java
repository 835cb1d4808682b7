package vn.phongtrao.realm;

import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The accounts that clients act with, where the file names them: their roles and, where it says so, their groups. */
final class ServiceAccounts {

    /** Everybody's, and so not ours to take away. */
    private static final String DEFAULT_ROLES = "default-roles-";

    private final Keycloak keycloak;
    private final String realm;

    ServiceAccounts(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    void compare(ObjectNode file, Differences differences) {
        Values.stream(file.path("users")).filter(user -> user.has("serviceAccountClientId")).forEach(user -> {
            var client = user.path("serviceAccountClientId").asText();
            Values.stream(keycloak.get("/realms/{realm}/clients?clientId={client}", realm, client))
                    .filter(found -> found.path("serviceAccountsEnabled").asBoolean()).findFirst()
                    .map(found -> keycloak.get("/realms/{realm}/clients/{id}/service-account-user", realm, found.path("id").asText()))
                    .ifPresent(account -> compare("Tài khoản dịch vụ của " + client, account.path("id").asText(), user, differences));
        });
    }

    private void compare(String place, String id, JsonNode told, Differences differences) {
        new RoleMappings(keycloak, realm).compare(place, "users/" + id, RoleMappings.Roles.in(told), found(id), differences);
        if (told.has("groups")) {
            compareGroups(place, id, Values.set(told.path("groups")), differences);
        }
    }

    private RoleMappings.Roles found(String id) {
        var mappings = keycloak.get("/realms/{realm}/users/{id}/role-mappings", realm, id);
        var clients = Values.object();
        mappings.path("clientMappings").properties().forEach(client ->
                clients.set(client.getKey(), Values.texts(names(client.getValue().path("mappings")))));
        return new RoleMappings.Roles(names(mappings.path("realmMappings")).stream().filter(role -> !role.startsWith(DEFAULT_ROLES))
                .collect(Collectors.toSet()), clients);
    }

    private static Set<String> names(JsonNode roles) {
        return Values.stream(roles).map(role -> role.path("name").asText()).collect(Collectors.toSet());
    }

    private void compareGroups(String place, String id, Set<String> told, Differences differences) {
        var groups = Values.list(keycloak.get("/realms/{realm}/users/{id}/groups", realm, id));
        var found = groups.stream().map(group -> group.path("path").asText()).collect(Collectors.toSet());
        if (!told.equals(found)) {
            differences.add(place, "nhóm: " + Values.change(found, told), () -> {
                groups.stream().filter(group -> !told.contains(group.path("path").asText())).forEach(group ->
                        keycloak.delete(null, "/realms/{realm}/users/{id}/groups/{group}", realm, id, group.path("id").asText()));
                told.stream().filter(path -> !found.contains(path)).forEach(path -> keycloak.put(Values.object(),
                        "/realms/{realm}/users/{id}/groups/{group}", realm, id,
                        keycloak.get("/realms/{realm}/group-by-path" + path, realm).path("id").asText()));
            });
        }
    }
}
