package vn.phongtrao.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/** How many working days steps took. */
@Repository
@Transactional(readOnly = true)
public class StepTimes {

    private final Contents contents;
    private final JdbcClient jdbc;
    private final Clock clock;

    StepTimes(Contents contents, JdbcClient jdbc, Clock clock) {
        this.contents = contents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Steps that took as many days.
     *
     * @param process whose task it is; null where the program has it no more
     * @param given   the working days that they had by the table; null where they had none
     * @param steps   how many there were
     */
    public record Taken(UnitPath unitPath, Position position, String process, String task, int days, Integer given,
                        long steps) {
    }

    /**
     * Those that people finished in a unit and all below from the first day to the last. The procedure is told by the
     * dossier's number, so that no dossier is read.
     */
    public List<Taken> of(UnitPath unit, LocalDate from, LocalDate to) {
        var prefixes = contents.processes().stream().collect(Collectors.toMap(
                process -> contents.require(process).prefix(), process -> process, (one, same) -> one));
        return jdbc.sql("""
                        select unit_path, position, split_part(dossier_number, '-', 1) as prefix, task, working_days,
                               given_days, count(*) as steps
                        from dossier_step
                        where finished_at >= :from and finished_at < :to and actor <> :system and task <> all(:actions)
                          and %s
                        group by 1, 2, 3, 4, 5, 6""".formatted(RegisterQuery.underUnit("unit_path")))
                .param("from", Timestamp.from(from.atStartOfDay(clock.getZone()).toInstant()))
                .param("to", Timestamp.from(to.plusDays(1).atStartOfDay(clock.getZone()).toInstant()))
                .param("system", Dossiers.SYSTEM)
                .param("actions", Arrays.stream(Action.values()).map(Action::id).toArray(String[]::new))
                .param("unit", unit.value())
                .query((row, index) -> new Taken(UnitPath.of(row.getString("unit_path")),
                        Position.of(row.getString("position")), prefixes.get(row.getString("prefix")),
                        row.getString("task"), row.getInt("working_days"), row.getObject("given_days", Integer.class),
                        row.getLong("steps"))).list();
    }
}
