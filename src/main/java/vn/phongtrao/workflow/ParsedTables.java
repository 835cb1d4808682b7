package vn.phongtrao.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;

import vn.phongtrao.workflow.closed.ClosedEngine;

/**
 * The decision tables that hold at a time: parsed once, and what they were asked answered once, because FEEL is parsed at
 * each evaluation. When a table changes, other parsed tables take the place of these as a whole.
 */
final class ParsedTables {

    private static final DmnEngine DMN = ClosedEngine.tables().buildEngine();

    private final Map<String, Table> tables;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final Cache<Question, List<Map<String, Object>>> answers = Caffeine.newBuilder().maximumSize(10_000).build();

    /**
     * A table as it lies in the engine.
     *
     * @param id another one when it is deployed anew
     */
    record Table(String id, String deployment, String file) {
    }

    private record Question(String table, Map<String, Object> inputs) {
    }

    /** @param tables by their keys */
    ParsedTables(Map<String, Table> tables) {
        this.tables = Map.copyOf(tables);
    }

    boolean is(Map<String, Table> others) {
        return tables.equals(others);
    }

    Optional<Table> find(String key) {
        return Optional.ofNullable(tables.get(key));
    }

    /** The outputs of the rows that match. @param file reads the table */
    List<Map<String, Object>> rows(String key, Map<String, Object> inputs, Supplier<InputStream> file) {
        return answers.get(new Question(key, inputs), question -> DMN.evaluateDecisionTable(
                parsed.computeIfAbsent(key, unread -> parse(key, file)), inputs).getResultList());
    }

    private static DmnDecision parse(String key, Supplier<InputStream> file) {
        try (var dmn = file.get()) {
            return DMN.parseDecision(key, dmn);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
