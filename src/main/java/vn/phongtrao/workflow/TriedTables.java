package vn.phongtrao.workflow;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.DecisionTable;
import vn.phongtrao.procedure.TableTrial;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.workflow.closed.ClosedEngine;

/** Evaluates a table as rules do, and tells which rows matched. */
@Component
class TriedTables implements TableTrial {

    @Override
    public Set<String> rows(byte[] table, Map<String, Object> inputs) {
        Set<String> matched = new HashSet<>();
        var configuration = ClosedEngine.tables();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.<DmnDecisionTableEvaluationListener>of(
                evaluated -> evaluated.getMatchingRules().forEach(rule -> matched.add(rule.getId()))));
        try {
            configuration.buildEngine().evaluateDecisionTable(DecisionTable.read(table).key(),
                    new ByteArrayInputStream(table), inputs);
        } catch (DmnEngineException | FeelException unanswered) {
            throw Refusal.in(unanswered).orElseGet(() ->
                    Refusal.broken(null, "Bảng không trả lời được trường hợp này; hãy chọn đủ các giá trị"));
        }
        return matched;
    }
}
