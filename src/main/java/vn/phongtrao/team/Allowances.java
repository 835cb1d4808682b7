package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Rules;

/**
 * The monthly allowance of a member: the province's percentage for the role, by decision table {@code team-allowance}, of
 * the minimum wage in the commune's region, by {@code regional-wage} (Luật 30/2023/QH15, Điều 23.1).
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

    /** Empty where the province, or the region of the commune, is not determined on that day. */
    Optional<Allowance> of(String communePath, Role role, LocalDate on) {
        var province = communePath.substring(0, communePath.indexOf('/'));
        var shares = rules.rows("team-allowance", on, Map.of("province", province, "role", role.id()));
        return shares.stream().findFirst().flatMap(share -> areas.wageRegion(communePath, on)
                .map(region -> allowance(share, region, on)));
    }

    /** Wages are whole thousands, so that percentages of them are whole đồng. */
    private Allowance allowance(Map<String, Object> share, String region, LocalDate on) {
        var percent = ((Number) share.get("percent")).intValue();
        var wage = ((Number) rules.row("regional-wage", on, Map.of("region", region)).get("amount")).longValue();
        return new Allowance(percent, region, wage, wage * percent / 100, (String) share.get("legalBasis"));
    }
}
