package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.unit.UnitPath;

/**
 * The monthly allowance of a member: the province's percentage for the role, by decision table {@code team-allowance},
 * of the minimum wage in the commune's region, by {@code regional-wage} (Luật 30/2023/QH15, Điều 23.1).
 */
@Component
class Allowances {

    private final Rules rules;
    private final Areas areas;

    Allowances(Rules rules, Areas areas) {
        this.rules = rules;
        this.areas = areas;
    }

    /** @param amount đồng a month */
    record Allowance(int percent, String region, long wage, long amount, String legalBasis) {
    }

    private record Post(String province, String role) {
    }

    @RowOf(value = "team-allowance", asked = Post.class, single = true, mayEnd = true)
    private record Share(int percent, String legalBasis) {
    }

    private record Place(String region) {
    }

    @RowOf(value = "regional-wage", asked = Place.class, single = true)
    private record Wage(long amount) {
    }

    /** Empty where the province, or the region of the commune, is not determined on that day. */
    Optional<Allowance> of(UnitPath communePath, Role role, LocalDate on) {
        var province = communePath.province();
        var shares = rules.rows("team-allowance", Days.on(on), new Post(province.value(), role.id()), Share.class);
        return shares.stream().findFirst().flatMap(share -> areas.wageRegion(communePath, on)
                .map(region -> allowance(share, region, on)));
    }

    /** Wages are whole thousands, so that percentages of them are whole đồng. */
    private Allowance allowance(Share share, String region, LocalDate on) {
        var wage = rules.row("regional-wage", Days.on(on), new Place(region), Wage.class).amount();
        return new Allowance(share.percent(), region, wage, wage * share.percent() / 100, share.legalBasis());
    }
}
