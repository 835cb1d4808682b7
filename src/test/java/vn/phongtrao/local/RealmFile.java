package vn.phongtrao.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.flywaydb.core.Flyway;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/**
 * The realm of a province as it goes into production: {@code realm-template.json} with a group for every unit of the
 * catalogue and, below it, one for each position. Group names are codes; an attribute gives the Vietnamese name. By
 * {@code user-profile.json} nobody needs a mail address, and administrators alone change the names that papers show.
 */
record RealmFile(DemoProvince province) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATES = Path.of("src", "test", "resources");

    /** The committed file, which deployments import. */
    Path path() {
        return Path.of("keycloak", "realm-" + province.id() + ".json");
    }

    /** What the file should say. */
    String content() throws IOException, SQLException {
        var units = units();
        var realm = (ObjectNode) JSON.readTree(Files.readString(TEMPLATES.resolve("realm-template.json")));
        realm.put("displayName", realm.get("displayName").asText() + " - " + units.get(0).fullName());
        realm.putObject("components").putArray("org.keycloak.userprofile.UserProfileProvider").addObject()
                .put("providerId", "declarative-user-profile").putObject("config").putArray("kc.user.profile.config")
                .add(JSON.readTree(Files.readString(TEMPLATES.resolve("user-profile.json"))).toString());
        var groups = realm.withArray("groups");
        groups.addObject().put("name", "camunda-admin").putObject("attributes").putArray("name")
                .add("Quản trị hệ thống");
        groups.add(group(units.get(0), units));
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer(printer).writeValueAsString(realm) + "\n";
    }

    private static ObjectNode group(Unit unit, List<Unit> units) {
        var group = named(unit.code(), unit.fullName());
        ArrayNode below = group.putArray("subGroups");
        Arrays.stream(Position.values()).forEach(position -> below.add(named(position.id(), unit.title(position))));
        units.stream().filter(other -> other.path().equals(unit.path().child(other.code())))
                .forEach(child -> below.add(group(child, units)));
        return group;
    }

    private static ObjectNode named(String name, String vietnamese) {
        var group = JSON.createObjectNode().put("name", name);
        group.putObject("attributes").putArray("name").add(vietnamese);
        return group;
    }

    /** The province first, then by path. */
    private List<Unit> units() throws SQLException {
        var database = LocalPostgres.shared().freshDatabase();
        Flyway.configure().dataSource(database, LocalPostgres.USER, "").load().migrate();
        try (var connection = DriverManager.getConnection(database, LocalPostgres.USER, "");
             var query = connection.prepareStatement("select path, tier, full_name, name, valid_from from unit "
                     + "where path = ? or starts_with(path, ?) order by path")) {
            query.setString(1, province.root());
            query.setString(2, province.root() + "/");
            var rows = query.executeQuery();
            var units = new ArrayList<Unit>();
            while (rows.next()) {
                units.add(new Unit(UnitPath.of(rows.getString(1)), Tier.of(rows.getString(2)), rows.getString(3),
                        rows.getString(4), rows.getDate(5).toLocalDate(), null));
            }
            return units;
        }
    }
}
