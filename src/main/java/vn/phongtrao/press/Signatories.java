package vn.phongtrao.press;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authority;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Post;

/**
 * The people who sign papers, as they are written: as their authority's head with the name they signed in with, unless
 * the unit's clerk entered them otherwise.
 */
@Component
public class Signatories {

    private final Dossiers dossiers;
    private final JdbcClient jdbc;

    Signatories(Dossiers dossiers, JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
    }

    /**
     * What stands above and below a signature.
     *
     * @param title lines in capitals, for example {@code KT. CHỦ TỊCH} and {@code PHÓ CHỦ TỊCH}
     * @param name  empty where it is not known: it is written by hand then
     */
    public record Signature(List<String> title, String name) {
    }

    /** @param userName of somebody who took a step on the dossier */
    public Signature of(Dossier dossier, String userName, Authority authority, LocalDate on) {
        return entered(userName, authority, on).orElseGet(() -> new Signature(
                List.of(Wording.upper(authority.head())), nameOf(dossier, userName)));
    }

    /** Of an office whose head signs what somebody else appraised: by hand, unless the clerk entered who that is. */
    Signature ofOffice(String userName, Authority authority, LocalDate on) {
        return entered(userName, authority, on)
                .orElseGet(() -> new Signature(List.of(Wording.upper(authority.head())), ""));
    }

    private Optional<Signature> entered(String userName, Authority authority, LocalDate on) {
        return jdbc.sql("""
                        select name, coalesce(title, :head) as title from signatory
                        where unit_path = :unit and user_name = :user
                          and :on between valid_from and coalesce(valid_to, 'infinity')
                        order by valid_from desc limit 1""")
                .param("unit", authority.post().unitPath().value()).param("user", userName)
                .param("on", Date.valueOf(on)).param("head", Wording.upper(authority.head()))
                .query((row, index) -> new Signature(Wording.upper(row.getString("title")).lines().toList(),
                        row.getString("name")))
                .optional();
    }

    /** The name of who holds a post: who acted under it on the dossier, else anywhere last. */
    public String holder(Dossier dossier, Post post) {
        return dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> step.actorName() != null && step.post().equals(post))
                .reduce((first, last) -> last).map(Step::actorName).or(() -> dossiers.lastNameAt(post)).orElse("");
    }

    private String nameOf(Dossier dossier, String userName) {
        return dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> step.actor().equals(userName) && step.actorName() != null)
                .reduce((first, last) -> last).map(Step::actorName).orElse("");
    }
}
