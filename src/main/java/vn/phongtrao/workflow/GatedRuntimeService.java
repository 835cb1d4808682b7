package vn.phongtrao.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.RestartProcessInstanceBuilder;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.springframework.beans.factory.ObjectProvider;

import vn.phongtrao.refusal.Refusal;

/** The engine's runtime service: whoever calls it starts instances with a dossier, and so through their form alone. */
class GatedRuntimeService extends RuntimeServiceImpl {

    private final ObjectProvider<TaskCards> cards;

    GatedRuntimeService(ObjectProvider<TaskCards> cards) {
        this.cards = cards;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String definitionId) {
        throw pastTheForm();
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String definitionKey) {
        throw pastTheForm();
    }

    /** Starts the process of a dossier that was opened without a form. */
    ProcessInstance start(String key, String businessKey, Map<String, Object> variables) {
        return super.createProcessInstanceByKey(key).businessKey(businessKey).setVariables(variables).execute();
    }

    @Override
    public RestartProcessInstanceBuilder restartProcessInstances(String definitionId) {
        throw pastTheForm();
    }

    @Override
    public VariableInstanceQuery createVariableInstanceQuery() {
        return new CardsForAll();
    }

    /**
     * Task lists show the dossier beside each task. Whoever sees a task may see that, though the engine would ask for
     * permission to read the instance. All other variables stay behind the engine's check.
     */
    private final class CardsForAll extends VariableInstanceQueryImpl {

        CardsForAll() {
            super(GatedRuntimeService.this.commandExecutor);
        }

        @Override
        public List<VariableInstance> executeList(CommandContext context, Page page) {
            if (variableScopeIds == null || variableNames == null
                    || !TaskCards.NAMES.equals(Set.copyOf(Arrays.asList(variableNames)))) {
                return super.executeList(context, page);
            }
            variableNameIn(TaskCards.KEPT);
            Callable<List<VariableInstance>> kept = () -> super.executeList(context, page);
            return cards.getObject().of(context.runWithoutAuthorization(kept));
        }
    }

    private static Refusal pastTheForm() {
        return Refusal.forbidden("Quy trình chỉ được khởi tạo qua biểu mẫu (submit-form)");
    }
}
