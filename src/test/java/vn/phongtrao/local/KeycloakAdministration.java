package vn.phongtrao.local;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** What administrators do with the accounts of a demo realm. */
public final class KeycloakAdministration {

    private final String keycloak;
    private final RestClient realm;

    /** Of the Keycloak that all tests share. */
    public KeycloakAdministration(DemoProvince province) {
        this.keycloak = LocalKeycloak.shared().url();
        this.realm = RestClient.create(keycloak + "/admin/realms/" + province.testRealm());
    }

    /** @param groups for example {@code /95/954/31813/police-chief} @return the account's id */
    public String create(String username, String... groups) {
        var created = realm.post().uri("/users").header("Authorization", authorization())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", username, "enabled", true, "firstName", "Mẫu", "lastName", "Đỗ Văn",
                        "groups", List.of(groups), "credentials",
                        List.of(Map.of("type", "password", "value", DemoRealm.PASSWORD, "temporary", false))))
                .retrieve().toBodilessEntity().getHeaders().getLocation();
        return created.getPath().substring(created.getPath().lastIndexOf('/') + 1);
    }

    public void enable(String id, boolean enabled) {
        var user = (ObjectNode) read("/users/" + id);
        put("/users/" + id, user.put("enabled", enabled));
    }

    public void delete(String id) {
        remove("/users/" + id);
    }

    public void join(String id, String group) {
        put("/users/%s/groups/%s".formatted(id, group(group)), Map.of());
    }

    public void leave(String id, String group) {
        remove("/users/%s/groups/%s".formatted(id, group(group)));
    }

    /** Ends all sessions of an account. */
    public void signOut(String id) {
        realm.post().uri("/users/{id}/logout", id).header("Authorization", authorization()).retrieve()
                .toBodilessEntity();
    }

    /** @return ids of the account's sessions, the one that began last at the end */
    public List<String> sessions(String id) {
        return read("/users/%s/sessions".formatted(id)).findValuesAsText("id");
    }

    public void endSession(String session) {
        remove("/sessions/" + session);
    }

    /** @param address of the application, which is told there when somebody is signed out */
    public void tellSignOutsTo(String address) {
        var client = (ObjectNode) read("/clients?clientId=phongtrao-web").get(0);
        ((ObjectNode) client.get("attributes")).put("backchannel.logout.url",
                address + "/logout/connect/back-channel/keycloak");
        put("/clients/" + client.get("id").asText(), client);
    }

    /** A client of others, which takes passwords and whose tokens are not for this application. */
    public void addForeignClient(String name) {
        realm.post().uri("/clients").header("Authorization", authorization()).contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("clientId", name, "publicClient", true, "standardFlowEnabled", false, "directAccessGrantsEnabled", true))
                .retrieve().toBodilessEntity();
    }

    /** A token of the administrator of all realms. */
    static String token(String keycloak) {
        return RestClient.create(keycloak).post().uri("/realms/master/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(new LinkedMultiValueMap<>(Map.of("grant_type", List.of("password"),
                        "client_id", List.of("admin-cli"), "username", List.of("admin"),
                        "password", List.of(LocalKeycloak.ADMINISTRATOR_PASSWORD))))
                .retrieve().body(JsonNode.class).get("access_token").asText();
    }

    private String group(String path) {
        return read("/group-by-path" + path).get("id").asText();
    }

    private JsonNode read(String path) {
        return realm.get().uri(path).header("Authorization", authorization()).retrieve().body(JsonNode.class);
    }

    private void put(String path, Object content) {
        realm.put().uri(path).header("Authorization", authorization()).contentType(MediaType.APPLICATION_JSON)
                .body(content).retrieve().toBodilessEntity();
    }

    private void remove(String path) {
        realm.delete().uri(path).header("Authorization", authorization()).retrieve().toBodilessEntity();
    }

    private String authorization() {
        return "Bearer " + token(keycloak);
    }
}
