package vn.phongtrao.workflow.session;

import java.util.Set;

import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The history that paths of dossiers read: instances and activities, with who did them. Of tasks, variables and form fields
 * the engine keeps none: who did, was asked and decided what stands in the dossier's steps. To the database it is
 * {@code audit}.
 */
class StepHistory extends HistoryLevelAudit {

    private static final HistoryLevelActivity ACTIVITIES = new HistoryLevelActivity();
    private static final Set<HistoryEventType> TASKS = Set.of(HistoryEventTypes.TASK_INSTANCE_CREATE,
            HistoryEventTypes.TASK_INSTANCE_UPDATE, HistoryEventTypes.TASK_INSTANCE_MIGRATE,
            HistoryEventTypes.TASK_INSTANCE_COMPLETE, HistoryEventTypes.TASK_INSTANCE_DELETE);

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        // asked of no task in particular, it is whether activities name their tasks and who has them
        return (entity == null || !TASKS.contains(type)) && ACTIVITIES.isHistoryEventProduced(type, entity);
    }
}
