package vn.phongtrao.realm;

import com.fasterxml.jackson.databind.JsonNode;

/** What Keycloak tells of a realm in the shape of a realm file: the groups as a tree, the flows with their parts. No people. */
record Exported(JsonNode groups, JsonNode flows, JsonNode authenticatorConfig) {

    static Exported of(Keycloak keycloak, String realm) {
        var all = keycloak.ask("/realms/{realm}/partial-export?exportClients=false&exportGroupsAndRoles=true", realm);
        return new Exported(all.path("groups"), all.path("authenticationFlows"), all.path("authenticatorConfig"));
    }
}
