package vn.phongtrao.paper;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.unit.Position;

/** What decisions are based on, by date. */
@Component
class LegalBases {

    private final JdbcClient jdbc;

    LegalBases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the texts that follow "Căn cứ", in order */
    List<String> ofDecision(Position position, Dossier dossier, LocalDate on) {
        return of("decision", position, dossier, on);
    }

    /** @return the decrees that the bonus follows */
    List<String> ofBonus(Position position, Dossier dossier, LocalDate on) {
        return of("bonus", position, dossier, on);
    }

    private List<String> of(String purpose, Position position, Dossier dossier, LocalDate on) {
        return jdbc.sql("""
                        select text from legal_basis
                        where purpose = :purpose and coalesce(position, :position) = :position
                          and coalesce(process, :process) = :process and coalesce(form, :form) = :form
                          and :on between valid_from and coalesce(valid_to, 'infinity')
                        order by ordinal, id""")
                .param("purpose", purpose).param("position", position.id()).param("process", dossier.process())
                .param("form", dossier.form()).param("on", Date.valueOf(on)).query(String.class).list();
    }
}
