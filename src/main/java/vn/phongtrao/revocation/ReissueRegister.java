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

/** The register of certificates that are given again: which print counts, since when and why. */
@Service
@Transactional(readOnly = true)
public class ReissueRegister {

    private static final String REISSUES = """
            (select certificate.dossier_number || '-' || certificate.recipient_id as id, certificate.recipient_id,
                    certificate.kind, certificate.name, certificate.what, certificate.print, reissue.*, dossier.unit_path,
                    dossier.found_by, dossier.status, dossier.suspended_on
             from reissued_certificate certificate
                  join certificate_reissue reissue on reissue.dossier_number = certificate.dossier_number
                  join dossier on dossier.number = certificate.dossier_number
            ) reissue""";
    private static final Sortable SORTABLE = Sortable.by("id", "name", "decidedOn", "appliedOn", "reissuedOn", "unitPath")
            .alphabetically("name");

    private final JdbcClient jdbc;

    ReissueRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A certificate.
     *
     * @param dossierNumber of the re-issue
     * @param awardId       the award that it is of
     * @param decisionId    of the decision that awarded; null where a higher authority had decided
     * @param cause         {@code lost} or {@code damaged}
     * @param print         which print it is, from 2; null until it is given, as {@code reissuedOn}
     * @param reissuedBy    number of the decision; null where it was approved without one, as {@code reissueId}, its entry
     */
    public record Entry(DossierNumber dossierNumber, UnitPath unitPath, String status, String statusName,
                        DossierNumber decidedDossier, Long decisionId, String decisionNumber, LocalDate decidedOn,
                        long awardId, String name, String what, String cause, String causeName, LocalDate appliedOn,
                        Integer print, LocalDate reissuedOn, String reissuedBy, Long reissueId) {
    }

    /** What a list is asked for; null leaves a criterion out. @param given whether the certificate has been given */
    public record Filter(UnitPath unit, String cause, Boolean given, String q) {
    }

    /** The re-issues of the officer's units and below. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, REISSUES, SORTABLE, ReissueRegister::entry).within("unit_path", officer)
                .under("unit_path", filter.unit()).where("cause = :cause", "cause", filter.cause())
                .where("(print is not null) = :given", "given", filter.given())
                .finding("found_by ~ :q", "q", filter.q()).page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var status = Standing.of(row);
        return new Entry(DossierNumber.of(row.getString("dossier_number")), UnitPath.of(row.getString("unit_path")),
                status.id(), status.label(), DossierNumber.of(row.getString("decided_dossier")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"), row.getObject("decided_on", LocalDate.class),
                row.getLong("recipient_id"), row.getString("name"), row.getString("what"), row.getString("cause"),
                Labels.of("reissue-cause." + row.getString("cause")), row.getObject("applied_on", LocalDate.class),
                row.getObject("print", Integer.class), row.getObject("reissued_on", LocalDate.class),
                row.getString("reissued_by"), row.getObject("reissue_id", Long.class));
    }
}
