package vn.phongtrao.commendation;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Part;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.unit.UnitPath;

/** The awards decided in a period, with their bonus. */
@Component
@Transactional(readOnly = true)
class AwardFigures implements FigureSource {

    private final JdbcClient jdbc;

    AwardFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("awards", Span.PERIOD, "awards", "unit={unit}&decidedFrom={from}&decidedTo={to}&standingOn={to}")
                .by(List.of(new Part("form", "award-form"), new Part("kind", "nominee-kind")), "bonus"));
    }

    @Override
    public List<Count> count(Asked asked) {
        AwardSums.planForTheseDays(jdbc);
        return jdbc.sql("""
                        select unit_path, form, kind, sum(awards) as awards, sum(bonus) as bonus from %s
                        group by unit_path, form, kind having sum(awards) > 0""".formatted(AwardSums.OF_PERIOD))
                .params(AwardSums.parameters(asked))
                .query((row, index) -> new Count(UnitPath.of(row.getString("unit_path")), "awards",
                        List.of(row.getString("form"), row.getString("kind")), row.getLong("awards"),
                        row.getLong("bonus"))).list();
    }
}
