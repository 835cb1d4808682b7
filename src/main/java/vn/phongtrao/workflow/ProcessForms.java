package vn.phongtrao.workflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

import vn.phongtrao.workflow.form.Form;

/** The forms that are deployed now, by the processes that can be started. */
@Component
public class ProcessForms {

    private final Engine engine;
    private final DeployedModels models;

    ProcessForms(Engine engine, DeployedModels models) {
        this.engine = engine;
        this.models = models;
    }

    /**
     * A process that can be started.
     *
     * @param tasks the forms of its tasks and of those of the processes it calls
     */
    public record Startable(String key, String name, String about, FormOf start, List<FormOf> tasks) {
    }

    /**
     * The form of a start or of a task.
     *
     * @param id   the form's
     * @param name what the start or task is called
     */
    public record FormOf(String id, String name, Form form) {
    }

    /** In the order of their keys. */
    public List<Startable> startable() {
        return engine.unchecked(() -> engine.inOneCommand(context -> engine.services().getRepositoryService()
                .createProcessDefinitionQuery().latestVersion().active().startableInTasklist()
                .orderByProcessDefinitionKey().asc().list().stream()
                .map(process -> startable(process, context)).toList()));
    }

    private Startable startable(ProcessDefinition process, CommandContext context) {
        var called = models.of(process.getKey());
        var start = elements(called.stream().limit(1), StartEvent.class)
                .flatMap(event -> form(event.getCamundaFormRef(), event.getName(), process, context)).findFirst();
        var tasks = elements(called.stream(), UserTask.class)
                .flatMap(task -> form(task.getCamundaFormRef(), task.getName(), process, context)).toList();
        return new Startable(process.getKey(), process.getName(), process.getDescription(), start.orElseThrow(), tasks);
    }

    private static <T extends ModelElementInstance> Stream<T> elements(
            Stream<BpmnModelInstance> models, Class<T> type) {
        return models.flatMap(model -> model.getModelElementsByType(type).stream());
    }

    /** @param reference names the form; the called processes put the calling one's key before it */
    private Stream<FormOf> form(String reference, String name, ProcessDefinition process, CommandContext context) {
        return Optional.ofNullable(reference).map(text -> text.replace("${process}", process.getKey())).stream()
                .map(id -> new FormOf(id, name, read(id, process.getDeploymentId(), context)));
    }

    private Form read(String id, String deployment, CommandContext context) {
        var form = context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deployment, id);
        return Form.read(engine.services().getRepositoryService()
                .getResourceAsStream(deployment, form.getResourceName()));
    }
}
