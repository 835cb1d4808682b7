package vn.phongtrao.decision;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

    /** The certificates of a decision, by recipient. */
    public List<Certificate> of(Decision decision) {
        return jdbc.sql("select code, recipient from certificate where decision_id = ? order by recipient, code")
                .param(decision.id()).query((row, index) -> new Certificate(row.getString("code"),
                        row.getString("recipient")))
                .list();
    }
}
