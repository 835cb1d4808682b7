package vn.phongtrao.workflow;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.RestartProcessInstanceBuilder;

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

    private static Refusal pastTheForm() {
        return Refusal.forbidden("Quy trình chỉ được khởi tạo qua biểu mẫu (submit-form)");
    }
}
