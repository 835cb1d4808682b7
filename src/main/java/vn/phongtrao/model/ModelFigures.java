package vn.phongtrao.model;

import java.util.ArrayList;
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

/** The recognised models that work on a day, where they began, and the sites that took them over, where they are. */
@Component
@Transactional(readOnly = true)
class ModelFigures implements FigureSource {

    private static final String ROWS = "unit={unit}&on={to}";

    private final JdbcClient jdbc;

    ModelFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("models", Span.LAST_DAY, "models", ROWS)
                        .by(List.of(new Part("group", "model-group")), null),
                new Figure("ministryModels", Span.LAST_DAY, "models", ROWS + "&level=ministry"),
                new Figure("sites", Span.LAST_DAY, "model-sites", ROWS));
    }

    @Override
    public List<Count> count(Asked asked) {
        List<Count> counts = new ArrayList<>();
        asked(asked, """
                select unit_path, model_group, count(*) as models,
                       count(*) filter (where exists (select 1 from model_recognition r where r.model_id = model.id
                                                      and r.level = 'ministry' and r.decided_on <= :on)) as ministry
                from model where %s and %s group by unit_path, model_group""", Models.WORKING).query(row -> {
                    var unit = UnitPath.of(row.getString("unit_path"));
                    counts.add(new Count(unit, "models", List.of(row.getString("model_group")),
                            row.getLong("models"), 0));
                    counts.add(new Count(unit, "ministryModels", row.getLong("ministry")));
                });
        asked(asked, "select unit_path, count(*) as sites from model_site site where %s and %s group by unit_path",
                ModelSites.WORKING).query(row -> {
                    counts.add(new Count(UnitPath.of(row.getString("unit_path")), "sites", row.getLong("sites")));
                });
        return counts;
    }

    private JdbcClient.StatementSpec asked(Asked asked, String query, String working) {
        return jdbc.sql(query.formatted(working, RegisterQuery.underUnit("unit_path"))).param("on", asked.to())
                .param("unit", asked.unit().value());
    }
}
