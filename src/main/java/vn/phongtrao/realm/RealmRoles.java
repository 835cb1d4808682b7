package vn.phongtrao.realm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The roles of the realm that the file names. Others are let be: here they give no rights. */
final class RealmRoles {

    private final Keycloak keycloak;
    private final String realm;

    RealmRoles(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    void compare(ObjectNode file, Differences differences) {
        Values.stream(file.path("roles").path("realm")).forEach(role -> {
            var name = role.path("name").asText();
            var place = "Vai trò " + name;
            var found = keycloak.find("/realms/{realm}/roles/{name}", realm, name);
            if (found.isEmpty()) {
                differences.add(place, "chưa có, sẽ thêm", () -> keycloak.add(role, "/realms/{realm}/roles", realm));
            } else if (!Values.has(role, found.get())) {
                differences.add(place, Values.change(found.get(), role),
                        () -> keycloak.put(role, "/realms/{realm}/roles/{name}", realm, name));
            }
        });
    }
}
