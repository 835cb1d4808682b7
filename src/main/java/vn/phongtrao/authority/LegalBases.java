package vn.phongtrao.authority;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.law.Citation;
import vn.phongtrao.law.Citing;
import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.unit.Position;

/**
 * What decisions are based on, by date: rows of the database, and after them those of the procedure's own table
 * {@code <process>-bases}, if it has one. Each row goes by the day of the decision or of receipt; documents are cited as
 * they were known on the day of the decision.
 */
@Component
public class LegalBases {

    private final JdbcClient jdbc;
    private final LegalDocuments documents;
    private final Procedures procedures;
    private final Rules rules;

    LegalBases(JdbcClient jdbc, LegalDocuments documents, Procedures procedures, Rules rules) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.procedures = procedures;
        this.rules = rules;
    }

    /** @param basis follows "Căn cứ" */
    private record Basis(String basis) {
    }

    /** One of both is null. */
    private record Row(String text, String document) {

        String cited(Citing citing, Function<Citation, String> manner) {
            return document == null ? citing.remarked(text) : manner.apply(citing.of(document));
        }

        Stream<Citation> citations(Citing citing) {
            return document == null ? citing.in(text).stream() : Stream.of(citing.of(document));
        }
    }

    /** @return the texts that follow "Căn cứ", in order */
    public List<String> ofDecision(Position position, String process, String form, Days days) {
        return Stream.concat(rows("decision", position, process, form, days), own(process, days))
                .map(cited(days, Citation::text)).distinct().toList();
    }

    /** @return the decrees that the bonus follows */
    public List<String> ofBonus(Position position, String process, String form, Days days) {
        return rows("bonus", position, process, form, days).map(cited(days, Citation::brief)).toList();
    }

    /** The documents that a decision would cite, as they would be cited. */
    public List<Citation> citations(Position position, String process, String form, Days days) {
        var citing = documents.citing(days.receivedOn(), days.decidedOn());
        return Stream.concat(rows("decision", position, process, form, days), own(process, days))
                .flatMap(row -> row.citations(citing)).distinct().toList();
    }

    private Function<Row, String> cited(Days days, Function<Citation, String> manner) {
        var citing = documents.citing(days.receivedOn(), days.decidedOn());
        return row -> row.cited(citing, manner);
    }

    private Stream<Row> own(String process, Days days) {
        var table = process + "-bases";
        return procedures.find(process, table + ".dmn").isEmpty() ? Stream.empty()
                : rules.rows(table, days, new Rules.Any(), Basis.class).stream().map(row -> new Row(row.basis(), null));
    }

    private Stream<Row> rows(String purpose, Position position, String process, String form, Days days) {
        return jdbc.sql("""
                        select text, document from legal_basis
                        where purpose = :purpose and coalesce(position, :position) = :position
                          and coalesce(process, :process) = :process and coalesce(form, :form) = :form
                          and (case day when 'receivedOn' then cast(:received as date) else cast(:decided as date) end)
                              between valid_from and coalesce(valid_to, 'infinity')
                        order by ordinal, id""")
                .param("purpose", purpose).param("position", position.id()).param("process", process)
                .param("form", form).param("received", day(days.receivedOn())).param("decided", day(days.decidedOn()))
                .query((row, index) -> new Row(row.getString("text"), row.getString("document"))).list().stream();
    }

    private static Date day(LocalDate day) {
        return Date.valueOf(day);
    }
}
