package vn.phongtrao.workflow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

import vn.phongtrao.refusal.Refusal;

/** The engine's form service, bound to dossiers: forms are filled from the dossier and submitted through the gate. */
class GatedFormService extends FormServiceImpl {

    private final ObjectProvider<FormGate> gate;
    private final ObjectProvider<TaskContent> content;

    GatedFormService(ObjectProvider<FormGate> gate, ObjectProvider<TaskContent> content) {
        this.gate = gate;
        this.content = content;
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, Map<String, Object> submitted) {
        return submitStartForm(definitionId, null, submitted);
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, String businessKey, Map<String, Object> submitted) {
        return gate.getObject().start(new FormGate.Definition(definitionId, key(definitionId)), businessKey, submitted,
                () -> getDeployedStartForm(definitionId),
                (number, routing) -> super.submitStartForm(definitionId, number, routing));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(String definitionId, Map<String, String> submitted) {
        return submitStartForm(definitionId, null, (Map) submitted);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(String definitionId, String businessKey,
                                               Map<String, String> submitted) {
        return submitStartForm(definitionId, businessKey, (Map) submitted);
    }

    @Override
    public VariableMap getStartFormVariables(String definitionId, Collection<String> names, boolean deserialize) {
        var none = super.getStartFormVariables(definitionId, Set.of(""), deserialize);
        return filled(none, gate.getObject().options(key(definitionId)), names);
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> submitted) {
        submitTaskFormWithVariablesInReturn(taskId, submitted, false);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> submitted,
                                                           boolean deserialize) {
        return gate.getObject().complete(taskId, submitted, () -> getDeployedTaskForm(taskId),
                routing -> super.submitTaskFormWithVariablesInReturn(taskId, routing, deserialize));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        var none = super.getTaskFormVariables(taskId, Set.of(""), deserialize);
        return filled(none, content.getObject().ofTask(taskId), names);
    }

    @Override
    public Object getRenderedStartForm(String definitionId, String formEngine) {
        throw notRendered();
    }

    @Override
    public Object getRenderedStartForm(String definitionId) {
        throw notRendered();
    }

    @Override
    public Object getRenderedTaskForm(String taskId, String formEngine) {
        throw notRendered();
    }

    @Override
    public Object getRenderedTaskForm(String taskId) {
        throw notRendered();
    }

    private static Refusal notRendered() {
        return Refusal.forbidden("Máy chủ không dựng biểu mẫu; hãy dùng biểu mẫu đã nạp (deployed-form)");
    }

    private static VariableMap filled(VariableMap variables, Map<String, Object> shown, Collection<String> names) {
        var asked = new LinkedHashMap<>(shown);
        if (names != null) {
            asked.keySet().retainAll(names);
        }
        variables.putAll(Submission.variables(asked));
        return variables;
    }

    private String key(String definitionId) {
        return commandExecutor.execute(context -> context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId).getKey());
    }
}
