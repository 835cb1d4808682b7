package vn.phongtrao.organisation;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/** The mass organisations that are active on a day, and their members as counted last. */
@Component
@Transactional(readOnly = true)
class OrganisationFigures implements FigureSource {

    private static final String ROWS = "unit={unit}&on={to}";

    private final JdbcClient jdbc;

    OrganisationFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("registeredOrganisations", Span.LAST_DAY, "mass-organisations", ROWS),
                new Figure("registeredOrganisationMembers", Span.LAST_DAY, "mass-organisations", ROWS));
    }

    @Override
    public List<Count> count(Asked asked) {
        return jdbc.sql("""
                        select unit_path, count(*) as organisations, sum(members) as members from %s
                        where %s and %s group by unit_path""".formatted(MassOrganisations.COUNTED,
                        MassOrganisations.ACTIVE, RegisterQuery.underUnit("unit_path")))
                .param("on", asked.to()).param("unit", asked.unit().value())
                .query((row, index) -> {
                    var unit = UnitPath.of(row.getString("unit_path"));
                    return Stream.of(new Count(unit, "registeredOrganisations", row.getLong("organisations")),
                            new Count(unit, "registeredOrganisationMembers", row.getLong("members")));
                }).list().stream().flatMap(counts -> counts).toList();
    }
}
