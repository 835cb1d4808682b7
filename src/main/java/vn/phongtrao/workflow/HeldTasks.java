package vn.phongtrao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** All open tasks of a province: at which post they are, and who has taken them. */
@Repository
@Transactional(readOnly = true)
public class HeldTasks {

    private static final Sortable SORTABLE = Sortable.by("id", "dueOn=due", "since", "unitPath", "position", "holder",
            "dossierNumber", "taskName");

    /** A vote has no candidates: it is its member's, in the council of the unit that decides. */
    private static final String TASKS = """
            select link.group_id_ as post, task.*
            from act_ru_task task
            join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate' and link.group_id_ is not null
            union all
            select regexp_replace(dossier.decider, '[^/]*$', 'council-member'), task.*
            from act_ru_task task
            join act_ru_execution instance on instance.id_ = task.proc_inst_id_
            join dossier on dossier.number = instance.business_key_
            where task.assignee_ is not null and not exists (
                select from act_ru_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate')""";
    private static final String UNIT = "regexp_replace(post, '/[^/]*$', '')";
    /** One that is suspended is not late. */
    private static final String LATE = "(task.suspension_state_ = 1 and task.due_date_ is not null and task.due_date_ < :now)";
    /** The dossiers are looked up for those of a page alone. */
    private static final String LIST = """
            (select task.id_ as id, post, %s as unit_path, regexp_replace(post, '^.*/', '') as position, task.name_ as task_name,
                    task.task_def_key_ as task, task.assignee_ as holder, task.create_time_ as since,
                    task.due_date_ as due, %s as late, task.suspension_state_ <> 1 as suspended,
                    (select business_key_ from act_ru_execution where id_ = task.proc_inst_id_) as dossier_number,
                    (select title from act_ru_execution instance join dossier on dossier.number = instance.business_key_
                     where instance.id_ = task.proc_inst_id_) as title
             from (%s) task) held""".formatted(UNIT, LATE, TASKS);

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Of which units somebody sees the tasks.
     *
     * @param all   whether of every unit
     * @param below units, with all below them
     * @param alone units without those below
     */
    public record Seen(boolean all, Collection<UnitPath> below, Collection<UnitPath> alone) {

        /** A post lies below its unit's path. */
        static final String CONDITION = """
                (:all or exists (select from unnest(:below) root where starts_with(post, root || '/'))
                    or cardinality(:alone) > 0 and %s = any(:alone))""".formatted(UNIT);

        public boolean nothing() {
            return !all && below.isEmpty() && alone.isEmpty();
        }
    }

    /**
     * An open task.
     *
     * @param unitPath of the post that has it
     * @param holder   user name of who has taken it; null where nobody has
     * @param since    when it came to the post
     * @param dueOn    the last day; null without one
     * @param late     whether that has passed while the dossier was not suspended
     */
    public record Held(String id, String taskName, DossierNumber dossierNumber, String title, UnitPath unitPath,
                       Position position, String holder, Instant since, LocalDate dueOn, boolean late,
                       boolean suspended) {

        public Post post() {
            return new Post(unitPath, position);
        }
    }

    /** What a list is asked for; null leaves a criterion out. */
    public record Filter(UnitPath unit, Position position, String holder, Boolean taken, Boolean late, String dossierNumber) {
    }

    public Page<Held> list(Filter filter, Seen seen, Pageable pageable) {
        return new RegisterQuery<>(jdbc, LIST, SORTABLE, this::held)
                .with("now", now())
                .where(Seen.CONDITION, "all", seen.all()).with("below", UnitPath.values(seen.below()))
                .with("alone", UnitPath.values(seen.alone()))
                .under("unit_path", filter.unit())
                .where("position = :position", "position", filter.position() == null ? null : filter.position().id())
                .where("holder = :holder", "holder", filter.holder())
                .where("(holder is not null) = :taken", "taken", filter.taken())
                .where("late = :late", "late", filter.late())
                .where("""
                        id in (select id_ from act_ru_task where proc_inst_id_ in (
                            select id_ from act_ru_execution where business_key_ = upper(:dossier)))""", "dossier", filter.dossierNumber())
                .page(pageable);
    }

    /**
     * How much one person has of a post's tasks, or lies there untaken.
     *
     * @param holder user name; null for what nobody has taken
     * @param oldest when the one came that waits longest
     */
    public record Load(UnitPath unitPath, Position position, String holder, long open, long late, Instant oldest) {
    }

    /** @param unit with all below it */
    public List<Load> loads(UnitPath unit, Seen seen) {
        // units are told from posts once they are counted
        return jdbc.sql("""
                        select * from (
                            select %s as unit_path, regexp_replace(post, '^.*/', '') as position,
                                   counted.*
                            from (select task.post, task.assignee_ as holder, count(*) as open,
                                         count(*) filter (where %s) as late, min(task.create_time_) as oldest
                                  from (%s) task group by task.post, task.assignee_) counted) placed
                        where %s and %s order by unit_path, position, holder nulls first"""
                        .formatted(UNIT, LATE, TASKS, Seen.CONDITION, RegisterQuery.underUnit("unit_path")))
                .param("now", now()).param("all", seen.all()).param("below", UnitPath.values(seen.below()))
                .param("alone", UnitPath.values(seen.alone())).param("unit", unit.value())
                .query((row, index) -> new Load(UnitPath.of(row.getString("unit_path")),
                        Position.of(row.getString("position")), row.getString("holder"), row.getLong("open"),
                        row.getLong("late"), row.getTimestamp("oldest").toInstant())).list();
    }

    private Held held(ResultSet row, int index) throws SQLException {
        var due = row.getTimestamp("due");
        return new Held(row.getString("id"), row.getString("task_name"), DossierNumber.of(row.getString("dossier_number")),
                row.getString("title"), UnitPath.of(row.getString("unit_path")), Position.of(row.getString("position")),
                row.getString("holder"), row.getTimestamp("since").toInstant(),
                due == null ? null : LocalDate.ofInstant(due.toInstant(), clock.getZone()), row.getBoolean("late"),
                row.getBoolean("suspended"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
