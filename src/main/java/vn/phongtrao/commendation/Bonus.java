package vn.phongtrao.commendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;

/**
 * The bonus that goes with an award: coefficient by form and kind, by the decree of the day on which the dossier was
 * received (Nghị định 152/2025/NĐ-CP, Điều 60 khoản 3), times the base salary on the day of the decision, rounded up (Nghị định 98/2023/NĐ-CP, Điều 53 to 58; Nghị định 152/2025/NĐ-CP, Điều 49 khoản 1 and Điều 54).
 */
@Component
class Bonus {

    private final Rules rules;

    Bonus(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param amount     đồng; zero where the form carries no bonus
     * @param legalBasis the paragraphs of coefficient and base salary
     */
    record Amount(BigDecimal coefficient, long baseSalary, long amount, String legalBasis) {
    }

    private record Asked(String form, String kind) {
    }

    private record Nothing() {
    }

    /** @param roundUpTo đồng */
    @RowOf(value = "bonus", asked = Asked.class, single = true)
    record Coefficient(BigDecimal coefficient, long roundUpTo, String legalBasis) {
    }

    /** @param amount đồng a month */
    @RowOf(value = "base-salary", single = true)
    record BaseSalary(long amount, String legalBasis) {
    }

    Amount of(String form, String kind, Days days) {
        return amount(rules.row("bonus", days, new Asked(form, kind), Coefficient.class), salary(days));
    }

    /** @return empty when no coefficient is in force for that kind on these days */
    Optional<Amount> find(String form, String kind, Days days) {
        return rules.rows("bonus", days, new Asked(form, kind), Coefficient.class).stream().findFirst()
                .map(coefficient -> amount(coefficient, salary(days)));
    }

    private BaseSalary salary(Days days) {
        return rules.row("base-salary", days, new Nothing(), BaseSalary.class);
    }

    static Amount amount(Coefficient rule, BaseSalary salary) {
        var step = BigDecimal.valueOf(rule.roundUpTo());
        var amount = rule.coefficient().multiply(BigDecimal.valueOf(salary.amount())).divide(step, 0, RoundingMode.UP)
                .multiply(step);
        return new Amount(rule.coefficient(), salary.amount(), amount.longValueExact(),
                rule.legalBasis() + "; " + salary.legalBasis());
    }
}
