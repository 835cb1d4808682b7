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
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The register of corrections: each line is something that was, or is to be, put right. */
@Service
@Transactional(readOnly = true)
public class CorrectionRegister {

    private static final String CORRECTIONS = """
            (select words.dossier_number || '-' || words.ordinal as id, words.whose, words.field, words.place, words.was,
                    words.becomes, correction.*, dossier.unit_path, dossier.found_by, dossier.status, dossier.suspended_on
             from corrected_words words join decision_correction correction on correction.dossier_number = words.dossier_number
                  join dossier on dossier.number = words.dossier_number
            ) correction""";
    private static final Sortable SORTABLE = Sortable.by("id", "decidedOn", "correctedOn", "unitPath", "whose")
            .alphabetically("whose");

    private final JdbcClient jdbc;

    CorrectionRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line of a correction.
     *
     * @param dossierNumber of the correction
     * @param decidedDossier that had been decided on
     * @param decisionId    of the corrected decision; null where a higher authority had decided
     * @param whose         the name as it was; null for words of the decision itself
     * @param field         {@code name}, {@code birth-year}, {@code occupation}, {@code hamlet}, {@code achievement} or
     *                      {@code wording}
     * @param place         where in the decision; null but for {@code wording}
     * @param becomes       the right words
     * @param correctedOn   null until it is corrected, as {@code correctedBy}, the number of that decision
     */
    public record Entry(DossierNumber dossierNumber, UnitPath unitPath, String status, String statusName,
                        DossierNumber decidedDossier, Long decisionId, String decisionNumber, LocalDate decidedOn,
                        String whose, String field, String fieldName, String place, String was, String becomes,
                        LocalDate correctedOn, String correctedBy) {
    }

    /** What a list is asked for; null leaves a criterion out. @param corrected whether it has been decided */
    public record Filter(UnitPath unit, Boolean corrected, String dossierNumber, String q) {
    }

    /** The corrections of the officer's units and below. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, CORRECTIONS, SORTABLE, CorrectionRegister::entry).within("unit_path", officer)
                .under("unit_path", filter.unit())
                .where("(corrected_on is not null) = :corrected", "corrected", filter.corrected())
                .where("dossier_number = upper(:dossier)", "dossier", filter.dossierNumber())
                .finding("found_by ~ :q", "q", filter.q()).page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var status = Standing.of(row);
        var field = CorrectedField.of(row.getString("field"));
        return new Entry(DossierNumber.of(row.getString("dossier_number")), UnitPath.of(row.getString("unit_path")),
                status.id(), status.label(), DossierNumber.of(row.getString("decided_dossier")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class), row.getString("whose"), field.id(), field.label(),
                row.getString("place"), row.getString("was"), row.getString("becomes"),
                row.getObject("corrected_on", LocalDate.class), row.getString("corrected_by"));
    }
}
