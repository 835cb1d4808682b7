package vn.phongtrao.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** In the order of their keys. A process that is started without a form opens no dossier, and is left out. */
    public List<Startable> startable() {
        return engine.unchecked(() -> engine.inOneCommand(context -> engine.services().getRepositoryService()
                .createProcessDefinitionQuery().latestVersion().active().startableInTasklist()
                .orderByProcessDefinitionKey().asc().list().stream()
                .flatMap(process -> startable(process, models.of(process.getKey()),
                        id -> read(id, process.getDeploymentId(), context)).stream()).toList()));
    }

    /**
     * @param called the process and those it calls, itself first
     * @param forms  finds a deployed form by its id
     */
    static Optional<Startable> startable(ProcessDefinition process, List<BpmnModelInstance> called,
                                         Function<String, Optional<Form>> forms) {
        var tasks = elements(called.stream(), UserTask.class)
                .flatMap(task -> form(task.getCamundaFormRef(), task.getName(), process, forms)).toList();
        return elements(called.stream().limit(1), StartEvent.class)
                .flatMap(event -> form(event.getCamundaFormRef(), event.getName(), process, forms)).findFirst()
                .map(start -> new Startable(process.getKey(), process.getName(), process.getDescription(), start,
                        tasks));
    }

    private static <T extends ModelElementInstance> Stream<T> elements(
            Stream<BpmnModelInstance> models, Class<T> type) {
        return models.flatMap(model -> model.getModelElementsByType(type).stream());
    }

    /** @param reference names the form; the called processes put the calling one's key before it */
    private static Stream<FormOf> form(String reference, String name, ProcessDefinition process,
                                       Function<String, Optional<Form>> forms) {
        return Optional.ofNullable(reference).map(text -> text.replace("${process}", process.getKey()))
                .flatMap(id -> forms.apply(id).map(form -> new FormOf(id, name, form))).stream();
    }

    private Optional<Form> read(String id, String deployment, CommandContext context) {
        return Optional.ofNullable(context.getCamundaFormDefinitionManager()
                .findDefinitionByDeploymentAndKey(deployment, id)).map(form -> Form.read(engine.services()
                .getRepositoryService().getResourceAsStream(deployment, form.getResourceName())));
    }
}
