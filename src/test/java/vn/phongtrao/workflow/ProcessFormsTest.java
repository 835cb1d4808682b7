package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

import vn.phongtrao.workflow.form.Form;

/** Which processes are described with their forms. */
class ProcessFormsTest {

    private static final Form FORM =
            Form.read(new ByteArrayInputStream("{\"components\": []}".getBytes(StandardCharsets.UTF_8)));

    @Test
    void aProcessIsDescribedWithTheFormsOfItsStartAndItsTasks() {
        assertThat(startable("oath-proposal", "oath-sign")).get().satisfies(process -> {
            assertThat(process.start().id()).isEqualTo("oath-proposal");
            assertThat(process.tasks()).extracting(ProcessForms.FormOf::id).containsExactly("oath-sign");
        });
    }

    @Test
    void aProcessThatStartsWithoutAFormIsLeftOut() {
        assertThat(startable(null, "oath-sign")).isEmpty();
    }

    @Test
    void aFormThatIsNotDeployedIsLeftOut() {
        assertThat(startable("no-such-form", "oath-sign")).isEmpty();
        assertThat(startable("oath-proposal", "no-such-form")).get()
                .satisfies(process -> assertThat(process.tasks()).isEmpty());
    }

    private static Optional<ProcessForms.Startable> startable(String start, String task) {
        var definition = new ProcessDefinitionEntity();
        definition.setKey("oath");
        var model = Bpmn.createExecutableProcess("oath").startEvent("start").userTask("sign").endEvent().done();
        if (start != null) {
            model.<StartEvent>getModelElementById("start").setCamundaFormRef(start);
        }
        model.<UserTask>getModelElementById("sign").setCamundaFormRef(task);
        return ProcessForms.startable(definition, List.of(model),
                id -> Optional.of(FORM).filter(form -> !id.equals("no-such-form")));
    }
}
