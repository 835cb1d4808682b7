package vn.phongtrao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The reporting periods of the province, which its police officers open and close. */
@Service
@Transactional
public class Periods {

    public static final int LONGEST_NAME = 200;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** Each with how its communes stand, of those the officer oversees. */
    private static final String PERIODS = """
            (select period.id, period.name, period.from_day as "from", period.to_day as "to", period.due_on,
                    (period.opened_at at time zone :zone)::date as opened_on,
                    (period.closed_at at time zone :zone)::date as closed_on, communes.*
             from report_period period
             cross join lateral (
                 select count(*) as communes, count(*) filter (where report.filled_by is not null or reported) as begun,
                        count(*) filter (where reported) as reported,
                        count(*) filter (where accepted) as accepted,
                        coalesce(array_agg(unit.full_name order by unit.path)
                                 filter (where not reported and standing.due_on < :today), '{}') as late
                 from movement_report_standing standing join unit on unit.path = standing.unit_path
                 join movement_report report on report.dossier_number = standing.dossier_number
                 where standing.period_id = period.id and (:all or %s)) communes
             where withdrawn_at is null)
            period""".formatted(RegisterQuery.inUnits("standing.unit_path", ":units"));

    private static final Sortable SORTABLE = Sortable.by("id", "name", "from=\"from\"", "to=\"to\"", "dueOn")
            .alphabetically("name");

    private final ReportBook book;
    private final MovementReports reports;
    private final Dossiers dossiers;
    private final DossierProcess process;
    private final ProvinceOfficers province;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    Periods(ReportBook book, MovementReports reports, Dossiers dossiers, DossierProcess process,
            ProvinceOfficers province, Units units, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.reports = reports;
        this.dossiers = dossiers;
        this.process = process;
        this.province = province;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A period as the register shows it.
     *
     * @param dueOn    last day on which a signed report is in time
     * @param closedOn null while it is open
     * @param communes of the officer's units and below that are to report
     * @param begun    those that have filled in their report at least once; while none has, the period may be withdrawn
     * @param reported those whose report is signed and not returned, or whose correction is accepted
     * @param accepted those whose report the tier above has accepted
     * @param late     names of those that have not reported after the last day
     */
    public record Entry(long id, String name, LocalDate from, LocalDate to, LocalDate dueOn, LocalDate openedOn,
                        LocalDate closedOn, long communes, long begun, long reported, long accepted, List<String> late) {
    }

    /** A period to open, see {@link Entry}. */
    public record Asked(String name, LocalDate from, LocalDate to, LocalDate dueOn) {
    }

    /** All periods; what they say of communes is of those the officer oversees. */
    @Transactional(readOnly = true)
    public Page<Entry> list(Officer officer, Pageable pageable) {
        return query(officer).page(pageable);
    }

    /** @throws Refusal not found */
    @Transactional(readOnly = true)
    public Entry show(long id, Officer officer) {
        return query(officer).require(id, "kỳ báo cáo");
    }

    /** Whether the officer opens and closes periods. */
    @Transactional(readOnly = true)
    public boolean opens(Officer officer) {
        return !provinces(officer).isEmpty();
    }

    /**
     * Opens a period: every commune that is in force today gets its report, all at once.
     *
     * @throws Refusal forbidden, but for the province's police officers; rule broken, for days that another period has
     *                 or that are no days of a period
     */
    public Entry open(Asked asked, Officer officer) {
        province.require(officer, Position.POLICE_OFFICER, "kỳ báo cáo");
        requirePeriod(asked);
        book.takeTurn();
        book.overlapping(asked.from(), asked.to()).ifPresent(other -> {
            throw Refusal.broken("from", "Đã có kỳ báo cáo \"%s\" từ ngày %s đến ngày %s".formatted(other.name(),
                    Wording.day(other.from()), Wording.day(other.to())));
        });
        var id = book.open(asked.name(), asked.from(), asked.to(), asked.dueOn(), officer.id());
        var period = book.period(id).orElseThrow();
        provinces(officer).stream().flatMap(path -> book.communes(path, LocalDate.now(clock)).stream())
                .forEach(commune -> reports.begin(period, commune));
        return show(id, officer);
    }

    /**
     * Closes a period: what is not signed ends, and what was reported changes by corrections alone. Signed reports that
     * wait for the tier above count, and may still be accepted.
     *
     * @throws Refusal forbidden, but for the province's police officers; not found; conflict, where it is closed
     */
    public Entry close(long id, Officer officer) {
        province.require(officer, Position.POLICE_OFFICER, "kỳ báo cáo");
        show(id, officer);
        book.close(id, officer.id());
        book.notHandedIn(id).forEach(number -> {
            var dossier = dossiers.lock(number);
            if (book.of(number).status().waits()) {
                if (dossier.status() == Status.SUSPENDED) {
                    process.resume(number, dossiers.resume(dossier));
                }
                process.withdraw(number);
            }
        });
        return show(id, officer);
    }

    /**
     * Takes back a period that was opened by mistake: its days are free again, and its reports end.
     *
     * @return the period as it stood
     * @throws Refusal forbidden, but for the province's police officers; not found; conflict, where it is closed; rule
     *                 broken, where a commune has filled in its report
     */
    public Entry withdraw(long id, Officer officer) {
        province.require(officer, Position.POLICE_OFFICER, "kỳ báo cáo");
        var period = show(id, officer);
        book.withdraw(id, officer.id());
        book.notHandedIn(id).forEach(number -> {
            var dossier = dossiers.lock(number);
            if (dossier.status() == Status.SUSPENDED) {
                process.resume(number, dossiers.resume(dossier));
            }
            process.withdraw(number);
        });
        if (book.begun(id)) {
            throw Refusal.broken(null, "Đã có đơn vị lập báo cáo; kỳ này chỉ khóa được, không bỏ được");
        }
        return period;
    }

    private void requirePeriod(Asked asked) {
        if (asked.from().isBefore(FIRST) || asked.to().isAfter(LAST)) {
            throw Refusal.broken("from", "Kỳ báo cáo phải trong các năm từ 2000 đến 2100");
        }
        if (asked.to().isBefore(asked.from())) {
            throw Refusal.broken("to", "Ngày cuối kỳ không được trước ngày đầu kỳ");
        }
        if (asked.dueOn().isBefore(asked.to()) || asked.dueOn().isBefore(LocalDate.now(clock))) {
            throw Refusal.broken("dueOn", "Hạn nộp không được trước hôm nay và trước ngày cuối kỳ");
        }
        if (asked.dueOn().isAfter(LAST)) {
            throw Refusal.broken("dueOn", "Hạn nộp phải trước năm 2101");
        }
    }

    /** The provinces in force whose police officer it is. */
    private List<UnitPath> provinces(Officer officer) {
        return officer.unitsAs(Position.POLICE_OFFICER).stream().flatMap(path -> units.inForce(path).stream())
                .filter(unit -> unit.tier() == Tier.PROVINCE).map(Unit::path).toList();
    }

    private RegisterQuery<Entry> query(Officer officer) {
        return new RegisterQuery<>(jdbc, PERIODS, SORTABLE, Periods::entry).with("zone", clock.getZone().getId())
                .with("today", LocalDate.now(clock)).with("all", officer.administrator())
                .with("units", UnitPath.values(officer.units()));
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getLong("id"), row.getString("name"), row.getObject("from", LocalDate.class),
                row.getObject("to", LocalDate.class), row.getObject("due_on", LocalDate.class),
                row.getObject("opened_on", LocalDate.class), row.getObject("closed_on", LocalDate.class),
                row.getLong("communes"), row.getLong("begun"), row.getLong("reported"), row.getLong("accepted"),
                Arrays.asList((String[]) row.getArray("late").getArray()));
    }
}
