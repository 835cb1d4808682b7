package vn.phongtrao.workflow;

import java.util.Map;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

import vn.phongtrao.refusal.Refusal;

/** The engine's task service: completing a task is submitting its form, whatever method is called. */
class GatedTaskService extends TaskServiceImpl {

    private final ObjectProvider<FormGate> gate;
    private final FormService forms;

    GatedTaskService(ObjectProvider<FormGate> gate, FormService forms) {
        this.gate = gate;
        this.forms = forms;
    }

    @Override
    public void claim(String taskId, String userId) {
        gate.getObject().claim(taskId, userId, () -> forms.getDeployedTaskForm(taskId),
                () -> super.claim(taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        gate.getObject().reassign(taskId, userId, () -> super.setAssignee(taskId, userId));
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        forms.submitTaskForm(taskId, variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables,
                                                     boolean deserialize) {
        return forms.submitTaskFormWithVariablesInReturn(taskId, variables, deserialize);
    }

    @Override
    public Task newTask() {
        throw withoutProcess();
    }

    @Override
    public Task newTask(String taskId) {
        throw withoutProcess();
    }

    @Override
    public void resolveTask(String taskId) {
        throw delegation();
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw delegation();
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        throw delegation();
    }

    private static Refusal withoutProcess() {
        return Refusal.forbidden("Nhiệm vụ chỉ phát sinh từ quy trình của hồ sơ");
    }

    private static Refusal delegation() {
        return Refusal.forbidden("Không ủy quyền nhiệm vụ; người có thẩm quyền tự xử lý");
    }
}
