package vn.phongtrao.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.authority.Ending;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** What lists of tasks say about the dossiers behind them. */
@Repository
public class DossierCards {

    private final JdbcClient jdbc;
    private final Terms terms;
    private final Units units;
    private final Clock clock;

    DossierCards(JdbcClient jdbc, Terms terms, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A dossier beside its task; names no person.
     *
     * @param returned whether it came back for something that is missing or wrong
     * @param stops    names of the units on its route, in order: of those in charge today
     * @param decider name of the unit that decides, or the authority above the province; null until it has been at a
     *                stop
     * @param wholeDueOn the last day of the whole dossier; null where it has none, or its clock stands still
     */
    public record Card(DossierNumber number, String title, String unitName, boolean returned, List<String> stops,
                       String decider, LocalDate wholeDueOn) {

        /** Where on its route the dossier is; empty for a stop that the route does not have. @param stop from 1 */
        public Optional<Place> place(int stop) {
            return stop < 1 || stop > stops.size() ? Optional.empty()
                    : Optional.of(new Place(stop, stops.size(), stops.get(stop - 1)));
        }
    }

    /** One of so many stops. */
    public record Place(int stop, int stops, String unitName) {
    }

    /** The dossiers by number. Who asks has made sure that they may be seen. */
    public Map<DossierNumber, Card> of(Collection<DossierNumber> numbers) {
        return numbers.isEmpty() ? Map.of() : jdbc.sql("""
                        select number, title, unit_path, decider, ending, higher_authority, process, form, type, status,
                               suspended_on,
                               (select min(done.finished_at) from dossier_step done where done.dossier_number = number
                                and done.task = 'complete-dossier') as completed_at,
                               (select coalesce(sum(done.working_days), 0) from dossier_step done
                                where done.dossier_number = number and done.task = 'supplement') as supplemented,
                               array(select act.finished_at from dossier_step act where act.dossier_number = number
                                     and act.task in ('suspend', 'resume') order by act.id) as pauses,
                               coalesce((select step.outcome = 'return' from dossier_step step
                                         where step.dossier_number = number and step.actor <> :system
                                         order by step.id desc limit 1), false) as returned,
                               exists (select 1 from dossier_step t where t.dossier_number = number
                                       and t.stop is not null) as begun,
                               array(select s.unit_path from dossier_stop s where s.dossier_number = number
                                     order by s.stop) as stops
                        from dossier where number = any(:numbers)""")
                .param("system", Dossiers.SYSTEM).param("numbers", numbers.stream().map(DossierNumber::value).toArray(String[]::new)).query(this::card)
                .list().stream().collect(Collectors.toMap(Card::number, Function.identity()));
    }

    private Card card(ResultSet row, int index) throws SQLException {
        return new Card(DossierNumber.of(row.getString("number")), row.getString("title"),
                name(UnitPath.of(row.getString("unit_path"))), row.getBoolean("returned"), Arrays.stream((String[]) row.getArray("stops")
                        .getArray()).map(UnitPath::of).map(this::actingName).toList(),
                row.getBoolean("begun") ? decider(row) : null, wholeDueOn(row));
    }

    private LocalDate wholeDueOn(ResultSet row) throws SQLException {
        var completed = row.getTimestamp("completed_at");
        if (completed == null || row.getDate("suspended_on") != null) {
            return null;
        }
        return terms.ofWhole(new Terms.Course(row.getString("process"), row.getString("form"), row.getString("type"),
                Post.ofGroup(row.getString("decider")).orElseThrow(), Status.valueOf(row.getString("status")),
                day(completed), row.getInt("supplemented"), Arrays.stream((Timestamp[]) row.getArray("pauses").getArray())
                        .map(this::day).toList())).filter(term -> !term.stopped()).map(Term::dueOn).orElse(null);
    }

    private LocalDate day(Timestamp moment) {
        return LocalDate.ofInstant(moment.toInstant(), clock.getZone());
    }

    private String decider(ResultSet row) throws SQLException {
        return Ending.of(row.getString("ending")) != Ending.DECIDE ? row.getString("higher_authority")
                : actingName(Post.ofGroup(row.getString("decider")).orElseThrow().unitPath());
    }

    private String actingName(UnitPath path) {
        return units.acting(path, LocalDate.now(clock)).fullName();
    }

    private String name(UnitPath path) {
        return units.find(path).map(Unit::fullName).orElse(path.value());
    }
}
