package vn.phongtrao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;

/** What the reports of a period add up to, for each unit and all below it, at any moment. */
@Service
@Transactional(readOnly = true)
public class ReportSums {

    private static final String SUMS = """
            (select period.id as period, period.name as period_name, unit.path as unit_path, unit.tier,
                    unit.full_name, count(*) as communes,
                    count(*) filter (where reported) as reported, count(*) filter (where accepted) as accepted,
                    coalesce(array_agg(commune.full_name order by commune.path)
                             filter (where not reported and standing.due_on < :today), '{}') as late, %s
             from movement_report_standing standing
             join report_period period on period.id = standing.period_id
             join unit commune on commune.path = standing.unit_path
             join unit on starts_with(standing.unit_path || '/', unit.path || '/')
             where standing.period_id = :period
             group by period.id, unit.path, unit.tier, unit.full_name) sums""".formatted(Arrays.stream(Measure.values())
            .map(Measure::column).map("sum(%1$s) as %1$s"::formatted).collect(Collectors.joining(", ")));

    private static final Sortable SORTABLE = Sortable.by(Stream.concat(
            Stream.of("unitPath", "tier", "communes", "reported", "accepted"),
            // what is unknown is less than 0
            Arrays.stream(Measure.values()).map(measure -> "%s=coalesce(%s, -1)".formatted(measure.id(), measure.column())))
            .toArray(String[]::new));

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportSums(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The sums of a unit; of a commune they are its own figures.
     *
     * @param communes that are to report
     * @param reported those whose figures are in the sums: their report is signed and not returned, or their correction
     *                 is accepted
     * @param late     names of the communes that have not reported after the last day
     * @param launchEvents null, as every other figure, where nobody has reported it
     */
    public record Sum(long period, String periodName, UnitPath unitPath, String unitName, String tier, long communes, long reported, long accepted,
                      List<String> late, Long launchEvents, Long attendances, Long leaflets,
                      Long personsPersuaded, Long personsEducated, Long regularPolice, Long massOrganisations, Long massOrganisationMembers,
                      Long complexAreas, Long festivalEvents, Long crimeReports) {
    }

    /**
     * The sums of the officer's units and below.
     *
     * @param period its id; null for the last one that was opened
     * @param tier   null for every tier
     * @param unit   null for every unit
     * @throws Refusal not found, for another period; malformed, for another tier
     */
    public Page<Sum> list(Long period, String tier, UnitPath unit, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, SUMS, SORTABLE, ReportSums::sum)
                .with("period", period == null ? last() : required(period)).with("today", LocalDate.now(clock))
                .within("unit_path", officer)
                .where("tier = :tier", "tier", Tier.asked(tier).map(Tier::id).orElse(null))
                .under("unit_path", unit)
                .page(pageable);
    }

    /** All of them in the order of their paths, the province first. @throws Refusal not found, for another period */
    public List<Sum> all(long period, UnitPath unit, Officer officer) {
        return list(period, null, unit, officer, PageRequest.of(0, Integer.MAX_VALUE, Sort.by("unitPath")))
                .getContent();
    }

    /** @return 0 while there is none */
    private long last() {
        return jdbc.sql("select coalesce(max(id), 0) from report_period where withdrawn_at is null").query(Long.class).single();
    }

    private long required(long period) {
        if (!jdbc.sql("select exists (select 1 from report_period where id = ? and withdrawn_at is null)").param(period)
                .query(Boolean.class).single()) {
            throw Refusal.notFound("Không có kỳ báo cáo này");
        }
        return period;
    }

    private static Sum sum(ResultSet row, int index) throws SQLException {
        return new Sum(row.getLong("period"), row.getString("period_name"), UnitPath.of(row.getString("unit_path")), row.getString("full_name"), row.getString("tier"),
                row.getLong("communes"), row.getLong("reported"), row.getLong("accepted"),
                Arrays.asList((String[]) row.getArray("late").getArray()), figure(row, "launch_events"),
                figure(row, "attendances"), figure(row, "leaflets"), figure(row, "persons_persuaded"),
                figure(row, "persons_educated"), figure(row, "regular_police"), figure(row, "mass_organisations"),
                figure(row, "mass_organisation_members"), figure(row, "complex_areas"),
                figure(row, "festival_events"), figure(row, "crime_reports"));
    }

    private static Long figure(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
