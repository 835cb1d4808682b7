package vn.phongtrao.workflow.session;

import java.util.Collection;
import java.util.List;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/** Finds the variables that were read ahead. */
class VariablesReadAhead extends VariableInstanceManager {

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
            String execution, Collection<String> names) {
        return getSession(ReadAhead.class).variablesOf(execution).map(read -> named(read, names))
                .orElseGet(() -> super.findVariableInstancesByExecutionIdAndVariableNames(execution, names));
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
            String task, Collection<String> names) {
        return getSession(ReadAhead.class).variablesOf(getDbEntityManager().getCachedEntity(TaskEntity.class, task))
                .map(read -> named(read, names))
                .orElseGet(() -> super.findVariableInstancesByTaskIdAndVariableNames(task, names));
    }

    private static List<VariableInstanceEntity> named(List<VariableInstanceEntity> read, Collection<String> names) {
        if (names != null && !names.isEmpty()) {
            read.removeIf(variable -> !names.contains(variable.getName()));
        }
        return read;
    }
}
