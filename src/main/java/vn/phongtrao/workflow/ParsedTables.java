package vn.phongtrao.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;

import vn.phongtrao.workflow.closed.ClosedEngine;

import vn.phongtrao.procedure.ProcedureFiles;

/**
 * The decision tables that hold at a time: parsed once, and what they were asked answered once, because FEEL is parsed at
 * each evaluation. When a table changes, other parsed tables take the place of these as a whole.
 */
final class ParsedTables {

    private static final DmnEngine DMN = ClosedEngine.tables().buildEngine();

    private final ProcedureFiles files;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final Cache<Question, List<Map<String, Object>>> answers = Caffeine.newBuilder().maximumSize(10_000).build();

    private record Question(String table, Map<String, Object> inputs) {
    }

    ParsedTables(ProcedureFiles files) {
        this.files = files;
    }

    /** The outputs of the rows that match. @param key of a table, which lies in a file of that name */
    List<Map<String, Object>> rows(String key, Map<String, Object> inputs) {
        return answers.get(new Question(key, inputs), question -> DMN.evaluateDecisionTable(
                parsed.computeIfAbsent(key, this::parse), inputs).getResultList());
    }

    private DmnDecision parse(String key) {
        var file = files.endingWith("/" + key + ".dmn").values().stream().findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No decision table " + key));
        return DMN.parseDecision(key, new ByteArrayInputStream(file));
    }
}
