package vn.phongtrao.safearea;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.language.Labels;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The register of safe areas: what each hamlet, commune, agency, enterprise and school was found to be in a year. */
@Service
@Transactional(readOnly = true)
public class SafeAreaRegister {

    /**
     * That an area is safe on the day {@code :on}: it passed for that year or the year before, which is examined in the
     * first months of the next, was not examined again since, and is still there.
     */
    static final String HOLDS = """
            result = 'passed' and decided_on <= :on and (revoked_on is null or revoked_on > :on)
            and year between extract(year from :on::date) - 1 and extract(year from :on::date)
            and not exists (select 1 from safe_area_result later
                            where later.area_path = safe_area_result.area_path and later.year > safe_area_result.year
                              and later.decided_on <= :on)
            and exists (select 1 from (select path, valid_from, valid_to from hamlet
                                       union all select path, valid_from, valid_to from unit
                                       union all select path, valid_from, valid_to from safe_area_body) area
                        where area.path = area_path and :on between valid_from and coalesce(valid_to, 'infinity'))""";

    private static final Sortable SORTABLE = Sortable.by("id", "year", "subject", "name=area_name", "unitPath",
            "result", "decidedOn").alphabetically("name");

    private final JdbcClient jdbc;

    SafeAreaRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A result.
     *
     * @param subject       {@code hamlet}, {@code commune}, {@code agency}, {@code enterprise} or {@code school}
     * @param hamlet        the hamlet's code; null for others
     * @param unitPath      the commune
     * @param result        {@code passed} or {@code failed}
     * @param reason        why it failed
     * @param dossierNumber null for results from before the system
     * @param decisionId    of the decision that recognised it; null for other results
     * @param safeHamlets   hamlets of the commune that had passed when it was decided on; null for others
     * @param revokedOn     null while the recognition holds
     */
    public record Entry(long id, int year, String subject, String subjectName, String hamlet, String name,
                        UnitPath unitPath, String result, String resultName, String reason, LocalDate decidedOn,
                        DossierNumber dossierNumber, Long decisionId, String decisionNumber, Long safeHamlets,
                        Long hamlets, Long models, LocalDate revokedOn, boolean imported) {
    }

    /** What a list is asked for; null leaves a criterion out. @param on a day on which the area is safe by it */
    public record Filter(Integer year, String subject, UnitPath unit, String result, String dossierNumber,
                         String q, String name, LocalDate on) {
    }

    /** The results of the officer's units and below. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, "safe_area_result", SORTABLE, SafeAreaRegister::entry)
                .within("unit_path", officer)
                .where("year = :year", "year", filter.year())
                .where("subject = :subject", "subject", filter.subject())
                .under("unit_path", filter.unit())
                .where("result = :result", "result", filter.result())
                .where(HOLDS, "on", filter.on())
                .where("dossier_number = upper(:dossier)", "dossier", filter.dossierNumber())
                .finding("searchable(concat_ws(' ', area_name, dossier_number, decision_number)) ~ :q", "q", filter.q())
                .finding("searchable(area_name) ~ :name", "name", filter.name())
                .page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var kind = AreaKind.of(row.getString("subject"));
        var result = row.getString("result");
        return new Entry(row.getLong("id"), row.getInt("year"), kind.id(), kind.label(),
                kind == AreaKind.HAMLET ? UnitPath.of(row.getString("area_path")).code() : null,
                row.getString("area_name"), UnitPath.of(row.getString("unit_path")), result,
                Labels.of("area-result." + result), row.getString("reason"),
                row.getObject("decided_on", LocalDate.class), DossierNumber.orNull(row.getString("dossier_number")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"),
                row.getObject("safe_hamlets", Long.class), row.getObject("hamlets", Long.class),
                row.getObject("models", Long.class), row.getObject("revoked_on", LocalDate.class),
                row.getString("imported_by") != null);
    }
}
