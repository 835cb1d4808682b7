package vn.phongtrao.revocation;

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

/** The register of revocations, with what is to be recovered and what came back. Amounts in đồng. */
@Service
@Transactional(readOnly = true)
public class RevocationRegister {

    private static final String REVOCATIONS = """
            (select revocation.dossier_number as id, revocation.*, dossier.unit_path, dossier.found_by, dossier.status,
                    dossier.suspended_on,
                    case when revocation.revoked_on is not null then last_day.due_on end as recover_by,
                    recipients.count as recipients, recipients.bonus,
                    case when revocation.revoked_on is null then 0 else recipients.open end as to_recover,
                    recipients.back as recovered,
                    case when revocation.revoked_on is null then null else recipients.settled end as settled
             from decision_revocation revocation join dossier on dossier.number = revocation.dossier_number
                  join dossier_last_day last_day on last_day.number = revocation.dossier_number,
                  lateral (select count(*) as count, sum(bonus)::bigint as bonus, sum(money_back)::bigint as back,
                                  coalesce(sum(greatest(paid - money_back, 0))
                                      filter (where money in ('outstanding', 'partly')), 0)::bigint as open,
                                  bool_and(money not in ('outstanding', 'partly') and object <> 'outstanding') as settled
                           from revoked_recipient one where one.dossier_number = revocation.dossier_number) recipients
            ) revocation""";
    private static final Sortable SORTABLE = Sortable.by("id", "decidedOn", "revokedOn", "recoverBy", "unitPath",
            "recipients", "bonus", "toRecover", "recovered");

    private final JdbcClient jdbc;

    RevocationRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A revocation.
     *
     * @param dossierNumber   of the revocation
     * @param revokedDossier  that had been decided on
     * @param decisionId      of the revoked decision; null where a higher authority had decided
     * @param revokedOn       null until it is revoked, as {@code revokedBy}, the number of that decision
     * @param recoverBy       until when all is to be given back
     * @param settled         whether it is known of all what became of object and money; null until it is revoked
     */
    public record Entry(DossierNumber dossierNumber, UnitPath unitPath, String status, String statusName,
                        DossierNumber revokedDossier, Long decisionId, String decisionNumber, LocalDate decidedOn,
                        boolean whole, String ground, String groundName, long recipients, LocalDate revokedOn,
                        String revokedBy, LocalDate recoverBy, long bonus, long toRecover, long recovered,
                        Boolean settled) {
    }

    /** What a list is asked for; null leaves a criterion out. */
    public record Filter(UnitPath unit, String ground, Boolean settled, String q) {
    }

    /** The revocations of the officer's units and below. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, REVOCATIONS, SORTABLE, RevocationRegister::entry).within("unit_path", officer)
                .under("unit_path", filter.unit()).where("ground = :ground", "ground", filter.ground())
                .where("settled = :settled", "settled", filter.settled()).finding("found_by ~ :q", "q", filter.q())
                .page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var status = Standing.of(row);
        return new Entry(DossierNumber.of(row.getString("dossier_number")), UnitPath.of(row.getString("unit_path")),
                status.id(), status.label(), DossierNumber.of(row.getString("revoked_dossier")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"), day(row, "decided_on"),
                row.getBoolean("whole"), row.getString("ground"), Labels.of("revocation-ground." + row.getString("ground")),
                row.getLong("recipients"), day(row, "revoked_on"), row.getString("revoked_by"), day(row, "recover_by"),
                row.getLong("bonus"), row.getLong("to_recover"), row.getLong("recovered"),
                row.getObject("settled", Boolean.class));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
