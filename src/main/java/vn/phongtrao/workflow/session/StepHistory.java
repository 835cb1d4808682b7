package vn.phongtrao.workflow.session;

import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;

/**
 * The history that paths of dossiers and Cockpit read: instances, activities, tasks. Of variables and form fields the
 * engine keeps no history: what was asked and decided stands in the dossier's steps. To the database it is
 * {@code audit}.
 */
class StepHistory extends HistoryLevelAudit {

    private static final HistoryLevelActivity ACTIVITIES = new HistoryLevelActivity();

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return ACTIVITIES.isHistoryEventProduced(type, entity);
    }
}
