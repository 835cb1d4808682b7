package vn.phongtrao.province;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Unit;

/**
 * A shell script for Keycloak's own {@code kcadm.sh} that gives an existing realm the groups of units. Keycloak's
 * partial import cannot: it takes a province's tree as one group, and writing that over would put everybody out of it.
 * What is there already stays, so the script can run twice.
 */
final class GroupScript {

    /** In ASCII, so that no shell or terminal can spoil a name. */
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String HEAD = """
            #!/bin/sh
            # Sign in first: kcadm.sh config credentials --server http://localhost:8080 --realm master --client <name> --secret <secret>
            set -e
            REALM='%s'
            PATH="$PATH:/opt/keycloak/bin:/opt/keycloak/current/bin"
            group() {
                # $1: path, $2: the group
                if kcadm.sh get "group-by-path/$1" -r "$REALM" >/dev/null 2>&1; then return; fi
                among=groups
                case $1 in
                    */*) among="groups/$(kcadm.sh get "group-by-path/${1%%/*}" -r "$REALM" --fields id --format csv --noquotes)/children" ;;
                esac
                printf '%%s\\n' "$2" | kcadm.sh create "$among" -r "$REALM" -f -
            }
            """;

    private GroupScript() {
    }

    static String of(String realm, List<Unit> units) {
        return HEAD.formatted(realm) + units.stream().flatMap(GroupScript::lines).collect(Collectors.joining());
    }

    private static Stream<String> lines(Unit unit) {
        return Stream.concat(Stream.of(line(unit.path().toString(), unit.code(), unit.fullName())),
                Arrays.stream(Position.values())
                        .map(position -> line(new Post(unit.path(), position).group(), position.id(), unit.title(position))));
    }

    private static String line(String path, String name, String vietnamese) {
        try {
            return "group %s '%s'%n".formatted(path,
                    JSON.writeValueAsString(Realm.named(name, vietnamese)).replace("'", "\\u0027"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
