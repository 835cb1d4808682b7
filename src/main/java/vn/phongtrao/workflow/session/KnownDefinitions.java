package vn.phongtrao.workflow.session;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

import vn.phongtrao.workflow.session.RecentDefinitions.Deployed;

/**
 * Reads a process definition again only when the last time is some seconds ago. All of it but its suspension is fixed
 * when it is deployed; suspended on another node, it is so here some seconds later.
 */
class KnownDefinitions extends ProcessDefinitionManager {

    private final RecentDefinitions recent;

    KnownDefinitions(RecentDefinitions recent) {
        this.recent = recent;
    }

    /** Asked before a definition is read to run it. */
    @Override
    public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
        var inCommand = super.getCachedResourceDefinitionEntity(id);
        return inCommand == null && recent.has(id) ? deployed(id) : inCommand;
    }

    /** Asked to read a definition to run it. */
    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        var definition = super.findLatestDefinitionById(id);
        if (definition != null) {
            recent.add(id);
        }
        return definition;
    }

    /** Asked by call activities. */
    @Override
    public ProcessDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
        var called = new Deployed(deployment, key);
        var id = recent.id(called);
        var known = id == null ? null : getCachedResourceDefinitionEntity(id);
        if (known != null) {
            return known;
        }
        var definition = super.findDefinitionByDeploymentAndKey(deployment, key);
        if (definition != null) {
            recent.add(called, definition.getId());
        }
        return definition;
    }

    private ProcessDefinitionEntity deployed(String id) {
        return getCommandContext().getProcessEngineConfiguration().getDeploymentCache()
                .findProcessDefinitionFromCache(id);
    }

    @Override
    public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateById(id, state);
        recent.clear();
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateByKey(key, state);
        recent.clear();
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(String key, String tenant,
                                                                       SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenant, state);
        recent.clear();
    }
}
