package vn.phongtrao.commendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Rules;

/**
 * The bonus that goes with an award: coefficient by form and kind, times the base salary on the day of the decision,
 * rounded up (Nghị định 98/2023/NĐ-CP, Điều 53 to 58; Nghị định 152/2025/NĐ-CP, Điều 54).
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

    Amount of(String form, String kind, LocalDate decidedOn) {
        return amount(rules.row("bonus", decidedOn, Map.of("form", form, "kind", kind)), decidedOn);
    }

    /** @return empty when no coefficient is in force for that kind on that day */
    Optional<Amount> find(String form, String kind, LocalDate decidedOn) {
        return rules.rows("bonus", decidedOn, Map.of("form", form, "kind", kind)).stream().findFirst()
                .map(row -> amount(row, decidedOn));
    }

    private Amount amount(Map<String, Object> row, LocalDate decidedOn) {
        var coefficient = new BigDecimal(row.get("coefficient").toString());
        var roundUpTo = new BigDecimal(row.get("roundUpTo").toString());
        var base = rules.row("base-salary", decidedOn, Map.of());
        var salary = ((Number) base.get("amount")).longValue();
        var amount = coefficient.multiply(BigDecimal.valueOf(salary)).divide(roundUpTo, 0, RoundingMode.UP)
                .multiply(roundUpTo);
        return new Amount(coefficient, salary, amount.longValueExact(),
                row.get("legalBasis") + "; " + base.get("legalBasis"));
    }
}
