package vn.phongtrao.workflow;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.refusal.Refusal;

/**
 * An open dossier keeps its process: whoever deletes an instance, or has a batch do so, is refused, also where listeners are to be
 * skipped. A dossier ends by being decided, refused or withdrawn.
 */
class KeptInstances extends AbstractBpmnParseListener {

    private final ObjectProvider<Dossiers> dossiers;

    KeptInstances(ObjectProvider<Dossiers> dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
    }

    private void ended(DelegateExecution execution) {
        if (execution.isCanceled() && ((ExecutionEntity) execution).getSuperExecutionId() == null
                && Optional.ofNullable(execution.getProcessBusinessKey()).flatMap(dossiers.getObject()::find)
                .filter(dossier -> !dossier.status().closed()).isPresent()) {
            throw Refusal.broken(null, "Hồ sơ %s chưa kết thúc nên không xóa được quy trình của hồ sơ; hãy rút hoặc tạm dừng hồ sơ"
                    .formatted(execution.getProcessBusinessKey()));
        }
    }
}
