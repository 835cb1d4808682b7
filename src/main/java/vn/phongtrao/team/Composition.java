package vn.phongtrao.team;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Rules;

/** Whom a team needs, by decision table {@code team-composition} (Luật 30/2023/QH15, Điều 14 and 16). */
@Component
class Composition {

    private final Rules rules;

    Composition(Rules rules) {
        this.rules = rules;
    }

    record Facts(int leaders, int deputies, int members, int seats) {
    }

    /**
     * @param roles one for each member
     * @param seats the most members that the quota allows
     * @return what is not as it must be; empty when everything is
     */
    List<Reason> check(Collection<Role> roles, int seats, Days days) {
        return rules.rows("team-composition", days, new Facts(count(roles, Role.LEADER), count(roles, Role.DEPUTY),
                roles.size(), seats), Reason.class);
    }

    /** What keeps a team of that size from being as it must be, however its roles are given. */
    List<Reason> checkSize(int size, int seats, Days days) {
        return check(IntStream.range(0, size).mapToObj(i -> i == 0 ? Role.LEADER : i == 1 ? Role.DEPUTY : Role.MEMBER)
                .toList(), seats, days);
    }

    private static int count(Collection<Role> roles, Role wanted) {
        return (int) roles.stream().filter(role -> role == wanted).count();
    }
}
