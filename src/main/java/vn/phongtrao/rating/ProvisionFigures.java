package vn.phongtrao.rating;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Part;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/** The courses that teams had, and what they were given, in periods that ended within the days asked for. */
@Component
@Transactional(readOnly = true)
class ProvisionFigures implements FigureSource {

    private static final String ROWS = "unit={unit}&from={from}&to={to}";

    private final JdbcClient jdbc;

    ProvisionFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("trainings", Span.PERIOD, "team-provisions", ROWS + "&group=training"),
                new Figure("trainingAttendances", Span.PERIOD, "team-provisions", ROWS + "&group=training"),
                new Figure("equipment", Span.PERIOD, "team-provisions", ROWS + "&group=equipment")
                        .by(List.of(new Part("kind", "provision-kind", Set.of(ProvisionKind.TRAINING.id()))), null));
    }

    @Override
    public List<Count> count(Asked asked) {
        return jdbc.sql("""
                        select unit_path, kind, sum(quantity) as quantity, sum(attendances) as attendances
                        from team_provision where period_to between :from and :to and %s group by unit_path, kind"""
                        .formatted(RegisterQuery.underUnit("unit_path")))
                .param("from", asked.from()).param("to", asked.to()).param("unit", asked.unit().value())
                .query((row, index) -> {
                    var unit = UnitPath.of(row.getString("unit_path"));
                    var kind = row.getString("kind");
                    var quantity = row.getLong("quantity");
                    return kind.equals(ProvisionKind.TRAINING.id())
                            ? Stream.of(new Count(unit, "trainings", quantity),
                                    new Count(unit, "trainingAttendances", row.getLong("attendances")))
                            : Stream.of(new Count(unit, "equipment", List.of(kind), quantity, 0));
                }).list().stream().flatMap(counts -> counts).toList();
    }
}
