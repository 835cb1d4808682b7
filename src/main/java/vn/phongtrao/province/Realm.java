package vn.phongtrao.province;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The groups that belong to no unit, with what they are called. */
    private static final Map<String, String> OTHERS = new TreeMap<>(Map.of("camunda-admin", "Quản trị hệ thống", "auditor", "Kiểm soát viên"));
    /** The role by which the template's sign-in flow asks for it. */
    private static final String SECOND_FACTOR = "second-factor";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileTree files;
    private final Province province;
    private final List<Unit> units;
    private final Set<String> secondFactor;

    /**
     * @param today        units that have ended before it are left out; of a province that has ended itself, those that ended
     *                     before its last day
     * @param secondFactor the positions and other groups whose people sign in with a second factor
     */
    Realm(FileTree files, Province province, LocalDate today, Set<String> secondFactor) {
        this.files = files;
        this.province = province;
        this.secondFactor = secondFactor;
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
        OTHERS.forEach((name, vietnamese) -> groups.add(post(name, vietnamese)));
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
        Arrays.stream(Position.values()).forEach(position -> below.add(post(position.id(), unit.title(position))));
        units.stream().filter(other -> other.path().parent().filter(unit.path()::equals).isPresent())
                .forEach(child -> below.add(group(child)));
        return group;
    }

    private ObjectNode post(String name, String vietnamese) {
        var post = named(name, vietnamese);
        if (secondFactor.contains(name)) {
            post.putArray("realmRoles").add(SECOND_FACTOR);
        }
        return post;
    }

    /** What can be asked for a second factor: positions, and the groups of no unit. */
    static Set<String> posts() {
        return Stream.concat(OTHERS.keySet().stream(), Arrays.stream(Position.values()).map(Position::id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
