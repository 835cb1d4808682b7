package vn.phongtrao.authority;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.unit.Position;

/** What decisions are based on, by date. */
@Component
public class LegalBases {

    private final JdbcClient jdbc;

    LegalBases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the texts that follow "Căn cứ", in order */
    public List<String> ofDecision(Position position, String process, String form, LocalDate on) {
        return of("decision", position, process, form, on);
    }

    /** @return the decrees that the bonus follows */
    public List<String> ofBonus(Position position, String process, String form, LocalDate on) {
        return of("bonus", position, process, form, on);
    }

    private List<String> of(String purpose, Position position, String process, String form, LocalDate on) {
        return jdbc.sql("""
                        select text from legal_basis
                        where purpose = :purpose and coalesce(position, :position) = :position
                          and coalesce(process, :process) = :process and coalesce(form, :form) = :form
                          and :on between valid_from and coalesce(valid_to, 'infinity')
                        order by ordinal, id""")
                .param("purpose", purpose).param("position", position.id()).param("process", process)
                .param("form", form).param("on", Date.valueOf(on)).query(String.class).list();
    }
}
