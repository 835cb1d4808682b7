package vn.phongtrao.workflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.springframework.stereotype.Component;

/** What tasks are called in the models that are deployed now. Names are kept for a minute. */
@Component
class TaskNames {

    private final DeployedModels models;
    private final Cache<String, Map<String, String>> names = Caffeine.newBuilder()
            .maximumSize(100).expireAfterWrite(Duration.ofMinutes(1)).build();

    TaskNames(DeployedModels models) {
        this.models = models;
    }

    /** The names by key, those of the processes that it calls included. */
    Map<String, String> of(String process) {
        return names.get(process, this::read);
    }

    private Map<String, String> read(String process) {
        Map<String, String> found = new HashMap<>();
        models.of(process).forEach(model -> model.getModelElementsByType(Task.class)
                .forEach(task -> found.putIfAbsent(task.getId(), task.getName())));
        return found;
    }
}
