package vn.phongtrao.realm;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parts of Keycloak that are configured for a realm; what is known of accounts ({@code user-profile.json}) is one. */
final class Components {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Keycloak keycloak;
    private final String realm;

    Components(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    void compare(ObjectNode file, Differences differences) {
        file.path("components").properties().forEach(type -> {
            var all = keycloak.get("/realms/{realm}/components?type={type}", realm, type.getKey());
            Values.stream(type.getValue()).forEach(told -> {
                var provider = told.path("providerId").asText();
                var found = Values.stream(all).filter(one -> provider.equals(one.path("providerId").asText())).findFirst();
                if (found.filter(one -> same(told.path("config"), one.path("config"))).isEmpty()) {
                    differences.add("Cấu hình " + provider, found.isPresent() ? "khác với tệp, sẽ đổi" : "chưa có, sẽ thêm",
                            () -> bringAbout(type.getKey(), told, found));
                }
            });
        });
    }

    private static boolean same(JsonNode told, JsonNode found) {
        return told.properties().stream().allMatch(field -> told(field.getValue()).equals(told(found.path(field.getKey()))));
    }

    /** JSON in a text is the same in whatever order. */
    private static JsonNode told(JsonNode values) {
        var text = values.path(0).asText();
        try {
            return text.startsWith("{") ? JSON.readTree(text) : values;
        } catch (IOException plain) {
            return values;
        }
    }

    private void bringAbout(String type, JsonNode told, Optional<JsonNode> found) {
        var changed = (ObjectNode) found.map(JsonNode::deepCopy).orElseGet(() -> Values.object().put("providerType", type)
                .put("parentId", keycloak.get("/realms/{realm}", realm).path("id").asText()));
        Values.merge(told, changed);
        if (found.isPresent()) {
            keycloak.put(changed, "/realms/{realm}/components/{id}", realm, changed.path("id").asText());
        } else {
            keycloak.add(changed.put("name", told.path("providerId").asText()), "/realms/{realm}/components", realm);
        }
    }
}
