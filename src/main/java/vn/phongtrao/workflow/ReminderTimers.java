package vn.phongtrao.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.DossierProcess.Waiting;
import vn.phongtrao.dossier.ReminderDates;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The timers that remind of tasks. The engine makes such a timer before its task, without a date of its own; it follows
 * the last day of the task, whoever sets that. The timer of an activity with several tasks, at once or one after the
 * other, follows the one that came or was moved last.
 */
@Component
class ReminderTimers {

    /** By which the engine knows them: kind and expression of the event. */
    static final String CONFIGURATION = "DATE: ${reminders.later()}";

    private final Dossiers dossiers;
    private final ObjectProvider<ReminderDates> dates;
    private final Clock clock;

    ReminderTimers(Dossiers dossiers, ObjectProvider<ReminderDates> dates, Clock clock) {
        this.dossiers = dossiers;
        this.dates = dates;
        this.clock = clock;
    }

    @EventListener
    void follow(TaskEntity task) {
        if (task.getDueDate() != null) {
            switch (task.getEventName()) {
                case TaskListener.EVENTNAME_CREATE -> timer(task).ifPresent(timer ->
                        timer.setDuedate(dates.getObject().first(waiting(task))));
                case TaskListener.EVENTNAME_UPDATE -> timer(task)
                        .filter(timer -> task.getPropertyChanges().containsKey(TaskEntity.DUE_DATE))
                        .ifPresent(timer -> timer.setDuedate(dates.getObject().next(waiting(task))));
                default -> {
                    // the timer goes with its activity
                }
            }
        }
    }

    /** A task that is to be done by a day. */
    Waiting waiting(TaskEntity task) {
        var number = TaskContent.dossierNumber(task);
        var stop = (Number) task.getExecution().getVariable(TaskCards.STOP);
        var posts = task.getCandidates().stream().map(IdentityLink::getGroupId)
                .flatMap(group -> Post.ofGroup(String.valueOf(group)).stream()).collect(Collectors.toSet());
        return new Waiting(number, task.getId(), task.getTaskDefinitionKey(), stop == null ? null : stop.intValue(),
                task.getCreateTime().toInstant(), LocalDate.ofInstant(task.getDueDate().toInstant().minusNanos(1),
                        clock.getZone()), task.getAssignee(), posts.isEmpty()
                        ? Set.of(new Post(dossiers.require(number).decider().unitPath(), Position.COUNCIL_MEMBER)) : posts);
    }

    private static Optional<JobEntity> timer(TaskEntity task) {
        var activity = task.getExecution().getActivity();
        var events = Stream.of(activity, activity.getFlowScope()).flatMap(scope ->
                TimerDeclarationImpl.getDeclarationsForScope(scope).entrySet().stream())
                .filter(declared -> declared.getValue().getJobConfiguration().equals(CONFIGURATION))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        return events.isEmpty() ? Optional.empty() : jobs(task.getExecution()).filter(job ->
                job.getJobHandlerConfiguration() instanceof TimerJobConfiguration timer
                        && events.contains(timer.getTimerElementKey())).findFirst();
    }

    /** Those of the task's execution, and of the one around several tasks. */
    private static Stream<JobEntity> jobs(ExecutionEntity execution) {
        return Stream.iterate(execution, at -> at != null && !at.isProcessInstanceExecution(), ExecutionEntity::getParent)
                .limit(2).flatMap(at -> at.getJobs().stream());
    }
}
