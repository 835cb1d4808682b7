package vn.phongtrao.workflow.session;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;

/** Finds the executions that were read ahead. */
class ExecutionsReadAhead extends ExecutionManager {

    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
        return getSession(ReadAhead.class).executions(instance).<List<ExecutionEntity>>map(ArrayList::new)
                .orElseGet(() -> super.findExecutionsByProcessInstanceId(instance));
    }
}
