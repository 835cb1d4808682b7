package vn.phongtrao.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.springframework.stereotype.Component;

/** The models that are deployed now. */
@Component
class DeployedModels {

    private final Engine engine;

    DeployedModels(Engine engine) {
        this.engine = engine;
    }

    /** A process and those that it calls, itself first; none where there is no such process. */
    List<BpmnModelInstance> of(String process) {
        return engine.unchecked(() -> read(process));
    }

    private List<BpmnModelInstance> read(String process) {
        var repository = engine.services().getRepositoryService();
        List<BpmnModelInstance> models = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(process));
        while (!left.isEmpty()) {
            var key = left.remove();
            var definition = repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion()
                    .singleResult();
            if (definition == null || !seen.add(key)) {
                continue;
            }
            var model = repository.getBpmnModelInstance(definition.getId());
            models.add(model);
            model.getModelElementsByType(CallActivity.class).stream().map(CallActivity::getCalledElement)
                    .filter(Objects::nonNull).forEach(left::add);
        }
        return models;
    }
}
