package vn.phongtrao.commendation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/**
 * Which fund pays, by decision table {@code award-fund}: that of the level that decides (Nghị định 152/2025/NĐ-CP,
 * Điều 48 khoản 1); and what a fund may be, by table {@code fund-ceiling} (Điều 46 khoản 3, Điều 47 khoản 2).
 */
@Component
class Funds {

    private final Rules rules;

    Funds(Rules rules) {
        this.rules = rules;
    }

    private record Asked(String form) {
    }

    @RowOf(value = "award-fund", asked = Asked.class, single = true)
    record Paying(String fund, String legalBasis) {
    }

    private record AskedCeiling(String fund, boolean remote) {
    }

    /**
     * What a fund may be.
     *
     * @param percentOfSpending    of the level's recurrent spending, at most
     * @param percentForOrganising of the fund, for organising; the rest is for bonuses and what is handed over with
     */
    @RowOf(value = "fund-ceiling", asked = AskedCeiling.class, mayEnd = true)
    record Ceiling(BigDecimal percentOfSpending, BigDecimal percentForOrganising, String legalBasis) {

        private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

        /** The largest fund, in đồng. @param spending recurrent spending of the level in a year, in đồng */
        long most(long spending) {
            return percentOfSpending.multiply(BigDecimal.valueOf(spending)).divideToIntegralValue(WHOLE)
                    .longValueExact();
        }

        /** What of a fund is for bonuses, in đồng. @param amount of the fund, in đồng */
        long forBonuses(long amount) {
            return WHOLE.subtract(percentForOrganising).multiply(BigDecimal.valueOf(amount))
                    .divideToIntegralValue(WHOLE).longValueExact();
        }
    }

    /** @throws Refusal rule broken, where the table has no row for the form on that day, or names no fund */
    Fund paying(String form, LocalDate decidedOn) {
        var id = rules.row("award-fund", Days.on(decidedOn), new Asked(form), Paying.class).fund();
        return Fund.find(id).orElseThrow(() -> Refusal.broken("awardForm",
                "Bảng award-fund nêu quỹ \"%s\", không có quỹ này".formatted(id)));
    }

    /** By the rules of the first day of the year. @return empty where none are in force for that fund */
    Optional<Ceiling> ceiling(Fund fund, boolean remote, Year year) {
        return rules.rows("fund-ceiling", Days.on(year.atDay(1)), new AskedCeiling(fund.id(), remote), Ceiling.class)
                .stream().findFirst();
    }
}
