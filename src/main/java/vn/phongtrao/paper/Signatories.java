package vn.phongtrao.paper;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Authority;

/** The people who sign papers, as they are written. */
@Component
class Signatories {

    private final JdbcClient jdbc;

    Signatories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stands above and below a signature.
     *
     * @param title lines in capitals, for example {@code KT. CHỦ TỊCH} and {@code PHÓ CHỦ TỊCH}
     * @param name  empty while the person is not entered: it is written by hand then
     */
    record Signature(List<String> title, String name) {
    }

    Signature of(String userName, Authority authority, LocalDate on) {
        var head = Wording.upper(authority.head());
        return jdbc.sql("""
                        select name, coalesce(title, :head) as title from signatory
                        where user_name = :user and :on between valid_from and coalesce(valid_to, 'infinity')
                        order by valid_from desc limit 1""")
                .param("user", userName).param("on", Date.valueOf(on)).param("head", head)
                .query((row, index) -> new Signature(row.getString("title").lines().toList(), row.getString("name")))
                .optional().orElseGet(() -> new Signature(List.of(head), ""));
    }
}
