package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.commendation.CommendationReport.Line;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.Asking;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Reports on commendation, counted from the register of awards. */
@Service
@Transactional(readOnly = true)
public class CommendationReports {

    private static final int FIRST_YEAR = 2000;

    private static final String LINES = """
            (select form || ' ' || coalesce(fund, '') as id, form, fund, sum(awards)::bigint as awards,
                    sum(bonus)::bigint as bonus,
                    coalesce(sum(awards) filter (where kind = 'individual'), 0)::bigint as individuals,
                    coalesce(sum(awards) filter (where kind = 'household'), 0)::bigint as households,
                    coalesce(sum(awards) filter (where kind = 'collective'), 0)::bigint as collectives,
                    sum(men)::bigint as men, sum(women)::bigint as women,
                    (coalesce(sum(awards) filter (where kind = 'individual'), 0) - sum(men) - sum(women))::bigint
                        as unknown_gender,
                    sum(direct_workers)::bigint as direct_workers, sum(farmers)::bigint as farmers
             from %s group by form, fund having sum(awards) > 0) line""".formatted(AwardSums.OF_PERIOD);

    private static final Sortable SORTABLE = Sortable.by("id", "form", "fund", "awards", "individuals", "men", "women",
            "unknownGender", "directWorkers", "farmers", "households", "collectives", "bonus");

    private final JdbcClient jdbc;
    private final Units units;
    private final Asking asking;
    private final Clock clock;

    CommendationReports(JdbcClient jdbc, Units units, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * What is asked for, with what was left out: the officer's highest unit, and this year until today, as all figures.
     *
     * @throws Refusal malformed, for days that are no period; not found; forbidden, for a unit the officer does not
     *                 oversee
     */
    public Asked asked(UnitPath unit, LocalDate from, LocalDate to, Officer officer) {
        var last = to != null ? to : from == null ? LocalDate.now(clock) : from.withDayOfMonth(1).plusMonths(6).minusDays(1);
        var first = from == null ? last.withDayOfYear(1) : from;
        return asking.of(unit, first, last, FIRST_YEAR, officer);
    }

    /** Counts what was decided in those days, for awards that were proposed in that unit and below. */
    public CommendationReport of(Asked asked) {
        var all = PageRequest.of(0, Integer.MAX_VALUE, Sort.by("id"));
        return CommendationReport.of(asked, units.require(asked.unit()).fullName(), lines(asked, all).getContent());
    }

    /** The same line by line. */
    public Page<Line> lines(Asked asked, Pageable pageable) {
        var query = new RegisterQuery<>(jdbc, LINES, SORTABLE, CommendationReports::line);
        AwardSums.parameters(asked).forEach(query::with);
        AwardSums.planForTheseDays(jdbc);
        return query.page(pageable);
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        var fund = row.getString("fund");
        return new Line(row.getString("form"), AwardForm.name(row.getString("form")), fund,
                Fund.find(fund).map(Fund::label).orElse(fund), row.getLong("awards"), row.getLong("individuals"),
                row.getLong("men"), row.getLong("women"), row.getLong("unknown_gender"),
                row.getLong("direct_workers"), row.getLong("farmers"), row.getLong("households"),
                row.getLong("collectives"), row.getLong("bonus"));
    }
}
