package vn.phongtrao.authority;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.unit.Position;

/**
 * What decisions are based on, by date: rows of the database, and after them those of the procedure's own table
 * {@code <process>-bases}, if it has one.
 */
@Component
public class LegalBases {

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Rules rules;

    LegalBases(JdbcClient jdbc, Procedures procedures, Rules rules) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.rules = rules;
    }

    /** @param basis follows "Căn cứ" */
    private record Basis(String basis) {
    }

    /** @return the texts that follow "Căn cứ", in order */
    public List<String> ofDecision(Position position, String process, String form, LocalDate on) {
        var own = process + "-bases";
        return Stream.concat(of("decision", position, process, form, on).stream(),
                procedures.find(process, own + ".dmn").isEmpty() ? Stream.empty()
                        : rules.rows(own, Days.on(on), new Rules.Any(), Basis.class).stream().map(Basis::basis))
                .toList();
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
