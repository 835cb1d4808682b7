package vn.phongtrao.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.TaskGivenBack;
import vn.phongtrao.unit.Post;

/** Tasks of posts that somebody has taken, and giving them back for whoever does not do it. */
@Component
class TakenTasks {

    private final Engine engine;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    TakenTasks(Engine engine, Dossiers dossiers, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.engine = engine;
        this.dossiers = dossiers;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** A task in somebody's hands. @param posts whose holders may take it */
    record Taken(String taskId, DossierNumber number, String user, List<Post> posts) {
    }

    /** Those of all dossiers, suspended ones too. Votes are not among them: they were never a post's. */
    List<Taken> all() {
        return jdbc.sql("""
                        select task.id_, task.assignee_, instance.business_key_, array_agg(link.group_id_) as posts
                        from act_ru_task task
                        join act_ru_execution instance on instance.id_ = task.proc_inst_id_
                        join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate'
                                                         and link.group_id_ is not null
                        where task.assignee_ is not null
                        group by task.id_, task.assignee_, instance.business_key_ order by task.assignee_, task.id_""")
                .query((row, index) -> new Taken(row.getString("id_"), DossierNumber.of(row.getString("business_key_")),
                        row.getString("assignee_"), posts(Arrays.stream((String[]) row.getArray("posts").getArray()))))
                .list();
    }

    /**
     * Gives a task back to its post, if that person still has it; a note stays with the dossier. Where two nodes do so,
     * the second finds nothing to do.
     *
     * @param why for the note, with the task's name for {@code %s}
     */
    void giveBack(Taken taken, String why) {
        engine.inOneCommand(context -> {
            var dossier = dossiers.lock(taken.number());
            var task = context.getTaskManager().findTaskById(taken.taskId());
            if (task == null || !taken.user().equals(task.getAssignee())) {
                return null;
            }
            var post = posts(task.getCandidates().stream().map(IdentityLink::getGroupId)).get(0);
            task.setAssignee(null);
            task.triggerUpdateEvent();
            dossiers.noteGivenBack(dossier, post, why.formatted(task.getName()));
            events.publishEvent(new TaskGivenBack(dossier, task.getTaskDefinitionKey(), post, taken.user()));
            return null;
        });
    }

    private static List<Post> posts(Stream<String> groups) {
        return groups.flatMap(group -> Post.ofGroup(group).stream()).toList();
    }
}
