package vn.phongtrao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
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

    /** One that is suspended is not late. */
    private static final String LATE = "task.suspension_state_ = 1 and task.due_date_ is not null and task.due_date_ < :now";
    /** Of posts: the days stand beside the candidates, see {@link TasksInOrder}. The task itself is not read where nothing is asked of it. */
    private static final String OF_POSTS = """
            select cast(link.group_id_ as text) as post, link.task_id_ as id, link.task_due_ as due, link.task_created_ as since,
                   task.assignee_ as holder, %s as late
            from act_ru_identitylink link left join act_ru_task task on task.id_ = link.task_id_
            where link.type_ = 'candidate' and link.group_id_ is not null and link.task_id_ is not null""".formatted(LATE);
    /** A vote has no candidates: it is its member's, in the council of the unit that decides. */
    private static final String VOTES = """
            select regexp_replace(dossier.decider, '[^/]*$', 'council-member') as post, task.id_ as id, task.due_date_ as due,
                   task.create_time_ as since, task.assignee_ as holder, %s as late
            from act_ru_task task
            join act_ru_execution execution on execution.id_ = task.proc_inst_id_
            join dossier on dossier.number = execution.business_key_
            where task.of_person_ and task.assignee_ is not null and not exists (
                select from act_ru_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate')""".formatted(LATE);
    private static final String UNIT = "regexp_replace(post, '/[^/]*$', '')";
    private static final String POSITION = "regexp_replace(post, '^.*/', '')";
    /** The dossiers are looked up for those of a page alone. */
    private static final String SHOWN = """
            select post, id, due, since, %s as unit_path, %s as position, task.name_ as task_name, task.assignee_ as holder, %s as late,
                   task.suspension_state_ <> 1 as suspended,
                   (select business_key_ from act_ru_execution where id_ = task.proc_inst_id_) as dossier_number,
                   (select title from act_ru_execution execution join dossier on dossier.number = execution.business_key_
                    where execution.id_ = task.proc_inst_id_) as title
            from (%%s) held left join act_ru_task task on task.id_ = held.id""".formatted(UNIT, POSITION, LATE);
    private static final String LIST = "(%s) shown".formatted(SHOWN.formatted(
            "select post, id, due, since from (%s union all %s) either".formatted(OF_POSTS, VOTES)));
    private static final String IN_ORDER = SHOWN.formatted("""
            select * from (
                select found.* from unnest(:posts) one cross join lateral (
                    select post, id, due, since from (%s) part where post = one and %%1$s %%2$s limit :limit + :offset) found
                union all
                (select post, id, due, since from (%s) part where %%1$s %%2$s limit :limit + :offset)) first
            %%2$s limit :limit offset :offset""".formatted(OF_POSTS, VOTES));
    /** Posts that have a task: of those with candidates the next one of the index, and so on. */
    private static final String POSTS = """
            with recursive of_posts as (
                (select group_id_ from act_ru_identitylink where type_ = 'candidate' order by group_id_ limit 1)
                union all
                select (select link.group_id_ from act_ru_identitylink link where link.type_ = 'candidate' and link.group_id_ > of_posts.group_id_
                        order by link.group_id_ limit 1)
                from of_posts where group_id_ is not null)
            select post from (
                select post, %s as unit_path, %s as position from (
                    select group_id_ as post from of_posts where group_id_ is not null union select post from (%s) vote) each) placed
            where """.formatted(UNIT, POSITION, VOTES);

    /** Tasks of posts below are not read, but for those that are suspended past their last day, which are not late. */
    private static final String LOADS = """
            with counted as (
                select post, sum(open) as open, sum(late) as late, min(oldest) as oldest
                from (
                    select cast(group_id_ as text) as post, count(*) as open, count(*) filter (where task_due_ < :now) as late,
                           min(task_created_) as oldest
                    from act_ru_identitylink
                    where type_ = 'candidate' and group_id_ = any(:posts) and task_id_ is not null group by group_id_
                    union all
                    select link.group_id_, 0, - count(*), null
                    from act_ru_task task join act_ru_identitylink link on link.task_id_ = task.id_
                    where task.suspension_state_ <> 1 and task.due_date_ < :now and link.type_ = 'candidate' and link.group_id_ = any(:posts)
                    group by link.group_id_
                    union all
                    select post, 1, case when late then 1 else 0 end, since from (%2$s) vote where post = any(:posts)) each
                group by post),
            taken as (
                select post, holder, count(*) as open, count(*) filter (where late) as late, min(since) as oldest
                from (%1$s and task.assignee_ is not null union all %2$s) held where post = any(:own) group by post, holder),
            untaken as (
                select post, null, counted.open - coalesce(sum(taken.open), 0) as open, counted.late - coalesce(sum(taken.late), 0) as late,
                       case when count(taken.post) = 0 then counted.oldest else (
                           select since from (%1$s) waiting where waiting.post = counted.post and holder is null order by since limit 1) end as oldest
                from counted left join taken using (post) group by post, counted.open, counted.late, counted.oldest)
            select loads.*, %3$s as unit_path, %4$s as position
            from (select * from taken union all select * from untaken where open > 0) loads
            order by unit_path, position, holder nulls first""".formatted(OF_POSTS, VOTES, UNIT, POSITION);

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
                .inOrder(IN_ORDER, "dueOn", "since")
                .with("now", now())
                .where("post = any(:posts)", "posts", posts(filter.unit(), filter.position(), seen))
                .where("holder = :holder", "holder", filter.holder())
                .where("(holder is not null) = :taken", "taken", filter.taken())
                .where("late = :late", "late", filter.late())
                .where("""
                        id in (select id_ from act_ru_task where proc_inst_id_ in (
                            select id_ from act_ru_execution where business_key_ = upper(:dossier)))""", "dossier", filter.dossierNumber())
                .page(ordered(pageable));
    }

    /** By last day and then by coming, as the index has it. */
    private static Pageable ordered(Pageable pageable) {
        var by = pageable.getSort().getOrderFor("dueOn");
        return by != null && pageable instanceof PageRequest page && page.getSort().stream().count() == 1
                ? page.withSort(page.getSort().and(Sort.by(by.getDirection(), "since"))) : pageable;
    }

    /** The posts that have tasks. @param unit with all below it; null, as the position, for all */
    private String[] posts(UnitPath unit, Position position, Seen seen) {
        return jdbc.sql(POSTS + Seen.CONDITION + " and (:position is null or position = :position) and (:unit is null or %s)".formatted(
                        RegisterQuery.underUnit("unit_path")))
                .param("now", now()).param("all", seen.all()).param("below", UnitPath.values(seen.below()))
                .param("alone", UnitPath.values(seen.alone())).param("position", position == null ? null : position.id(), Types.VARCHAR)
                .param("unit", unit == null ? null : unit.value(), Types.VARCHAR).query(String.class).list().toArray(String[]::new);
    }

    /**
     * How much a post has to do, or one person of it.
     *
     * @param holder user name; null for what nobody has taken, and for a post as a whole
     * @param oldest when the one came that waits longest
     */
    public record Load(UnitPath unitPath, Position position, String holder, long open, long late, Instant oldest) {
    }

    /** Those of the unit itself by holder, those below it by post. */
    public List<Load> loads(UnitPath unit, Seen seen) {
        var posts = posts(unit, null, seen);
        var own = Stream.of(posts).filter(post -> post.substring(0, post.lastIndexOf('/')).equals(unit.value())).toArray(String[]::new);
        // units are told from posts once they are counted
        return jdbc.sql(LOADS).param("now", now()).param("posts", posts).param("own", own)
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
