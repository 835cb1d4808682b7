package vn.phongtrao.workflow.session;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** History names the definition that runs; it is known by then and need not be read for it. */
class DefinitionsInHistory extends CacheAwareHistoryEventProducer {

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        var known = id == null ? null : Context.getProcessEngineConfiguration().getDeploymentCache()
                .findProcessDefinitionFromCache(id);
        return known == null ? super.getProcessDefinitionEntity(id) : known;
    }
}
