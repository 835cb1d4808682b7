package vn.phongtrao.team;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/** The teams that serve on a day, and who serves in them as what. */
@Component
@Transactional(readOnly = true)
class TeamFigures implements FigureSource {

    private static final String MEMBERS = "unit={unit}&on={to}";

    private final JdbcClient jdbc;

    TeamFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("teams", Span.LAST_DAY, "teams", "unit={unit}&on={to}"),
                new Figure("teamLeaders", Span.LAST_DAY, "team-members", MEMBERS + "&role=leader"),
                new Figure("teamDeputies", Span.LAST_DAY, "team-members", MEMBERS + "&role=deputy"),
                new Figure("teamOthers", Span.LAST_DAY, "team-members", MEMBERS + "&role=member"),
                new Figure("teamMembers", Span.LAST_DAY, "team-members", MEMBERS));
    }

    @Override
    public List<Count> count(Asked asked) {
        List<Count> counts = new ArrayList<>();
        asked(asked, "select unit_path, count(*) as teams from team where %s and %s group by unit_path"
                .formatted(TeamRegister.SERVES, RegisterQuery.underUnit("unit_path"))).query(row -> {
                    counts.add(new Count(UnitPath.of(row.getString("unit_path")), "teams", row.getLong("teams")));
                });
        asked(asked, """
                select unit_path, count(*) as members, count(*) filter (where role = 'LEADER') as leaders,
                       count(*) filter (where role = 'DEPUTY') as deputies,
                       count(*) filter (where role = 'MEMBER') as others
                from %s member where %s group by unit_path"""
                .formatted(TeamMembers.SERVING, RegisterQuery.underUnit("unit_path")))
                .query(row -> {
                    var unit = UnitPath.of(row.getString("unit_path"));
                    counts.add(new Count(unit, "teamLeaders", row.getLong("leaders")));
                    counts.add(new Count(unit, "teamDeputies", row.getLong("deputies")));
                    counts.add(new Count(unit, "teamOthers", row.getLong("others")));
                    counts.add(new Count(unit, "teamMembers", row.getLong("members")));
                });
        return counts;
    }

    private JdbcClient.StatementSpec asked(Asked asked, String query) {
        return jdbc.sql(query).param("on", asked.to()).param("unit", asked.unit().value());
    }
}
