package vn.phongtrao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

import vn.phongtrao.procedure.Binding;
import vn.phongtrao.procedure.Components;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcedureRules;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** The decision tables of {@code processes/}, evaluated as the engine evaluates them, for tests without the engine. */
public final class RulesOnFile implements Rules {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> TABLES = new ConcurrentHashMap<>();

    /** The rules that every procedure has. */
    public static ProcedureRules ofProcedures() {
        return new ProcedureRules(new DeliveredProcedures(), new RulesOnFile());
    }

    @Override
    public <R extends Record> List<R> rows(String table, Days days, Record facts, Class<R> row) {
        return evaluate(table, days, Components.of(facts)).stream().map(outputs -> Binding.bind(outputs, row)).toList();
    }

    @Override
    public <R extends Record> R row(String table, Days days, Record facts, Class<R> row) {
        return rows(table, days, facts, row).stream().findFirst().orElseThrow(RulesOnFile::none);
    }

    private static List<Map<String, Object>> evaluate(String table, Days days, Map<String, ?> facts) {
        Map<String, Object> inputs = new HashMap<>(facts);
        inputs.putAll(Components.of(days));
        return ENGINE.evaluateDecisionTable(TABLES.computeIfAbsent(table, RulesOnFile::parse), inputs).getResultList();
    }

    private static Refusal none() {
        return Refusal.broken(null, "Bảng quy định không có dòng áp dụng");
    }

    private static DmnDecision parse(String table) {
        try (var files = Files.walk(Path.of("processes"));
             var dmn = Files.newInputStream(files.filter(file -> file.endsWith(table + ".dmn")).findFirst()
                     .orElseThrow())) {
            return ENGINE.parseDecision(table, dmn);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
