package vn.phongtrao.commendation;

import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.register.RegisterQuery;

/**
 * Awards of a period, summed. Whole months are taken from {@code award_month}, which each transaction keeps up for the awards
 * that it enters; the days before and after them from the awards themselves, by an index that holds all that is summed. What was
 * revoked by the last day is taken off again.
 */
final class AwardSums {

    private static final String OF_DAYS = """
            select unit_path, form, kind, fund, 1 as awards, bonus, (kind = 'individual' and gender = 'male')::integer as men,
                   (kind = 'individual' and gender = 'female')::integer as women,
                   (kind = 'individual' and direct_worker)::integer as direct_workers,
                   (kind = 'individual' and farmer)::integer as farmers
            from award where decided_on >= %s and decided_on < %s""";
    /** Those of the period that were revoked before it was over; a period that was over before still has them. */
    private static final String REVOKED = """
            select unit_path, form, kind, fund, -1, -bonus, -(kind = 'individual' and gender = 'male')::integer,
                   -(kind = 'individual' and gender = 'female')::integer,
                   -(kind = 'individual' and direct_worker)::integer, -(kind = 'individual' and farmer)::integer
            from award where decided_on >= :from and decided_on < :after and revoked_on < :after""";

    /**
     * Rows to add up, of a unit and all below, for {@link #parameters}. The days before and after are asked for apart,
     * because the index alone answers one range.
     */
    static final String OF_PERIOD = """
            (select * from (
                select unit_path, form, kind, fund, awards, bonus, men, women, direct_workers, farmers
                from award_month where month >= :firstMonth and month < :lastMonth
                union all %s union all %s union all %s) part where %s) award""".formatted(OF_DAYS.formatted(":from", ":firstMonth"),
            OF_DAYS.formatted(":lastMonth", ":after"), REVOKED, RegisterQuery.underUnit("unit_path"));

    private AwardSums() {
    }

    /** Has what follows in this transaction planned for its own days: a plan for whatever days sorts rows on disk. */
    static void planForTheseDays(JdbcClient jdbc) {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
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
