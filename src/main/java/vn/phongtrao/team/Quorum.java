package vn.phongtrao.team;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** How many members of the selection council must be present, by decision table {@code selection-quorum}. */
@Component
class Quorum {

    private final Rules rules;

    Quorum(Rules rules) {
        this.rules = rules;
    }

    @RowOf(value = "selection-quorum", single = true, alsoFor = "team-change")
    private record Share(int numerator, int denominator, String legalBasis) {
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
        var share = rules.row("selection-quorum", Days.on(on), new Rules.Any(), Share.class);
        if ((long) present * share.denominator() <= (long) members * share.numerator()) {
            throw Refusal.broken("present", "Phải có hơn %d/%d tổng số thành viên Hội đồng xét tuyển có mặt"
                    .formatted(share.numerator(), share.denominator()), share.legalBasis());
        }
    }
}
