package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Rules;

/** Whom a team needs, by decision table {@code team-composition} (Luật 30/2023/QH15, Điều 14 and 16). */
@Component
class Composition {

    private final Rules rules;

    Composition(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param roles one for each member
     * @param seats the most members that the quota allows
     * @return what is not as it must be; empty when everything is
     */
    List<Reason> check(Collection<Role> roles, int seats, LocalDate on) {
        return rules.rows("team-composition", on, Map.of("leaders", count(roles, Role.LEADER),
                        "deputies", count(roles, Role.DEPUTY), "members", roles.size(), "seats", seats)).stream()
                .map(row -> new Reason((String) row.get("message"), (String) row.get("legalBasis"))).toList();
    }

    /** What keeps a team of that size from being as it must be, however its roles are given. */
    List<Reason> checkSize(int size, int seats, LocalDate on) {
        return check(IntStream.range(0, size).mapToObj(i -> i == 0 ? Role.LEADER : i == 1 ? Role.DEPUTY : Role.MEMBER)
                .toList(), seats, on);
    }

    private static int count(Collection<Role> roles, Role wanted) {
        return (int) roles.stream().filter(role -> role == wanted).count();
    }
}
