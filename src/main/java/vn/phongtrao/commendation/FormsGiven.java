package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.unit.Post;

/**
 * The forms of award that an authority gives itself, by the tables of jurisdiction; what it forwards is printed by who decides
 * above it.
 */
@Component
class FormsGiven {

    private static final String PROCESS = "commendation";
    /** No form of the law (Luật Thi đua, khen thưởng 2022, Điều 9). */
    private static final String LETTER = "commendation-letter";

    private final Jurisdictions jurisdictions;
    private final JdbcClient jdbc;
    private final Clock clock;

    FormsGiven(Jurisdictions jurisdictions, JdbcClient jdbc, Clock clock) {
        this.jurisdictions = jurisdictions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A form that the authority had dossiers of, or one whose business it has. */
    private record Had(String form, String decider, LocalDate received) {

        private static Had of(ResultSet row, int index) throws SQLException {
            return new Had(row.getString("form"), row.getString("decider"), row.getObject("received", LocalDate.class));
        }
    }

    /** Their ids: those of today, and those of dossiers that were received by earlier rules. That which is no form of the law is last. */
    List<String> by(Post authority) {
        var today = Labels.ofKind("award-form").keySet().stream()
                .filter(form -> gives(authority, form, LocalDate.now(clock), Decision.MATTER));
        var before = had(authority).stream().filter(one -> Post.ofGroup(one.decider()).filter(decider ->
                gives(decider, one.form(), one.received(), Decision.MATTER)
                        || gives(decider, one.form(), one.received(), Jurisdictions.LEFT_OVER)).isPresent()).map(Had::form);
        return Stream.concat(today, before).distinct()
                .sorted(Comparator.<String, Boolean>comparing(LETTER::equals).thenComparing(Comparator.naturalOrder())).toList();
    }

    private boolean gives(Post authority, String form, LocalDate day, String matter) {
        return jurisdictions.find(PROCESS, authority.unitPath(), Days.on(day), new Matter(form, null, matter))
                .filter(found -> !found.forwards() && found.decider().equals(authority)).isPresent();
    }

    private List<Had> had(Post authority) {
        return jdbc.sql("""
                        select form, decider, min((opened_at at time zone :zone)::date) as received from dossier
                        where process = :process
                          and decider in (select unit_with_past(:unit) || '/' || :position)
                        group by form, decider""")
                .param("zone", clock.getZone().getId()).param("process", PROCESS).param("unit", authority.unitPath().value())
                .param("position", authority.position().id()).query(Had::of).list();
    }
}
