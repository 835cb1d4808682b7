package vn.phongtrao.safearea;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/** The communes and hamlets that are safe on a day. */
@Component
@Transactional(readOnly = true)
class SafeAreaFigures implements FigureSource {

    private final JdbcClient jdbc;

    SafeAreaFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("safeCommunes", Span.LAST_DAY, "safe-areas", "unit={unit}&on={to}&subject=commune")
                        .of("communes"),
                new Figure("safeHamlets", Span.LAST_DAY, "safe-areas", "unit={unit}&on={to}&subject=hamlet")
                        .of("hamlets"));
    }

    @Override
    public List<Count> count(Asked asked) {
        return jdbc.sql("""
                        select unit_path, subject, count(*) as areas from safe_area_result
                        where %s and %s group by unit_path, subject"""
                        .formatted(SafeAreaRegister.HOLDS, RegisterQuery.underUnit("unit_path")))
                .param("on", asked.to()).param("unit", asked.unit().value())
                .query((row, index) -> new Count(UnitPath.of(row.getString("unit_path")),
                        AreaKind.of(row.getString("subject")) == AreaKind.COMMUNE ? "safeCommunes" : "safeHamlets",
                        row.getLong("areas"))).list();
    }
}
