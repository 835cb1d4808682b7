package vn.phongtrao.commendation;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Part;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/**
 * The awards decided in a period, with their bonus. Whole months are taken from {@code award_month}, which each
 * transaction keeps up for the awards that it enters; the days before and after them from the awards themselves.
 */
@Component
@Transactional(readOnly = true)
class AwardFigures implements FigureSource {

    private final JdbcClient jdbc;

    AwardFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("awards", Span.PERIOD, "awards", "unit={unit}&decidedFrom={from}&decidedTo={to}")
                .by(List.of(new Part("form", "award-form"), new Part("kind", "nominee-kind")), "bonus"));
    }

    @Override
    public List<Count> count(Asked asked) {
        var after = asked.to().plusDays(1);
        var firstMonth = asked.from().plusMonths(1).minusDays(1).withDayOfMonth(1);
        var lastMonth = after.withDayOfMonth(1);
        var months = firstMonth.isBefore(lastMonth);
        return jdbc.sql("""
                        select unit_path, form, kind, sum(awards) as awards, sum(bonus) as bonus
                        from (select unit_path, form, kind, awards, bonus from award_month
                              where month >= :firstMonth and month < :lastMonth
                              union all
                              select unit_path, form, kind, 1, bonus from award
                              where decided_on >= :from and decided_on < :firstMonth
                                 or decided_on >= :lastMonth and decided_on < :after) award
                        where %s
                        group by unit_path, form, kind having sum(awards) > 0""".formatted(RegisterQuery.underUnit("unit_path")))
                .param("unit", asked.unit().value()).param("from", asked.from()).param("after", after)
                .param("firstMonth", months ? firstMonth : after).param("lastMonth", months ? lastMonth : after)
                .query((row, index) -> new Count(UnitPath.of(row.getString("unit_path")), "awards",
                        List.of(row.getString("form"), row.getString("kind")), row.getLong("awards"),
                        row.getLong("bonus"))).list();
    }
}
