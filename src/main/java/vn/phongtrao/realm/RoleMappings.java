package vn.phongtrao.realm;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** The roles of a group or an account: those of the realm, and those of clients. */
final class RoleMappings {

    private final Keycloak keycloak;
    private final String realm;

    RoleMappings(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    /**
     * Roles by their names, as realm files have them.
     *
     * @param clients names of roles by client
     */
    record Roles(Set<String> realm, JsonNode clients) {

        static Roles in(JsonNode holder) {
            return new Roles(Values.set(holder.path("realmRoles")), holder.path("clientRoles"));
        }
    }

    /** @param holder path of whoever has the roles, for example {@code groups/4711} */
    void compare(String place, String holder, Roles told, Roles found, Differences differences) {
        var mappings = "/realms/{realm}/" + holder + "/role-mappings/";
        compare(place, "vai trò của realm", "/realms/{realm}/roles", mappings + "realm", told.realm, found.realm, differences);
        var clients = new TreeSet<String>();
        told.clients.fieldNames().forEachRemaining(clients::add);
        found.clients.fieldNames().forEachRemaining(clients::add);
        clients.forEach(client -> {
            var id = keycloak.get("/realms/{realm}/clients?clientId={client}", realm, client).path(0).path("id").asText();
            compare(place, "vai trò của " + client, "/realms/{realm}/clients/%s/roles".formatted(id), mappings + "clients/" + id,
                    Values.set(told.clients.path(client)), Values.set(found.clients.path(client)), differences);
        });
    }

    private void compare(String place, String which, String roles, String mappings, Set<String> told, Set<String> found,
                         Differences differences) {
        if (!told.equals(found)) {
            differences.add(place, which + ": " + Values.change(found, told), () -> {
                map(told, found, roles, representations -> keycloak.add(representations, mappings, realm));
                map(found, told, roles, representations -> keycloak.delete(representations, mappings, realm));
            });
        }
    }

    private void map(Set<String> some, Set<String> butNot, String roles, Consumer<JsonNode> act) {
        var representations = some.stream().filter(role -> !butNot.contains(role))
                .map(role -> keycloak.get(roles + "/{role}", realm, role)).toList();
        if (!representations.isEmpty()) {
            act.accept(Values.array(representations));
        }
    }
}
