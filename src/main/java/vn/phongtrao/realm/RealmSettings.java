package vn.phongtrao.realm;

import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The settings of the realm itself: languages, themes, passwords, how long sessions last, which flows people sign in by. */
final class RealmSettings {

    private static final String PLACE = "Cài đặt realm";
    private static final String SECRET = "password";
    /** Compared by others. */
    private static final Set<String> PARTS = Set.of("realm", "clients", "users", "groups", "roles", "components", "authenticationFlows",
            "authenticatorConfig");

    private final Keycloak keycloak;
    private final String realm;

    RealmSettings(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    void compare(ObjectNode file, Differences differences) {
        var found = keycloak.get("/realms/{realm}", realm);
        file.properties().stream().filter(field -> !PARTS.contains(field.getKey())).forEach(field -> {
            var name = field.getKey();
            if (field.getValue().isArray() && Values.stream(field.getValue()).anyMatch(JsonNode::isObject)) {
                differences.remark("Phần %s của tệp chỉ có hiệu lực khi tạo realm, lệnh này không so".formatted(name));
            } else if (!Values.has(field.getValue(), found.path(name))) {
                differences.add(PLACE, name + ": " + (field.getValue().has(SECRET) ? "đã đổi"
                        : Values.change(found.path(name), field.getValue())), () -> set(name, field.getValue()));
            }
        });
        missingThemes(file, differences);
    }

    private void set(String name, JsonNode value) {
        var changed = Values.object();
        changed.set(name, value);
        if (value.isObject()) {
            // Keycloak takes such a field as a whole
            var whole = keycloak.get("/realms/{realm}", realm).withObject("/" + name);
            Values.merge(value, whole);
            changed.set(name, whole);
        }
        keycloak.put(changed, "/realms/{realm}", realm);
    }

    /** Keycloak takes any name, and shows its own look where it finds no folder of that name. */
    private void missingThemes(ObjectNode file, Differences differences) {
        var themes = keycloak.find("/serverinfo").map(info -> info.path("themes"));
        Stream.of("login", "account", "email", "admin").filter(type -> file.has(type + "Theme")).forEach(type -> {
            var name = file.get(type + "Theme").asText();
            if (themes.isPresent() && Values.stream(themes.get().path(type)).noneMatch(theme -> name.equals(theme.path("name").asText()))) {
                differences.remark("Keycloak không có giao diện %s (%s): chép thư mục keycloak/themes vào /opt/keycloak/themes"
                        .formatted(name, type));
            }
        });
    }
}
