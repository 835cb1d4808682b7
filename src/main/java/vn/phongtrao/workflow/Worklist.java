package vn.phongtrao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Contents;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Alphabet;
import vn.phongtrao.text.Words;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** What waits for an officer in the engine, and what the officer may start there. */
@Component
public class Worklist {

    /** Priority of tasks that were reminded of; others have 50. */
    static final int URGENT = 75;

    private final Engine engine;
    private final Contents contents;
    private final Units units;
    private final LeftTasks left;
    private final Conclusions conclusions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Worklist(Engine engine, Contents contents, Units units, LeftTasks left, Conclusions conclusions,
             JdbcClient jdbc, Clock clock) {
        this.engine = engine;
        this.contents = contents;
        this.units = units;
        this.left = left;
        this.conclusions = conclusions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A task that the officer can do now.
     *
     * @param step  the same for tasks of the same step, which can be done together
     * @param many  whether a conclusion is all that it asks for
     * @param dueOn the last day, or null
     * @param stop  the stop of the dossier's route, from 1; null outside the review
     * @param urgent whether it was reminded of
     * @param taken whether the officer has taken it, or it is the officer's alone
     * @param left  who took it in a unit that has ended since and holds the post no more, so that it must be given back
     *              before it is done; null for none
     */
    public record Item(String taskId, String taskName, String step, boolean many, DossierNumber dossierNumber,
                       LocalDate dueOn, Integer stop, boolean urgent, boolean taken, String left) {
    }

    /** A task, and the post of an ended unit for which the officer sees it though it is another's; null for none. */
    private record Found(Item item, Post post) {
    }

    /**
     * The officer's tasks, those of the officer's posts that nobody has taken, and those that were left with whoever
     * held a post in a unit that has ended; late ones come first.
     */
    public List<Item> of(Officer officer, int most) {
        return list(officer, null, most);
    }

    /** Those of {@link #of} that belong to a dossier which the text finds; none for a text without letter or digit. */
    public List<Item> find(Officer officer, String text, int most) {
        return list(officer, Words.of(text), most);
    }

    private List<Item> list(Officer officer, Words wanted, int most) {
        return jdbc.sql("""
                        select task.id_, task.name_, task.proc_def_id_, task.task_def_key_, task.due_date_, task.priority_,
                               task.assignee_, instance.business_key_, stop.long_ as stop, other.group_id_ as other
                        from (select distinct on (due_date_, create_time_, id_) * from (
                                  (select * from act_ru_task task where suspension_state_ = 1 and assignee_ = :officer and %1$s
                                   order by due_date_, create_time_, id_ limit :most)
                                  union all
                                  (select task.* from unnest(:posts) post cross join lateral (
                                       select task.* from act_ru_identitylink link join act_ru_task task on task.id_ = link.task_id_
                                       where link.type_ = 'candidate' and link.group_id_ = post and task.suspension_state_ = 1
                                             and task.assignee_ is null and %1$s
                                       order by link.task_due_, link.task_created_, link.task_id_ limit :most) task)
                                  union all
                                  (select * from act_ru_task task where suspension_state_ = 1 and assignee_ <> :officer and %1$s
                                       and id_ in (select task_id_ from act_ru_identitylink where type_ = 'candidate' and group_id_ = any(:ended))
                                   order by due_date_, create_time_, id_ limit :most)) own
                              order by due_date_, create_time_, id_ limit :most) task
                        join act_ru_execution instance on instance.id_ = task.proc_inst_id_
                        left join act_ru_variable stop on stop.execution_id_ = instance.id_ and stop.name_ = 'stop'
                        left join act_ru_identitylink other
                               on other.task_id_ = task.id_ and other.type_ = 'candidate'
                                  and other.group_id_ = any(:ended) and task.assignee_ <> :officer
                        order by task.due_date_, task.create_time_, task.id_
                        limit :most""".formatted(wanted == null ? "true"
                        : "proc_inst_id_ in (select id_ from act_ru_execution join dossier on number = business_key_ where %s)".formatted(
                                wanted.each(DossierRegister.found("word"), "word"))))
                .param("officer", officer.id())
                .param("posts", officer.posts().stream().map(Post::group).toArray(String[]::new))
                .param("ended", left.postsOf(officer).stream().map(Post::group).toArray(String[]::new))
                .params(wanted == null ? Map.<String, Object>of() : wanted.patterns("word")).param("most", most)
                .query(this::found).list().stream()
                .filter(found -> found.post() == null || left.left(found.post(), found.item().left()))
                .map(Found::item).toList();
    }

    private Found found(ResultSet row, int index) throws SQLException {
        var due = row.getTimestamp("due_date_");
        var stop = row.getObject("stop", Long.class);
        var assignee = row.getString("assignee_");
        var other = row.getString("other");
        var step = new Conclusions.Step(row.getString("proc_def_id_"), row.getString("task_def_key_"));
        return new Found(new Item(row.getString("id_"), row.getString("name_"), step.toString(),
                conclusions.suffice(step, row.getString("id_")), DossierNumber.of(row.getString("business_key_")),
                due == null ? null : LocalDate.ofInstant(due.toInstant(), clock.getZone()), stop == null ? null
                : stop.intValue(), row.getInt("priority_") >= URGENT, assignee != null && other == null,
                other == null ? null : assignee),
                other == null ? null : Post.ofGroup(other).orElseThrow());
    }

    /**
     * A process that can be started.
     *
     * @param about what it is for, one sentence
     */
    public record Offer(String process, String name, String about) {
    }

    /** What the officer may start: dossiers are opened by the police officers of a unit. */
    public List<Offer> offers(Officer officer) {
        return originators(officer, units).isEmpty() ? List.of()
                : engine.unchecked(() -> engine.services().getRepositoryService().createProcessDefinitionQuery()
                        .processDefinitionKeysIn(contents.processes().toArray(String[]::new)).latestVersion().active()
                        .startableInTasklist().list().stream().map(Worklist::offer)
                        .sorted(Comparator.comparing(Offer::name, Alphabet.ORDER)).toList());
    }

    /** The units for which the officer opens dossiers. */
    static List<UnitPath> originators(Officer officer, Units units) {
        return officer.unitsAs(Position.POLICE_OFFICER).stream().filter(path -> units.inForce(path).isPresent())
                .toList();
    }

    /** The same. @throws Refusal forbidden, for those who open none */
    static List<UnitPath> requireOriginators(Officer officer, Units units) {
        var mine = originators(officer, units);
        if (mine.isEmpty()) {
            throw Refusal.forbidden("Chỉ cán bộ Công an của một đơn vị được lập hồ sơ");
        }
        return mine;
    }

    private static Offer offer(ProcessDefinition process) {
        return new Offer(process.getKey(), process.getName(), firstSentence(process.getDescription()));
    }

    private static String firstSentence(String text) {
        return text == null ? "" : text.strip().split("(?<=\\.)\\s+", 2)[0];
    }
}
