package vn.phongtrao.hamlet;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/** The communes and hamlets that there are on a day: what shares of them are measured against. */
@Component
@Transactional(readOnly = true)
class AreaFigures implements FigureSource {

    private final JdbcClient jdbc;

    AreaFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("communes", Span.LAST_DAY, "units", "unit={unit}&on={to}&tier=commune"),
                new Figure("hamlets", Span.LAST_DAY, "hamlets", "unit={unit}&on={to}"));
    }

    @Override
    public List<Count> count(Asked asked) {
        return jdbc.sql("""
                        select unit_path, figure, count(*) as areas
                        from (select path as unit_path, 'communes' as figure, valid_from, valid_to from unit
                              where tier = 'commune'
                              union all
                              select commune_path, 'hamlets', valid_from, valid_to from hamlet) area
                        where :on between valid_from and coalesce(valid_to, 'infinity') and %s
                        group by unit_path, figure""".formatted(RegisterQuery.underUnit("unit_path")))
                .param("on", asked.to()).param("unit", asked.unit().value())
                .query((row, index) -> new Count(UnitPath.of(row.getString("unit_path")), row.getString("figure"),
                        row.getLong("areas"))).list();
    }
}
