package vn.phongtrao.workflow;

import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.TaskArrived;
import vn.phongtrao.dossier.TaskEnded;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** Tells of user tasks that come and go, in words that the other modules know. The engine's starter tells it here. */
@Component
class TaskNews {

    private final Dossiers dossiers;
    private final ApplicationEventPublisher events;

    TaskNews(Dossiers dossiers, ApplicationEventPublisher events) {
        this.dossiers = dossiers;
        this.events = events;
    }

    @EventListener
    void tell(TaskEntity task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> places(task).forEach(place -> events.publishEvent(
                    new TaskArrived(place.dossier, task.getTaskDefinitionKey(), place.stop, place.post, place.user)));
            case TaskListener.EVENTNAME_COMPLETE -> ended(task);
            case TaskListener.EVENTNAME_DELETE -> {
                // a process may have lost its dossier, see Strays
                if (dossiers.find(TaskContent.dossierNumber(task).value()).isPresent()) {
                    ended(task);
                }
            }
            default -> {
                // what changes in between is told by whoever changes it
            }
        }
    }

    private void ended(TaskEntity task) {
        places(task).forEach(place -> events.publishEvent(new TaskEnded(place.dossier, task.getTaskDefinitionKey(), place.stop,
                place.post, place.user)));
    }

    private record Place(Dossier dossier, Integer stop, Post post, String user) {
    }

    /** A task belongs to the posts that are its candidates; a council member's vote to the member alone. */
    private List<Place> places(TaskEntity task) {
        var dossier = dossiers.require(TaskContent.dossierNumber(task));
        var stop = (Number) task.getExecution().getVariable(TaskCards.STOP);
        var number = stop == null ? null : Integer.valueOf(stop.intValue());
        var candidates = task.getCandidates().stream().map(IdentityLink::getGroupId)
                .flatMap(group -> group == null ? Stream.empty() : Post.ofGroup(group).stream())
                .map(post -> new Place(dossier, number, post, null)).toList();
        return candidates.isEmpty() && task.getAssignee() != null ? List.of(new Place(dossier, number,
                new Post(dossier.decider().unitPath(), Position.COUNCIL_MEMBER), task.getAssignee())) : candidates;
    }
}
