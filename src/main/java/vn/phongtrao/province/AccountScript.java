package vn.phongtrao.province;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Post;

/**
 * A shell script for Keycloak's own {@code kcadm.sh} that moves accounts from groups of units that have ended into those of the
 * units in charge, as a list says it. It never makes, changes or removes an account, and can run twice.
 */
final class AccountScript {

    private static final List<String> COLUMNS = List.of("account", "from", "to");
    private static final int LONGEST = 255;
    /** What Keycloak allows in user names, without what means something to a shell. */
    private static final Pattern ACCOUNT = Pattern.compile("[\\p{L}\\p{N}._@+-]+");

    private static final String HEAD = """
            #!/bin/sh
            # Sign in first: kcadm.sh config credentials --server http://localhost:8080 --realm master --client <name> --secret <secret>
            set -e
            REALM='%s'
            PATH="$PATH:/opt/keycloak/bin:/opt/keycloak/current/bin"
            id() { kcadm.sh get "$@" -r "$REALM" --fields id --format csv --noquotes; }
            move() {
                # $1: account, $2: group to leave, $3: group to join, or nothing
                user=$(id users -q exact=true -q "username=$1")
                if [ -z "$user" ]; then echo "no account $1" >&2; return; fi
                if [ -n "$3" ]; then
                    group=$(id "group-by-path/$3")
                    kcadm.sh update "users/$user/groups/$group" -r "$REALM" -s realm="$REALM" -s userId="$user" -s groupId="$group" -n
                fi
                group=$(id "group-by-path/$2")
                kcadm.sh delete "users/$user/groups/$group" -r "$REALM"
            }
            """;

    private AccountScript() {
    }

    private record Move(String account, Post from, Optional<Post> to) {

        static Move of(SheetRow row) {
            var account = row.text("account", LONGEST);
            if (!ACCOUNT.matcher(account).matches()) {
                throw Refusal.malformed("account", "không phải là tên đăng nhập");
            }
            return new Move(account, post("from", row.text("from", LONGEST)),
                    row.optional("to", LONGEST).map(to -> post("to", to)));
        }

        private static Post post(String column, String group) {
            return Post.ofGroup(group).orElseThrow(() -> Refusal.malformed(column,
                    "không phải là nhóm; ghi như 96/31825/police-officer"));
        }

        String line() {
            return "move '%s' %s '%s'%n".formatted(account, from.group(), to.map(Post::group).orElse(""));
        }
    }

    /** @throws Refusal a row names no account or group, or an account is to leave a group that it has left */
    static String of(String realm, byte[] list) {
        Map<String, Integer> left = new HashMap<>();
        return HEAD.formatted(realm) + SheetFile.read(list, COLUMNS, row -> once(Move.of(row), row.line(), left)).stream()
                .map(Move::line).collect(Collectors.joining());
    }

    private static Move once(Move move, int line, Map<String, Integer> left) {
        // Keycloak's user names are the same in capitals
        var before = left.putIfAbsent(move.account().toLowerCase(Locale.ROOT) + " " + move.from(), line);
        if (before != null) {
            throw Refusal.malformed("account", "tài khoản này đã ra khỏi nhóm này ở dòng %d; mỗi nhóm chỉ ghi một dòng".formatted(before));
        }
        return move;
    }
}
