package vn.phongtrao.workflow.session;

import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.ExecutionQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The executions and variables of a dossier's instances, and when its activities began, read in three statements where the
 * engine would read them one by one. What the command changes afterwards is in the same entities, and what it adds the engine knows without
 * reading.
 */
class ReadAhead implements Session {

    private Map<String, List<ExecutionEntity>> executions = Map.of();
    private List<VariableInstanceEntity> variables = List.of();
    private Set<String> ids = Set.of();
    private Map<String, Date> began = Map.of();
    private final Map<String, HistoricProcessInstanceEventEntity> roots = new HashMap<>();

    void read(CommandContext context, String businessKey) {
        var all = context.runWithoutAuthorization(() -> context.getExecutionManager().findExecutionsByQueryCriteria(
                (ExecutionQueryImpl) new ExecutionQueryImpl().processInstanceBusinessKey(businessKey), null));
        executions = all.stream().collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId));
        ids = all.stream().map(ExecutionEntity::getId).collect(Collectors.toCollection(HashSet::new));
        variables = executions.isEmpty() ? List.of() : context.runWithoutAuthorization(() ->
                context.getVariableInstanceManager().findVariableInstanceByQueryCriteria(
                        (VariableInstanceQueryImpl) new VariableInstanceQueryImpl()
                                .processInstanceIdIn(executions.keySet().toArray(String[]::new)), null).stream()
                        .map(VariableInstanceEntity.class::cast).toList());
        began = executions.isEmpty() ? Map.of() : Began.of(context, executions.keySet());
    }

    Optional<List<ExecutionEntity>> executions(String processInstance) {
        return Optional.ofNullable(executions.get(processInstance));
    }

    /** Of the execution itself, not of its task. */
    Optional<List<VariableInstanceEntity>> variablesOf(String execution) {
        return !ids.contains(execution) ? Optional.empty()
                : Optional.of(variables.stream().filter(variable -> execution.equals(variable.getExecutionId())
                        && variable.getTaskId() == null).collect(Collectors.toList()));
    }

    /** Of the task itself. */
    Optional<List<VariableInstanceEntity>> variablesOf(TaskEntity task) {
        return task == null || !executions.containsKey(task.getProcessInstanceId()) ? Optional.empty()
                : Optional.of(variables.stream().filter(variable -> task.getId().equals(variable.getTaskId()))
                        .collect(Collectors.toList()));
    }

    /** When what has not ended began, by the id of the activity's or the process's instance. */
    Optional<Date> began(String instance) {
        return Optional.ofNullable(began.get(instance));
    }

    /** History of the process that called all others, as the command found it first; null before there is any. */
    HistoricProcessInstanceEventEntity root(String instance, Function<String, HistoricProcessInstanceEventEntity> read) {
        return roots.computeIfAbsent(instance, read);
    }

    @Override
    public void flush() {
        // it only reads
    }

    @Override
    public void close() {
        // ends with the command
    }
}
