package vn.phongtrao.realm;

import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A realm beside its file. */
final class Realms {

    private final Keycloak keycloak;
    private final ObjectNode file;
    private final String realm;
    private final Set<String> kept;

    /** @param kept clients that are let be beside those of the file */
    Realms(Keycloak keycloak, ObjectNode file, Set<String> kept) {
        this.keycloak = keycloak;
        this.file = file;
        this.realm = file.path("realm").asText();
        this.kept = kept;
    }

    String name() {
        return realm;
    }

    /** In the order in which they can be done. A realm that is missing is one difference, and is made in one transaction. */
    Differences compare() {
        var differences = new Differences();
        if (keycloak.find("/realms/{realm}", realm).isEmpty()) {
            differences.add("Realm " + realm, "chưa có, sẽ tạo theo tệp", () -> keycloak.add(file, "/realms"));
            return differences;
        }
        var exported = Exported.of(keycloak, realm);
        new SignInFlows(keycloak, realm).compare(file, exported, differences);
        new RealmSettings(keycloak, realm).compare(file, differences);
        new Components(keycloak, realm).compare(file, differences);
        new RealmRoles(keycloak, realm).compare(file, differences);
        new Groups(keycloak, realm).compare(file, exported, differences);
        new Clients(keycloak, realm, kept).compare(file, differences);
        new ServiceAccounts(keycloak, realm).compare(file, differences);
        return differences;
    }
}
