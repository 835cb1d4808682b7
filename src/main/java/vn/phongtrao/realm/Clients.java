package vn.phongtrao.realm;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The programs that people and systems sign in with. One that the file does not name is switched off and not removed, because it may be
 * somebody's.
 */
final class Clients {

    private static final Set<String> KEYCLOAKS_OWN = Set.of("account", "account-console", "admin-cli", "broker", "realm-management",
            "security-admin-console");
    private static final Map<String, String> SCOPES = Map.of("defaultClientScopes", "default-client-scopes",
            "optionalClientScopes", "optional-client-scopes");
    private static final String MAPPERS = "protocolMappers";
    private static final String SECRET = "secret";
    private static final String ID = "clientId";

    private final Keycloak keycloak;
    private final String realm;
    private final Set<String> kept;

    /** @param kept others that are let be */
    Clients(Keycloak keycloak, String realm, Set<String> kept) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.kept = kept;
    }

    void compare(ObjectNode file, Differences differences) {
        var found = Values.stream(keycloak.get("/realms/{realm}/clients", realm))
                .collect(Collectors.toMap(client -> client.path(ID).asText(), Function.identity()));
        var told = Values.list(file.path("clients"));
        told.forEach(client -> {
            var name = client.path(ID).asText();
            if (found.containsKey(name)) {
                compare(name, client, found.get(name), differences);
            } else {
                differences.add(place(name), "chưa có, sẽ thêm", () -> keycloak.add(client, "/realms/{realm}/clients", realm));
            }
        });
        var named = told.stream().map(client -> client.path(ID).asText()).collect(Collectors.toSet());
        found.values().stream().filter(client -> client.path("enabled").asBoolean()).filter(client -> {
            var name = client.path(ID).asText();
            return !named.contains(name) && !kept.contains(name) && !KEYCLOAKS_OWN.contains(name);
        }).forEach(client -> differences.add(place(client.path(ID).asText()),
                "không có trong tệp và trong PHONGTRAO_CLIENTS: sẽ tắt, không xóa",
                () -> change(client.path("id").asText(), now -> now.put("enabled", false))));
    }

    private static String place(String name) {
        return "Ứng dụng " + name;
    }

    private void compare(String name, JsonNode told, JsonNode found, Differences differences) {
        var id = found.path("id").asText();
        if (!found.path("enabled").asBoolean()) {
            differences.add(place(name), "đang tắt, sẽ bật", () -> change(id, now -> now.put("enabled", true)));
        }
        told.properties().stream().filter(field -> !field.getKey().equals(ID)).forEach(field -> {
            var value = field.getValue();
            switch (field.getKey()) {
                case MAPPERS -> compareMappers(name, id, value, found.path(MAPPERS), differences);
                case "defaultClientScopes", "optionalClientScopes" ->
                        compareScopes(name, id, field.getKey(), value, found.path(field.getKey()), differences);
                default -> {
                    if (!Values.has(value, found.path(field.getKey()))) {
                        differences.add(place(name), words(field.getKey(), found.path(field.getKey()), value),
                                () -> change(id, now -> Values.merge(Values.object().set(field.getKey(), value), now)));
                    }
                }
            }
        });
    }

    private static String words(String field, JsonNode found, JsonNode told) {
        return field.equals(SECRET) ? "khóa bí mật: đã đổi" : field + ": " + Values.change(found, told);
    }

    private void change(String id, Consumer<ObjectNode> change) {
        var now = (ObjectNode) keycloak.get("/realms/{realm}/clients/{id}", realm, id);
        change.accept(now);
        keycloak.put(now, "/realms/{realm}/clients/{id}", realm, id);
    }

    private void compareMappers(String client, String id, JsonNode told, JsonNode found, Differences differences) {
        var mappers = Values.stream(found).collect(Collectors.toMap(mapper -> mapper.path("name").asText(), Function.identity()));
        var path = "/realms/{realm}/clients/{id}/protocol-mappers/models";
        Values.stream(told).forEach(mapper -> {
            var name = mapper.path("name").asText();
            var present = mappers.remove(name);
            if (present == null) {
                differences.add(place(client), "ánh xạ %s: chưa có, sẽ thêm".formatted(name),
                        () -> keycloak.add(mapper, path, realm, id));
            } else if (!Values.has(mapper, present)) {
                var changed = (ObjectNode) present.deepCopy();
                Values.merge(mapper, changed);
                differences.add(place(client), "ánh xạ %s: %s".formatted(name, Values.change(present, mapper)),
                        () -> keycloak.put(changed, path + "/{mapper}", realm, id, present.path("id").asText()));
            }
        });
        mappers.forEach((name, mapper) -> differences.add(place(client), "ánh xạ %s: không có trong tệp, sẽ bỏ".formatted(name),
                () -> keycloak.delete(null, path + "/{mapper}", realm, id, mapper.path("id").asText())));
    }

    private void compareScopes(String client, String id, String field, JsonNode told, JsonNode found, Differences differences) {
        var wanted = Values.set(told);
        var present = Values.set(found);
        if (!wanted.equals(present)) {
            differences.add(place(client), "%s: %s".formatted(field, Values.change(present, wanted)), () -> {
                var path = "/realms/{realm}/clients/{id}/" + SCOPES.get(field) + "/{scope}";
                Values.stream(keycloak.get("/realms/{realm}/client-scopes", realm)).forEach(scope -> {
                    var name = scope.path("name").asText();
                    if (wanted.contains(name) && !present.contains(name)) {
                        // a scope is either default or optional
                        SCOPES.values().forEach(list -> keycloak.delete(null, "/realms/{realm}/clients/{id}/" + list + "/{scope}",
                                realm, id, scope.path("id").asText()));
                        keycloak.put(Values.object(), path, realm, id, scope.path("id").asText());
                    } else if (present.contains(name) && !wanted.contains(name)) {
                        keycloak.delete(null, path, realm, id, scope.path("id").asText());
                    }
                });
            });
        }
    }
}
