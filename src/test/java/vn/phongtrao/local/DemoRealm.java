package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import vn.phongtrao.province.DemoPeople;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * A province's realm as it goes into production, with what only the demo has.
 *
 * @param name name of the realm
 */
record DemoRealm(DemoProvince province, String name) {

    static final String PASSWORD = DemoPeople.PASSWORD;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the realm as Keycloak imports it. */
    void write(Path file) {
        try {
            var realm = (ObjectNode) JSON.readTree(Path.of("keycloak", "realm-" + province.id() + ".json").toFile());
            new DemoPeople(name).moveInto(realm, province.units().stream().map(UnitPath::of).toList());
            JSON.writeValue(file.toFile(), realm);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The first account of a post, as Keycloak imports it. */
    Map<String, Object> user(Post post) {
        return new DemoPeople(name).user(post);
    }
}
