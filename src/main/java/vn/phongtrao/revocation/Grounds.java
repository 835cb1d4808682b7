package vn.phongtrao.revocation;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;

/** Why a decision may be revoked, by table {@code decision-revocation-ground} (Luật Thi đua, khen thưởng 2022, Điều 93.2). */
@Component
class Grounds {

    private static final String TABLE = "decision-revocation-ground";

    private final Rules rules;

    Grounds(Rules rules) {
        this.rules = rules;
    }

    private record Asked(String ground) {
    }

    /** A ground as papers name it. */
    @RowOf(value = TABLE, asked = Asked.class, single = true)
    record Ground(String name, String legalBasis) {
    }

    /** @throws vn.phongtrao.refusal.Refusal rule broken, for what is no ground on those days */
    Ground require(String ground, Days days) {
        return rules.row(TABLE, days, new Asked(ground), Ground.class);
    }
}
