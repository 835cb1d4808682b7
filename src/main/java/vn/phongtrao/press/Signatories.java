package vn.phongtrao.press;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authority;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.security.Deputising;
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

    public Signature of(Dossier dossier, Decision decision, Authority authority) {
        return of(dossier, decision.signer(), Optional.ofNullable(decision.deputising()), authority,
                decision.signedOn());
    }

    /** @param signed the step with which it was signed */
    Signature of(Dossier dossier, Step signed, Authority authority, LocalDate on) {
        return of(dossier, signed.actor(), signed.deputising(), authority, on);
    }

    /** In whose place somebody signed is kept with what they signed, and wins over what a clerk entered. */
    private Signature of(Dossier dossier, String userName, Optional<Deputising> deputising, Authority authority,
                         LocalDate on) {
        var entered = entered(userName, authority, on);
        return deputising.map(other -> new Signature(authority.signedFor(other.manner().abbreviation(), other.title()),
                entered.map(Signature::name).orElseGet(() -> nameOf(dossier, userName)))).or(() -> entered)
                .orElseGet(() -> new Signature(List.of(Wording.upper(authority.head())), nameOf(dossier, userName)));
    }

    /**
     * Of an office whose head signs what somebody else appraised: by hand, unless the clerk entered who that is, or it was
     * appraised for the head.
     */
    Signature ofOffice(Dossier dossier, Step appraised, Authority authority, LocalDate on) {
        return appraised.deputising().isPresent() ? of(dossier, appraised, authority, on)
                : entered(appraised.actor(), authority, on)
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

    /** The name of who holds a post: who acted under it, but for nobody else, on the dossier, else anywhere last. */
    public String holder(Dossier dossier, Post post) {
        return dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> step.actorName() != null && step.manner() == null && step.post().equals(post))
                .reduce((first, last) -> last).map(Step::actorName).or(() -> dossiers.lastNameAt(post)).orElse("");
    }

    private String nameOf(Dossier dossier, String userName) {
        return dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> step.actor().equals(userName) && step.actorName() != null)
                .reduce((first, last) -> last).map(Step::actorName).orElse("");
    }
}
