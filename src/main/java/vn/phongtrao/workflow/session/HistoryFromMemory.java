package vn.phongtrao.workflow.session;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Tells history from what is known already: the definition that runs, and until when the history of a dossier is kept, which
 * is fixed when it begins and read once a command.
 */
class HistoryFromMemory extends CacheAwareHistoryEventProducer {

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        var known = id == null ? null : Context.getProcessEngineConfiguration().getDeploymentCache()
                .findProcessDefinitionFromCache(id);
        return known == null ? super.getProcessDefinitionEntity(id) : known;
    }

    /** Only what is new is asked until when it is kept. */
    @Override
    protected void provideRemovalTime(HistoryEvent event) {
        if (!event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE)
                && !event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
            super.provideRemovalTime(event);
        }
    }

    @Override
    protected HistoricProcessInstanceEventEntity getHistoricRootProcessInstance(String id) {
        return Context.getCommandContext().getSession(ReadAhead.class).root(id, super::getHistoricRootProcessInstance);
    }
}
