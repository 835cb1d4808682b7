package vn.phongtrao.workflow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** What tasks are called in the models that are deployed now. Names are kept for a minute. */
@Component
class TaskNames {

    private final Engine engine;
    private final Cache<String, Map<String, String>> names = Caffeine.newBuilder()
            .maximumSize(100).expireAfterWrite(Duration.ofMinutes(1)).build();

    TaskNames(Engine engine) {
        this.engine = engine;
    }

    /** The names by key, those of the processes that it calls included. */
    Map<String, String> of(String process) {
        return names.get(process, key -> engine.unchecked(() -> read(key)));
    }

    private Map<String, String> read(String process) {
        var repository = engine.services().getRepositoryService();
        Map<String, String> found = new HashMap<>();
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
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> found.putIfAbsent(task.getId(), task.getName()));
            model.getModelElementsByType(CallActivity.class).forEach(call -> left.add(call.getCalledElement()));
        }
        return found;
    }
}
