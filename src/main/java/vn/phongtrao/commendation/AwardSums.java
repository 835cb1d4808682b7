package vn.phongtrao.commendation;

import java.util.Map;

import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.register.RegisterQuery;

/**
 * Awards of a period, summed. Whole months are taken from {@code award_month}, which each transaction keeps up for the awards
 * that it enters; the days before and after them from the awards themselves, by an index that holds all that is summed.
 */
final class AwardSums {

    /** Rows to add up, of a unit and all below, for {@link #parameters}. */
    static final String OF_PERIOD = """
            (select unit_path, form, kind, fund, awards, bonus, men, women, direct_workers, farmers
             from award_month where month >= :firstMonth and month < :lastMonth and %1$s
             union all
             select unit_path, form, kind, fund, 1, bonus, (kind = 'individual' and gender = 'male')::integer,
                    (kind = 'individual' and gender = 'female')::integer, (kind = 'individual' and direct_worker)::integer,
                    (kind = 'individual' and farmer)::integer
             from award
             where (decided_on >= :from and decided_on < :firstMonth or decided_on >= :lastMonth and decided_on < :after)
               and %1$s) award""".formatted(RegisterQuery.underUnit("unit_path"));

    private AwardSums() {
    }

    static Map<String, Object> parameters(Asked asked) {
        var after = asked.to().plusDays(1);
        var firstMonth = asked.from().plusMonths(1).minusDays(1).withDayOfMonth(1);
        var lastMonth = after.withDayOfMonth(1);
        var months = firstMonth.isBefore(lastMonth);
        return Map.of("unit", asked.unit().value(), "from", asked.from(), "after", after,
                "firstMonth", months ? firstMonth : after, "lastMonth", months ? lastMonth : after);
    }
}
