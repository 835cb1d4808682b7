package vn.phongtrao.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.procedure.ProceduresChanged;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.CatalogueLoaded;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/**
 * How many working days steps took. Those of days that are over are kept for a while once they were summed: a step is never changed. One that was begun before
 * midnight and entered after it may be missing as long.
 */
@Repository
@Transactional(readOnly = true)
public class StepTimes {

    /** Whoever asks within this time for the same days, such as to turn a page, is not kept waiting again. */
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_KEPT = 200_000;

    private final Contents contents;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<Days, List<Taken>> over = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumWeight(MOST_KEPT)
            .weigher((Days days, List<Taken> taken) -> 1 + taken.size()).build();

    /** From the first day to before the last. */
    private record Days(UnitPath unit, LocalDate from, LocalDate before) {
    }

    StepTimes(Contents contents, JdbcClient jdbc, Clock clock) {
        this.contents = contents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose task it was, and whose successor a unit is, may be told anew. */
    @EventListener({ProceduresChanged.class, CatalogueLoaded.class})
    void tellAnew() {
        over.invalidateAll();
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
        var end = to.plusDays(1);
        var running = Collections.max(List.of(from, Collections.min(List.of(LocalDate.now(clock), end))));
        return Stream.of(over.get(new Days(unit, from, running), this::sum), sum(new Days(unit, running, end)))
                .flatMap(List::stream).toList();
    }

    private List<Taken> sum(Days days) {
        if (!days.from().isBefore(days.before())) {
            return List.of();
        }
        var prefixes = contents.processes().stream().collect(Collectors.toMap(
                process -> contents.require(process).prefix(), process -> process, (one, same) -> one));
        return jdbc.sql("""
                        select unit_path, position, split_part(dossier_number, '-', 1) as prefix, task, working_days,
                               given_days, count(*) as steps
                        from dossier_step
                        where finished_at >= :from and finished_at < :before and actor <> :system and task <> all(:actions)
                          and %s
                        group by 1, 2, 3, 4, 5, 6""".formatted(RegisterQuery.underUnit("unit_path")))
                .param("from", Timestamp.from(days.from().atStartOfDay(clock.getZone()).toInstant()))
                .param("before", Timestamp.from(days.before().atStartOfDay(clock.getZone()).toInstant()))
                .param("system", Dossiers.SYSTEM)
                .param("actions", Arrays.stream(Action.values()).map(Action::id).toArray(String[]::new))
                .param("unit", days.unit().value())
                .query((row, index) -> new Taken(UnitPath.of(row.getString("unit_path")),
                        Position.of(row.getString("position")), prefixes.get(row.getString("prefix")),
                        row.getString("task"), row.getInt("working_days"), row.getObject("given_days", Integer.class),
                        row.getLong("steps"))).list();
    }
}
