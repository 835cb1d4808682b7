package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** How many members of the selection council must be present, by decision table {@code selection-quorum}. */
@Component
class Quorum {

    private final Rules rules;

    Quorum(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param members all members of the council
     * @throws Refusal rule broken, when too few are present; malformed, when there are more than members
     */
    void require(int members, int present, LocalDate on) {
        if (present > members) {
            throw Refusal.malformed("present", "Số có mặt không được nhiều hơn số thành viên Hội đồng (%d)"
                    .formatted(members));
        }
        var row = rules.row("selection-quorum", on, Map.of());
        var numerator = ((Number) row.get("numerator")).longValue();
        var denominator = ((Number) row.get("denominator")).longValue();
        if (present * denominator <= members * numerator) {
            throw Refusal.broken("present", "Phải có hơn %d/%d tổng số thành viên Hội đồng xét tuyển có mặt"
                    .formatted(numerator, denominator), (String) row.get("legalBasis"));
        }
    }
}
