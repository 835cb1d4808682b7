package vn.phongtrao.workflow.session;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Lists and counts an officer's own tasks, whatever else is asked of them. Here no task has tasks below it. */
class OfficerTasks extends TaskManager {

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        if (!onlyOwn()) {
            return super.findTasksByQueryCriteria(query);
        }
        configureQuery(query);
        return getDbEntityManager().selectList(OwnTasks.LIST, query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        if (!onlyOwn()) {
            return super.findTaskCountByQueryCriteria(query);
        }
        configureQuery(query);
        return (Long) getDbEntityManager().selectOne(OwnTasks.COUNT, query);
    }

    private boolean onlyOwn() {
        return ((OfficerAuthorizations) getAuthorizationManager()).onlyOwnTasks();
    }

    /** Tasks come from processes alone, and those make none. */
    @Override
    public List<Task> findTasksByParentTaskId(String parent) {
        return List.of();
    }

    /** A user task has an execution of its own, and the execution no other task. */
    @Override
    public List<TaskEntity> findTasksByExecutionId(String execution) {
        var known = getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.equals(task.getExecutionId())).toList();
        return known.isEmpty() ? super.findTasksByExecutionId(execution) : new ArrayList<>(known);
    }
}
