package vn.phongtrao.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.FormFields;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.workflow.form.ComposedForms;
import vn.phongtrao.workflow.form.Form;

/** Reads models and forms from files, as they would be deployed. */
@Component
class FormsOfFiles implements FormFields {

    @Override
    public List<Asking> of(FileTree files) {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        files.endingWith(".bpmn").forEach((path, file) -> read(file).ifPresent(model ->
                models.put(path.substring(path.lastIndexOf('/') + 1, path.length() - ".bpmn".length()), model)));
        var forms = composed(files);
        return models.keySet().stream().filter(key -> files.find("%1$s/%1$s.bpmn".formatted(key)).isPresent())
                .flatMap(key -> asking(key, models, forms).stream()).toList();
    }

    private static Optional<BpmnModelInstance> read(byte[] file) {
        try {
            return Optional.of(Bpmn.readModelFromStream(new ByteArrayInputStream(file)));
        } catch (ModelException unreadable) {
            return Optional.empty();
        }
    }

    /** What is broken is a finding of the checks, and keeps no other form from being read. */
    private static Map<String, byte[]> composed(FileTree files) {
        return ComposedForms.of(files.endingWith(".form"), broken -> {
            // left out
        });
    }

    private static Optional<Asking> asking(String key, Map<String, BpmnModelInstance> models,
                                           Map<String, byte[]> forms) {
        var own = models.get(key);
        var start = own.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef)
                .filter(Objects::nonNull).findFirst();
        return start.flatMap(form -> own.getModelElementsByType(Process.class).stream().findFirst()).map(process -> {
            List<FormField> fields = new ArrayList<>(fields(start.get(), forms));
            called(key, models).forEach(model -> model.getModelElementsByType(UserTask.class).stream()
                    .map(UserTask::getCamundaFormRef).filter(Objects::nonNull)
                    .flatMap(reference -> fields(reference.replace("${process}", key), forms).stream())
                    .forEach(fields::add));
            return new Asking(key, process.getName(), properties(process), List.copyOf(fields));
        });
    }

    private static List<FormField> fields(String id, Map<String, byte[]> forms) {
        return Optional.ofNullable(forms.get(id)).map(json -> Form.read(new ByteArrayInputStream(json)).declared())
                .orElse(List.of());
    }

    /** The process and those that it calls, itself first. */
    private static List<BpmnModelInstance> called(String key, Map<String, BpmnModelInstance> models) {
        List<String> keys = new ArrayList<>(List.of(key));
        for (int i = 0; i < keys.size(); i++) {
            Optional.ofNullable(models.get(keys.get(i))).ifPresent(model -> model
                    .getModelElementsByType(CallActivity.class).stream().map(CallActivity::getCalledElement)
                    .filter(called -> called != null && !keys.contains(called)).forEach(keys::add));
        }
        return keys.stream().map(models::get).filter(Objects::nonNull).toList();
    }

    private static Map<String, String> properties(Process process) {
        Map<String, String> properties = new TreeMap<>();
        if (process.getExtensionElements() != null) {
            process.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list()
                    .forEach(list -> list.getCamundaProperties().stream()
                            .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                            .forEach(property ->
                                    properties.put(property.getCamundaName(), property.getCamundaValue())));
        }
        return properties;
    }
}
