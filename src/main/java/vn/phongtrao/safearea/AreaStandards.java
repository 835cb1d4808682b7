package vn.phongtrao.safearea;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Rules;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;

/** What the rules say of safe areas: criteria, windows, and who decides. */
@Component
class AreaStandards {

    private final Rules rules;

    AreaStandards(Rules rules) {
        this.rules = rules;
    }

    /** Who recognises, by decision table {@code safe-area-authority}. @param symbol for example {@code QĐ-UBND} */
    record Authority(Tier tier, Position position, String symbol, String legalBasis) {
    }

    List<Criterion> criteria(AreaKind kind, LocalDate on) {
        return rules.rows("safe-area-criteria", on, Map.of("subject", kind.id())).stream().map(Criterion::of).toList();
    }

    /** @throws vn.phongtrao.refusal.Refusal rule broken, when no rule is in force on that day */
    Window window(AreaKind kind, int year, LocalDate on) {
        return Window.of(rules.row("safe-area-window", on, Map.of("subject", kind.id(), "year", year)));
    }

    /** @throws vn.phongtrao.refusal.Refusal rule broken, when no rule is in force on that day */
    Authority authority(AreaKind kind, LocalDate on) {
        var row = rules.row("safe-area-authority", on, Map.of("subject", kind.id()));
        return new Authority(Tier.of((String) row.get("tier")), Position.of((String) row.get("position")),
                (String) row.get("symbol"), (String) row.get("legalBasis"));
    }
}
