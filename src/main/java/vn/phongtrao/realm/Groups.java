package vn.phongtrao.realm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The groups of the file, with their names and roles. One that the file does not name goes only when nobody is in it or below it; people
 * stay in their groups.
 */
final class Groups {

    private static final String BELOW = "subGroups";
    private static final String ATTRIBUTES = "attributes";

    private final Keycloak keycloak;
    private final String realm;

    Groups(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    void compare(ObjectNode file, Exported exported, Differences differences) {
        compare("", null, file.path("groups"), exported.groups(), differences);
    }

    private void compare(String above, String aboveId, JsonNode told, JsonNode found, Differences differences) {
        var present = byName(found);
        Values.stream(told).forEach(group -> {
            var path = above + "/" + group.path("name").asText();
            var same = present.remove(group.path("name").asText());
            if (same == null) {
                var all = count(group);
                differences.add(place(path), all == 1 ? "chưa có, sẽ thêm" : "chưa có, sẽ thêm cùng %d nhóm bên dưới".formatted(all - 1),
                        () -> make(aboveId, group));
            } else {
                compare(path, group, same, differences);
                compare(path, same.path("id").asText(), group.path(BELOW), same.path(BELOW), differences);
            }
        });
        present.forEach((name, group) -> compareForeign(above + "/" + name, group, differences));
    }

    private static Map<String, JsonNode> byName(JsonNode groups) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        groups.forEach(group -> named.put(group.path("name").asText(), group));
        return named;
    }

    private static String place(String path) {
        return "Nhóm " + path.substring(1);
    }

    private static int count(JsonNode group) {
        return 1 + Values.stream(group.path(BELOW)).mapToInt(Groups::count).sum();
    }

    private void compare(String path, JsonNode told, JsonNode found, Differences differences) {
        var id = found.path("id").asText();
        if (!Values.has(told.path(ATTRIBUTES), found.path(ATTRIBUTES))) {
            differences.add(place(path), Values.change(found.path(ATTRIBUTES), told.path(ATTRIBUTES)), () -> {
                var now = (ObjectNode) keycloak.get("/realms/{realm}/groups/{id}", realm, id);
                Values.merge(Values.object().set(ATTRIBUTES, told.path(ATTRIBUTES)), now);
                keycloak.put(now, "/realms/{realm}/groups/{id}", realm, id);
            });
        }
        new RoleMappings(keycloak, realm).compare(place(path), "groups/" + id, RoleMappings.Roles.in(told), RoleMappings.Roles.in(found),
                differences);
    }

    private void make(String aboveId, JsonNode group) {
        var own = Values.object().put("name", group.path("name").asText());
        own.set(ATTRIBUTES, group.path(ATTRIBUTES));
        var id = aboveId == null ? keycloak.create(own, "/realms/{realm}/groups", realm)
                : keycloak.create(own, "/realms/{realm}/groups/{id}/children", realm, aboveId);
        Values.stream(group.path(BELOW)).forEach(below -> make(id, below));
    }

    private void compareForeign(String path, JsonNode group, Differences differences) {
        var withPeople = withPeople(path, group).toList();
        if (withPeople.isEmpty()) {
            differences.add(place(path), "không có trong tệp, không có ai: sẽ xóa", () -> {
                // somebody may have come meanwhile
                if (withPeople(path, group).findAny().isEmpty()) {
                    keycloak.delete(null, "/realms/{realm}/groups/{id}", realm, group.path("id").asText());
                }
            });
        } else {
            differences.remark("%s không có trong tệp nhưng còn người ở %s: giữ nguyên. Chuyển người sang nhóm khác rồi chạy lại"
                    .formatted(place(path), String.join(", ", withPeople)));
        }
    }

    private Stream<String> withPeople(String path, JsonNode group) {
        var people = keycloak.get("/realms/{realm}/groups/{id}/members?max=1&briefRepresentation=true", realm, group.path("id").asText());
        return Stream.concat(people.isEmpty() ? Stream.empty() : Stream.of(path.substring(1)),
                Values.stream(group.path(BELOW)).flatMap(below -> withPeople(path + "/" + below.path("name").asText(), below)));
    }
}
