package vn.phongtrao.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.RestartProcessInstanceBuilder;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;

import vn.phongtrao.refusal.Refusal;

/** The engine's runtime service: instances start with a dossier, and so through their form alone. */
class GatedRuntimeService extends RuntimeServiceImpl {

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String definitionId) {
        throw pastTheForm();
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String definitionKey) {
        throw pastTheForm();
    }

    @Override
    public RestartProcessInstanceBuilder restartProcessInstances(String definitionId) {
        throw pastTheForm();
    }

    @Override
    public VariableInstanceQuery createVariableInstanceQuery() {
        return new NumbersForAll(commandExecutor);
    }

    /**
     * Task lists show the dossier's number beside each task. Whoever sees a task may see it, though the engine would ask
     * for permission to read the instance. All other variables stay behind the engine's check.
     */
    private static final class NumbersForAll extends VariableInstanceQueryImpl {

        NumbersForAll(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public List<VariableInstance> executeList(CommandContext context, Page page) {
            Callable<List<VariableInstance>> list = () -> super.executeList(context, page);
            return variableScopeIds != null && Arrays.equals(variableNames, new String[] {"dossierNumber"})
                    ? context.runWithoutAuthorization(list) : super.executeList(context, page);
        }
    }

    private static Refusal pastTheForm() {
        return Refusal.forbidden("Quy trình chỉ được khởi tạo qua biểu mẫu (submit-form)");
    }
}
