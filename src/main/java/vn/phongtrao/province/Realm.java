package vn.phongtrao.province;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Unit;

/**
 * A province's realm as Keycloak imports it: the template {@code realm.json} with a group for every unit that has not
 * ended and, below it, one for each position. Group names are codes; an attribute gives the Vietnamese name. By
 * {@code user-profile.json} nobody needs a mail address, and administrators alone change the names that papers show.
 */
final class Realm {

    static final String TEMPLATE = "realm.json";
    static final String USER_PROFILE = "user-profile.json";
    /** What the template must name. */
    static final List<String> NAMES = List.of("realm", "displayName");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileTree files;
    private final Province province;
    private final List<Unit> units;

    /**
     * @param today units that have ended before it are left out; of a province that has ended itself, those that ended
     *              before its last day
     */
    Realm(FileTree files, Province province, LocalDate today) {
        this.files = files;
        this.province = province;
        var end = province.root().validTo();
        var day = end != null && end.isBefore(today) ? end : today;
        this.units = province.units().stream().filter(unit -> unit.validTo() == null || !unit.validTo().isBefore(day))
                .toList();
    }

    ObjectNode json() {
        var realm = (ObjectNode) read(TEMPLATE);
        realm.put("displayName", realm.get("displayName").asText() + " - " + province.root().fullName());
        realm.putObject("components").putArray("org.keycloak.userprofile.UserProfileProvider").addObject()
                .put("providerId", "declarative-user-profile").putObject("config").putArray("kc.user.profile.config")
                .add(read(USER_PROFILE).toString());
        var groups = realm.withArray("groups");
        groups.add(named("camunda-admin", "Quản trị hệ thống"));
        groups.add(group(province.root()));
        return realm;
    }

    String name() {
        return read(TEMPLATE).get("realm").asText();
    }

    /** The units whose groups a realm has; the province first. */
    List<Unit> units() {
        return units;
    }

    private ObjectNode group(Unit unit) {
        var group = named(unit.code(), unit.fullName());
        var below = group.putArray("subGroups");
        Arrays.stream(Position.values()).forEach(position -> below.add(named(position.id(), unit.title(position))));
        units.stream().filter(other -> other.path().parent().filter(unit.path()::equals).isPresent())
                .forEach(child -> below.add(group(child)));
        return group;
    }

    /** A group as Keycloak knows it. */
    static ObjectNode named(String name, String vietnamese) {
        var group = JSON.createObjectNode().put("name", name);
        group.putObject("attributes").putArray("name").add(vietnamese);
        return group;
    }

    static String text(JsonNode realm) {
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(realm) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode read(String template) {
        try {
            return JSON.readTree(files.find(template).orElseThrow());
        } catch (IOException checkedBefore) {
            throw new UncheckedIOException(checkedBefore);
        }
    }
}
