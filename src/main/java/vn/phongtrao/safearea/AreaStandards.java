package vn.phongtrao.safearea;

import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Rules;

/** What the rules say of safe areas: criteria, and when a year is judged. */
@Component
class AreaStandards {

    private final Rules rules;

    AreaStandards(Rules rules) {
        this.rules = rules;
    }

    record Kind(String subject) {
    }

    record Year(String subject, int year) {
    }

    List<Criterion> criteria(AreaKind kind, Days days) {
        return rules.rows("safe-area-criteria", days, new Kind(kind.id()), Criterion.class);
    }

    /** @throws vn.phongtrao.refusal.Refusal rule broken, when no rule is in force for those days */
    Window window(AreaKind kind, int year, Days days) {
        return rules.row("safe-area-window", days, new Year(kind.id(), year), Window.class);
    }
}
