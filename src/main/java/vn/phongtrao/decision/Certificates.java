package vn.phongtrao.decision;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.dossier.DossierNumber;

/** The certificates that decisions give to whom they recognise. Awards carry their verification codes themselves. */
@Repository
public class Certificates {

    private final JdbcClient jdbc;

    Certificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param code verification code */
    public record Certificate(String code, String recipient) {
    }

    /** @param recipient as the certificate names it, for example {@code Khóm 1, Phường 2} */
    public void issue(Decision decision, String recipient) {
        jdbc.sql("insert into certificate (decision_id, recipient) values (?, ?)")
                .params(decision.id(), recipient).update();
    }

    /**
     * Keeps what is known of a print that another one takes the place of.
     *
     * @param decisionId null where a higher authority had decided
     * @param recipient  id as its procedure knows it
     * @param name       as the print names the recipient
     * @param print      which one it was, from 1
     */
    public record Former(String code, Long decisionId, DossierNumber dossierNumber, long recipient, String name,
                         int print) {
    }

    /** From now on the code is answered with what took its place. */
    public void replace(Former former, Replacement by) {
        jdbc.sql("""
                        insert into replaced_certificate (code, decision_id, dossier_number, recipient_id, recipient, print,
                                                          replaced_on, replaced_by, replacing_dossier)
                        values (:code, :decision, :dossier, :recipient, :name, :print, :on, :by, :replacing)""")
                .param("code", former.code()).param("decision", former.decisionId())
                .param("dossier", former.dossierNumber().value()).param("recipient", former.recipient())
                .param("name", former.name()).param("print", former.print()).param("on", by.on())
                .param("by", by.number()).param("replacing", by.dossierNumber().value()).update();
    }

    /** The certificates of a decision, by recipient. */
    public List<Certificate> of(Decision decision) {
        return jdbc.sql("select code, recipient from certificate where decision_id = ? order by recipient, code")
                .param(decision.id()).query((row, index) -> new Certificate(row.getString("code"),
                        row.getString("recipient")))
                .list();
    }
}
