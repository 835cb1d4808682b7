package vn.phongtrao.revocation;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.dossier.DossierNumber;

/** The words that dossiers put right. */
@Repository
class CorrectedWords {

    private final JdbcClient jdbc;

    CorrectedWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CorrectedLine> of(DossierNumber number) {
        return jdbc.sql("select * from corrected_words where dossier_number = ? order by ordinal").param(number.value())
                .query((row, index) -> new CorrectedLine(row.getObject("recipient_id", Long.class),
                        row.getString("whose"), CorrectedField.of(row.getString("field")), row.getString("place"),
                        row.getString("was"), row.getString("becomes"))).list();
    }

    void save(DossierNumber number, List<CorrectedLine> lines) {
        jdbc.sql("delete from corrected_words where dossier_number = ?").param(number.value()).update();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            jdbc.sql("""
                            insert into corrected_words (dossier_number, ordinal, recipient_id, whose, field, place, was,
                                                         becomes)
                            values (:dossier, :ordinal, :recipient, :whose, :field, :place, :was, :becomes)""")
                    .param("dossier", number.value()).param("ordinal", i + 1).param("recipient", line.recipient())
                    .param("whose", line.whose()).param("field", line.field().id()).param("place", line.place())
                    .param("was", line.was()).param("becomes", line.becomes()).update();
        }
    }

    /** An open dossier that would put words of the same decision right, too. */
    Optional<String> proposedAlready(DossierNumber decidedDossier) {
        return jdbc.sql("""
                        select c.dossier_number from decision_correction c
                        join dossier on dossier.number = c.dossier_number
                        where c.decided_dossier = ? and dossier.closed_at is null order by 1 limit 1""")
                .param(decidedDossier.value()).query(String.class).optional();
    }
}
