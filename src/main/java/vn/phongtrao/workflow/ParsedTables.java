package vn.phongtrao.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.evaluation.DecisionTableEvaluationHandler;
import org.camunda.bpm.engine.variable.Variables;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.workflow.closed.ClosedEngine;

/**
 * The decision tables that hold at a time: parsed once, and what they were asked answered once, because FEEL is parsed
 * at each evaluation. When a table changes, other parsed tables take the place of these as a whole.
 */
final class ParsedTables {

    private static final DefaultDmnEngineConfiguration CLOSED = ClosedEngine.tables();
    private static final DmnEngine DMN = CLOSED.buildEngine();
    private static final DecisionTableEvaluationHandler EVALUATION = new DecisionTableEvaluationHandler(CLOSED);

    private final FileTree files;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final Cache<Question, Answer> answers = Caffeine.newBuilder().maximumSize(10_000).build();

    private record Question(String table, Map<String, Object> inputs) {
    }

    /**
     * What a table says.
     *
     * @param matching ids of the rows that match
     * @param rows     their outputs, as its hit policy has them
     */
    record Answer(Set<String> matching, List<Map<String, Object>> rows) {
    }

    ParsedTables(FileTree files) {
        this.files = files;
    }

    /** @param key of a table, which lies in a file of that name */
    Answer ask(String key, Map<String, Object> inputs) {
        return answers.get(new Question(key, inputs), question -> {
            var evaluated = EVALUATION.evaluate(parsed.computeIfAbsent(key, this::parse),
                    Variables.fromMap(inputs).asVariableContext());
            return new Answer(((DmnDecisionTableEvaluationEvent) evaluated).getMatchingRules().stream()
                    .map(DmnEvaluatedDecisionRule::getId).collect(Collectors.toUnmodifiableSet()),
                    EVALUATION.generateDecisionResult(evaluated).getResultList());
        });
    }

    private DmnDecision parse(String key) {
        var file = Table.path(files, key).flatMap(files::find)
                .orElseThrow(() -> new IllegalArgumentException("No decision table " + key));
        return DMN.parseDecision(key, new ByteArrayInputStream(file));
    }
}
