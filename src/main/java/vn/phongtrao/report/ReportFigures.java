package vn.phongtrao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/**
 * What communes reported of periods that lie within the days asked for: what happened is added up, what lasts is that
 * of the commune's last such period. A report counts once it is signed and not returned, a correction once it is
 * accepted.
 */
@Component
@Transactional(readOnly = true)
class ReportFigures implements FigureSource {

    private static final String ROWS = "unit={unit}&from={from}&to={to}";

    /** The first of a commune's reports is its last. */
    private static final String COUNTED = Stream.of(Measure.values())
            .map(measure -> (measure.lasting() ? "(array_agg(%1$s order by to_day desc))[1] as %1$s"
                    : "sum(%1$s) as %1$s").formatted(measure.column())).collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    ReportFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return Arrays.stream(Measure.values()).map(measure -> (measure.lasting()
                ? new Figure(measure.id(), Span.LAST_DAY, "movement-reports", ROWS + "&last=true")
                : new Figure(measure.id(), Span.PERIOD, "movement-reports", ROWS + "&reported=true"))
                .fromReports()).toList();
    }

    @Override
    public List<Count> count(Asked asked) {
        return jdbc.sql("""
                        select unit_path, %s from movement_report_standing
                        where reported and from_day >= :from and to_day <= :to and %s group by unit_path"""
                        .formatted(COUNTED, RegisterQuery.underUnit("unit_path")))
                .param("from", asked.from()).param("to", asked.to()).param("unit", asked.unit().value())
                .query(ReportFigures::counts).list().stream().flatMap(List::stream).toList();
    }

    private static List<Count> counts(ResultSet row, int index) throws SQLException {
        var unit = UnitPath.of(row.getString("unit_path"));
        var counts = Stream.<Count>builder();
        for (var measure : Measure.values()) {
            counts.add(new Count(unit, measure.id(), row.getLong(measure.column())));
        }
        return counts.build().toList();
    }
}
