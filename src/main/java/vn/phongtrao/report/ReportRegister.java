package vn.phongtrao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The register of reports: for each commune and period what counts, and how its report stands. */
@Service
@Transactional(readOnly = true)
public class ReportRegister {

    private static final Sortable SORTABLE = Sortable.by("dossierNumber", "unitPath", "periodTo=to_day", "status",
            "dueOn", "signedOn", "launchEvents", "attendances", "leaflets", "personsPersuaded", "personsEducated",
            "regularPolice", "massOrganisations", "massOrganisationMembers", "complexAreas", "festivalEvents",
            "crimeReports");

    private final JdbcClient jdbc;

    ReportRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A commune's report of a period. The figures are those that count: of the last correction that was accepted, else
     * of the report once it is signed and not returned; null while nothing counts.
     *
     * @param progress         the status; {@code reminded} or {@code late} while it is not handed in, {@code corrected}
     *                         where a correction counts
     * @param correctionNumber the dossier of the correction whose figures they are; null where there is none
     * @param remindedOn       null where it was not reminded of
     * @param lateOn           the day since which it was late; null where it was in time
     */
    public record Entry(DossierNumber dossierNumber, long period, String periodName, LocalDate periodFrom,
                        LocalDate periodTo, UnitPath unitPath, String status, String statusName, String progress,
                        LocalDate dueOn, LocalDate signedOn, LocalDate remindedOn, LocalDate lateOn, boolean reported,
                        DossierNumber correctionNumber, Integer launchEvents, Integer attendances, Integer leaflets,
                        Integer personsPersuaded, Integer personsEducated, Integer regularPolice,
                        Integer massOrganisations, Integer massOrganisationMembers, Integer complexAreas,
                        Integer festivalEvents, Integer crimeReports) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param period   a period's id
     * @param from     periods that begin on that day or later
     * @param to       periods that end on that day or before
     * @param reported whether something counts
     * @param last     true for the last period of each commune alone, of those that {@code from} and {@code to} leave
     *                 and that it reported on
     * @param late     whether it was late
     * @param q        words of the commune's name, the period's name or the dossier number
     */
    public record Filter(Long period, LocalDate from, LocalDate to, UnitPath unit, String status, Boolean reported,
                         Boolean last, Boolean late, String q) {
    }

    /**
     * The reports of the officer's units and below.
     *
     * @throws vn.phongtrao.refusal.Refusal malformed, for another status
     */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        var query = new RegisterQuery<>(jdbc, "movement_report_standing report", SORTABLE, ReportRegister::entry)
                .within("unit_path", officer)
                .where("period_id = :period", "period", filter.period())
                .where("from_day >= :from", "from", filter.from())
                .where("to_day <= :to", "to", filter.to())
                .under("unit_path", filter.unit())
                .where("status = :status", "status",
                        Optional.ofNullable(filter.status()).map(ReportStatus::asked).map(ReportStatus::id)
                                .orElse(null))
                .where("reported = :reported", "reported", filter.reported())
                .where("(late_on is not null) = :late", "late", filter.late())
                .finding("""
                        searchable(period_name || ' ' || dossier_number || ' '
                                   || (select full_name from unit where unit.path = report.unit_path)) ~ :q""",
                        "q", filter.q());
        return (Boolean.TRUE.equals(filter.last()) ? query.with("first", filter.from()).with("end", filter.to())
                .where("""
                        reported = :last and not exists (
                            select 1 from movement_report_standing later
                            where later.unit_path = report.unit_path and later.reported
                              and later.to_day > report.to_day
                              and later.from_day >= coalesce(:first::date, '-infinity')
                              and later.to_day <= coalesce(:end::date, 'infinity'))""", "last", true) : query)
                .page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var status = ReportStatus.of(row.getString("status"));
        var counts = Figures.of(row);
        return new Entry(DossierNumber.of(row.getString("dossier_number")), row.getLong("period_id"),
                row.getString("period_name"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), UnitPath.of(row.getString("unit_path")), status.id(),
                status.label(), progress(row, status), row.getObject("due_on", LocalDate.class),
                row.getObject("signed_on", LocalDate.class), row.getObject("reminded_on", LocalDate.class), row.getObject("late_on", LocalDate.class),
                row.getBoolean("reported"), DossierNumber.orNull(row.getString("correction_number")),
                counts.launchEvents(), counts.attendances(), counts.leaflets(), counts.personsPersuaded(),
                counts.personsEducated(), counts.regularPolice(), counts.massOrganisations(),
                counts.massOrganisationMembers(), counts.complexAreas(), counts.festivalEvents(),
                counts.crimeReports());
    }

    private static String progress(ResultSet row, ReportStatus status) throws SQLException {
        if (row.getString("correction_number") != null) {
            return "corrected";
        }
        return !status.waits() ? status.id() : row.getDate("late_on") != null ? "late"
                : row.getDate("reminded_on") != null ? "reminded" : status.id();
    }
}
