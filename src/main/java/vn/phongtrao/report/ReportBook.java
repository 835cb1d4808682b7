package vn.phongtrao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.UnitPath;

/** Keeps periods, reports and corrections. */
@Repository
class ReportBook {

    private static final String REPORT = """
            select report.*, period.id, period.name, period.from_day, period.to_day, period.closed_at,
                   period.due_on as period_due_on
            from movement_report report join report_period period on period.id = report.period_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets those who open periods come one after the other. */
    void takeTurn() {
        Turn.take(jdbc, "report-periods");
    }

    Optional<Period> period(long id) {
        return jdbc.sql("select * from report_period where id = ?").param(id)
                .query((row, index) -> Period.of(row)).optional();
    }

    /** The period as it is now, kept from being closed until this transaction has ended. */
    Period keptOpen(Period period) {
        return jdbc.sql("select * from report_period where id = ? for share").param(period.id())
                .query((row, index) -> Period.of(row)).single();
    }

    Optional<Period> overlapping(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select * from report_period
                        where withdrawn_at is null
                          and daterange(from_day, to_day, '[]') && daterange(?, ?, '[]') order by from_day limit 1""")
                .params(from, to).query((row, index) -> Period.of(row)).optional();
    }

    /** @return its id */
    long open(String name, LocalDate from, LocalDate to, LocalDate dueOn, String officer) {
        return jdbc.sql("""
                        insert into report_period (name, from_day, to_day, due_on, opened_by, opened_at)
                        values (:name, :from, :to, :due, :by, :at) returning id""")
                .param("name", name).param("from", from).param("to", to).param("due", dueOn).param("by", officer)
                .param("at", Timestamp.from(clock.instant())).query(Long.class).single();
    }

    /** The communes below a unit that are in force on that day. */
    List<UnitPath> communes(UnitPath unitPath, LocalDate on) {
        return jdbc.sql("""
                        select path from unit
                        where tier = 'commune' and starts_with(path, ? || '/')
                          and ? between valid_from and coalesce(valid_to, 'infinity') order by path""")
                .params(unitPath.value(), on).query((row, index) -> UnitPath.of(row.getString("path"))).list();
    }

    /** @throws Refusal conflict, where it is closed */
    void close(long period, String officer) {
        if (jdbc.sql("""
                        update report_period set closed_by = ?, closed_at = ?
                        where id = ? and closed_at is null and withdrawn_at is null""")
                .params(officer, Timestamp.from(clock.instant()), period).update() == 0) {
            throw Refusal.conflict("Kỳ báo cáo này đã khóa");
        }
    }

    /** @throws Refusal conflict, where it is closed or withdrawn */
    void withdraw(long period, String officer) {
        if (jdbc.sql("""
                        update report_period set withdrawn_by = ?, withdrawn_at = ?
                        where id = ? and closed_at is null and withdrawn_at is null""")
                .params(officer, Timestamp.from(clock.instant()), period).update() == 0) {
            throw Refusal.conflict("Kỳ báo cáo này đã khóa");
        }
    }

    boolean withdrawn(Period period) {
        return jdbc.sql("select withdrawn_at is not null from report_period where id = ?").param(period.id())
                .query(Boolean.class).single();
    }

    void add(DossierNumber dossierNumber, Period period, UnitPath unitPath, String reason, LocalDate dueOn) {
        jdbc.sql("""
                        insert into movement_report (dossier_number, period_id, unit_path, reason, due_on, status)
                        values (?, ?, ?, ?, ?, 'draft')""")
                .params(dossierNumber.value(), period.id(), unitPath.value(), reason, dueOn).update();
    }

    Report of(DossierNumber dossierNumber) {
        return jdbc.sql(REPORT + "where report.dossier_number = ?").param(dossierNumber.value())
                .query(this::report).single();
    }

    /** The report itself; empty for a commune that was to give none. */
    Optional<Report> find(Period period, UnitPath unitPath) {
        return jdbc.sql(REPORT + "where period.id = ? and report.unit_path = ? and reason is null")
                .params(period.id(), unitPath.value()).query(this::report).optional();
    }

    boolean hasOpenCorrection(Period period, UnitPath unitPath) {
        return jdbc.sql("""
                        select exists (select 1 from movement_report
                                       where period_id = ? and unit_path = ? and reason is not null
                                         and status in ('draft', 'filled', 'signed', 'returned'))""")
                .params(period.id(), unitPath.value()).query(Boolean.class).single();
    }

    /** Reports of a period that their communes have not handed in, corrections left out. */
    List<DossierNumber> notHandedIn(long period) {
        return jdbc.sql("""
                        select dossier_number from movement_report
                        where period_id = ? and reason is null and status in ('draft', 'filled', 'returned')
                        order by unit_path""")
                .param(period).query((row, index) -> DossierNumber.of(row.getString("dossier_number"))).list();
    }

    /** Whether a commune has filled in its report of a period, were it returned since. */
    boolean begun(long period) {
        return jdbc.sql("""
                        select exists (select 1 from movement_report where period_id = ?
                                       and (filled_by is not null or status not in ('draft', 'withdrawn')))""")
                .param(period).query(Boolean.class).single();
    }

    /** Reports and corrections of a period that wait to be filled in. */
    List<Report> waiting(Period period) {
        return jdbc.sql(REPORT + "where period.id = ? and status in ('draft', 'returned') order by report.unit_path")
                .param(period.id()).query(this::report).list();
    }

    /** That of a commune: a report is corrected only after it has ended, so that there is one at most. */
    Optional<Report> waiting(Period period, UnitPath unitPath) {
        return jdbc.sql(REPORT + "where period.id = ? and report.unit_path = ? and status in ('draft', 'returned')")
                .params(period.id(), unitPath.value()).query(this::report).optional();
    }

    /** The reports that communes may correct, or give after their period was closed; the last period first. */
    List<Report> correctable(List<UnitPath> communes) {
        return jdbc.sql(REPORT + """
                        where report.unit_path = any(?) and reason is null
                          and (status in ('accepted', 'missed') or status = 'signed' and period.closed_at is not null)
                        order by period.to_day desc, report.unit_path""")
                .param(UnitPath.values(communes)).query(this::report).list();
    }

    /** What counts for a commune and a period; empty while nothing does. */
    Optional<Figures> standing(Period period, UnitPath unitPath) {
        return jdbc.sql("""
                        select * from movement_report_standing
                        where period_id = ? and unit_path = ? and reported""")
                .params(period.id(), unitPath.value()).query((row, index) -> Figures.of(row)).optional();
    }

    /** A report of a period before, which others are compared with. */
    record Earlier(String periodName, Figures figures) {
    }

    /** What counts for a commune and the last period before that day which it reported on. */
    Optional<Earlier> before(LocalDate day, UnitPath unitPath) {
        return jdbc.sql("""
                        select * from movement_report_standing
                        where to_day < ? and unit_path = ? and reported order by to_day desc limit 1""")
                .params(day, unitPath.value())
                .query((row, index) -> new Earlier(row.getString("period_name"), Figures.of(row))).optional();
    }

    /** @param officer user name of who fills it in */
    void keep(DossierNumber dossierNumber, Figures figures, String officer) {
        var columns = Arrays.stream(Measure.values())
                .map(measure -> "%1$s = :%1$s".formatted(measure.column())).collect(Collectors.joining(", "));
        var update = jdbc.sql("update movement_report set filled_by = :by, " + columns
                        + " where dossier_number = :dossier")
                .param("dossier", dossierNumber.value()).param("by", officer);
        for (var measure : Measure.values()) {
            update = update.param(measure.column(), figures.get(measure));
        }
        update.update();
    }

    void become(DossierNumber dossierNumber, ReportStatus status) {
        jdbc.sql("update movement_report set status = ? where dossier_number = ?")
                .params(status.id(), dossierNumber.value()).update();
    }

    /** Moves the last day on which it is signed in time. */
    void dueOn(DossierNumber dossierNumber, LocalDate last) {
        jdbc.sql("update movement_report set due_on = ? where dossier_number = ?")
                .params(last, dossierNumber.value()).update();
    }

    void sign(DossierNumber dossierNumber) {
        jdbc.sql("update movement_report set status = 'signed', signed_on = ? where dossier_number = ?")
                .params(LocalDate.now(clock), dossierNumber.value()).update();
    }

    void accept(DossierNumber dossierNumber) {
        jdbc.sql("update movement_report set status = 'accepted', accepted_at = ? where dossier_number = ?")
                .params(Timestamp.from(clock.instant()), dossierNumber.value()).update();
    }

    /** @return whether it was not handed in, and had not been reminded of before */
    boolean remind(DossierNumber dossierNumber) {
        return mark("reminded_on", dossierNumber);
    }

    /** @return whether it was not handed in, and had not been marked before */
    boolean markLate(DossierNumber dossierNumber) {
        return mark("late_on", dossierNumber);
    }

    private boolean mark(String column, DossierNumber dossierNumber) {
        return jdbc.sql("""
                        update movement_report set %1$s = ?
                        where dossier_number = ? and %1$s is null and status in ('draft', 'filled', 'returned')"""
                        .formatted(column))
                .params(LocalDate.now(clock), dossierNumber.value()).update() == 1;
    }

    private Report report(ResultSet row, int index) throws SQLException {
        var figures = Figures.of(row);
        var accepted = row.getTimestamp("accepted_at");
        return new Report(DossierNumber.of(row.getString("dossier_number")),
                new Period(row.getLong("id"), row.getString("name"), row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class), row.getObject("period_due_on", LocalDate.class),
                        row.getTimestamp("closed_at") != null),
                UnitPath.of(row.getString("unit_path")), row.getString("reason"),
                row.getObject("due_on", LocalDate.class), ReportStatus.of(row.getString("status")),
                figures.equals(Figures.NONE) ? null : figures, row.getObject("signed_on", LocalDate.class),
                accepted == null ? null : LocalDate.ofInstant(accepted.toInstant(), clock.getZone()),
                row.getObject("reminded_on", LocalDate.class), row.getObject("late_on", LocalDate.class));
    }
}
