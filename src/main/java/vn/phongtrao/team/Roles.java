package vn.phongtrao.team;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;

/** Who is what in a team, by the ids of those who serve, and what becomes of that with a change. */
record Roles(Map<Long, Role> held) {

    static Roles of(List<Serving> serving) {
        return new Roles(serving.stream().collect(Collectors.toMap(each -> each.member().id(), Serving::role,
                (one, other) -> one, LinkedHashMap::new)));
    }

    /** @throws Refusal rule broken, when the person does not serve; malformed, when nobody is named */
    Role require(Long member) {
        var role = held.get(Needed.require("member", member));
        if (role == null) {
            throw Refusal.broken("member", "Người này không còn tham gia Tổ");
        }
        return role;
    }

    /**
     * The rows that change a role; others say nothing.
     *
     * @throws Refusal malformed, for a member in two rows; rule broken, when no role changes
     */
    List<RoleChange> changed(List<Appointment> rows) {
        Set<Long> named = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!named.add(rows.get(i).id())) {
                throw Refusal.malformed("roles[%d].id".formatted(i), "Một thành viên có ở hai dòng");
            }
        }
        var changed = rows.stream().filter(row -> require(row.id()) != row.role())
                .map(row -> new RoleChange(row.id(), row.role()))
                .sorted(Comparator.comparing(RoleChange::memberId)).toList();
        if (changed.isEmpty()) {
            throw Refusal.broken("roles", "Chưa có chức danh nào thay đổi");
        }
        return changed;
    }

    /**
     * The roles as they would be after a change; who comes stands last.
     *
     * @param leaves null where nobody does
     */
    List<Role> after(Long leaves, List<RoleChange> changed, Optional<Role> comes) {
        var becoming = changed.stream().collect(Collectors.toMap(RoleChange::memberId, RoleChange::role));
        return Stream.concat(held.entrySet().stream().filter(each -> !each.getKey().equals(leaves))
                .map(each -> becoming.getOrDefault(each.getKey(), each.getValue())), comes.stream()).toList();
    }
}
