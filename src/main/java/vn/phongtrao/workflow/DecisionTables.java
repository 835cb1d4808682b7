package vn.phongtrao.workflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Binding;
import vn.phongtrao.procedure.Components;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProceduresChanged;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;
import vn.phongtrao.workflow.ParsedTables.Table;

/**
 * The rules, as the decision tables have them that are deployed in the engine. Which those are is asked once a minute, and when
 * the procedures have changed: a table that is deployed anew takes effect within that time.
 */
@Component
class DecisionTables implements Rules {

    private static final long CURRENT = Duration.ofMinutes(1).toNanos();

    private final Engine engine;
    private volatile Read latest = new Read(new ParsedTables(Map.of()), System.nanoTime() - CURRENT);

    /** @param at as {@link System#nanoTime} has it */
    private record Read(ParsedTables tables, long at) {
    }

    DecisionTables(Engine engine) {
        this.engine = engine;
    }

    @Override
    public <R extends Record> List<R> rows(String table, Days days, Record facts, Class<R> row) {
        Map<String, Object> inputs = new HashMap<>(Components.of(facts));
        inputs.putAll(Components.of(days));
        return outputs(table, inputs).stream().map(outputs -> Binding.bind(outputs, row)).toList();
    }

    @Override
    public <R extends Record> R row(String table, Days days, Record facts, Class<R> row) {
        return rows(table, days, facts, row).stream().findFirst().orElseThrow(() -> none(table, days));
    }

    private static Refusal none(String table, Days days) {
        return Refusal.broken(null, "Bảng quy định \"%s\" không có dòng áp dụng cho trường hợp này vào ngày %s"
                .formatted(table, Wording.day(days.decidedOn())));
    }

    @EventListener(ProceduresChanged.class)
    void readAgain() {
        var read = latest;
        var deployed = deployed();
        latest = new Read(read.tables().is(deployed) ? read.tables() : new ParsedTables(deployed), System.nanoTime());
    }

    private List<Map<String, Object>> outputs(String table, Map<String, Object> inputs) {
        if (System.nanoTime() - latest.at() >= CURRENT || latest.tables().find(table).isEmpty()) {
            readAgain();
        }
        var tables = latest.tables();
        var file = tables.find(table).orElseThrow(() -> new IllegalArgumentException(
                "No decision table %s is deployed".formatted(table)));
        return tables.rows(table, inputs, () -> engine.unchecked(() -> engine.services().getRepositoryService()
                .getResourceAsStream(file.deployment(), file.file())));
    }

    private Map<String, Table> deployed() {
        return engine.unchecked(() -> engine.services().getRepositoryService().createDecisionDefinitionQuery()
                .latestVersion().list().stream().collect(Collectors.toMap(DecisionDefinition::getKey, table ->
                        new Table(table.getId(), table.getDeploymentId(), table.getResourceName()))));
    }
}
