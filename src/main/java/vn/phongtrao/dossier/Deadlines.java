package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcedureRules;
import vn.phongtrao.procedure.ProcedureRules.About;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.unit.Units;

/**
 * Due dates of tasks in working days, by the procedure's rules. A stop's clock stands still while the
 * originator supplements: the days that a task used before the supplement are taken off when it comes again.
 */
@ProcessBean("deadlines")
@Transactional
public class Deadlines {

    /** In place of a task's key, where a table gives the time of a whole dossier. */
    private static final String WHOLE = "dossier";

    private final Dossiers dossiers;
    private final Stops stops;
    private final Units units;
    private final ProcedureRules rules;
    private final Clock clock;

    Deadlines(Dossiers dossiers, Stops stops, Units units, ProcedureRules rules, Clock clock) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the days of a task depend on; {@code tier} is that of the unit that does it. */
    private record Waiting(String task, String form, String tier, String achievementType) {
    }

    /** @param days working days */
    @RowOf(value = {"*-deadline", "deadline"}, asked = Waiting.class, single = true)
    record Row(int days, String legalBasis) {
    }

    /** The end of the last day of a task at a stop of the route. */
    public Date due(DossierNumber dossierNumber, String task, int stop) {
        var dossier = dossiers.require(dossierNumber);
        var tier = task.equals("supplement") ? units.require(dossier.unitPath()).tier().id()
                : stops.find(dossierNumber, stop).orElseThrow().tier();
        var used = dossiers.stepsOf(dossierNumber).stream()
                .filter(step -> step.task().equals(task) && Objects.equals(step.stop(), stop)
                        && Outcome.RETURN.id().equals(step.outcome()))
                .mapToInt(Step::workingDays).sum();
        return last(dossier, rule(dossier, task, tier), used);
    }

    /** The end of the last day of a task that lies at that tier. */
    public Date dueAt(DossierNumber dossierNumber, String task, String tier) {
        var dossier = dossiers.require(dossierNumber);
        return last(dossier, rule(dossier, task, tier), 0);
    }

    /** The end of the last day of a task whose time runs since that day; it may have passed. */
    public Date dueSince(DossierNumber dossierNumber, String task, LocalDate since) {
        var dossier = dossiers.require(dossierNumber);
        var rule = rule(dossier, task, decidingTier(dossier));
        return end(dossier, rule, since, rule.days());
    }

    /** The end of the last day of a task outside the review. */
    public Date due(DossierNumber dossierNumber, String task) {
        var dossier = dossiers.require(dossierNumber);
        var tier = task.equals("complete-dossier") ? units.require(dossier.unitPath()).tier().id()
                : decidingTier(dossier);
        return last(dossier, rule(dossier, task, tier), 0);
    }

    /**
     * The time that the law gives a whole dossier; empty where it gives none.
     *
     * @param tier  of the unit that decides
     * @param since by the rules of which day
     */
    Optional<Row> ofWhole(String process, String form, String type, String tier, LocalDate since) {
        return rules.rowsOrDefault(process, About.DEADLINE, Days.on(since), new Waiting(WHOLE, form, tier, type),
                Row.class).stream().findFirst();
    }

    private String decidingTier(Dossier dossier) {
        return units.require(dossier.decider().unitPath()).tier().id();
    }

    private Row rule(Dossier dossier, String task, String tier) {
        return rules.row(dossier.process(), About.DEADLINE, Days.on(LocalDate.now(clock)),
                new Waiting(task, dossier.form(), tier, dossier.type()), Row.class);
    }

    /** @param used working days that count already */
    private Date last(Dossier dossier, Row rule, int used) {
        return end(dossier, rule, LocalDate.now(clock), Math.max(rule.days() - used, 1));
    }

    private Date end(Dossier dossier, Row rule, LocalDate since, int days) {
        var last = dossiers.expect(dossier, since, days, rule.legalBasis());
        return Date.from(last.atTime(LocalTime.of(23, 59, 59)).atZone(clock.getZone()).toInstant());
    }
}
