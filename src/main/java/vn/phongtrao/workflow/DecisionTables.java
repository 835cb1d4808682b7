package vn.phongtrao.workflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Binding;
import vn.phongtrao.procedure.Components;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProceduresChanged;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/**
 * The rules, read from the decision tables that are deployed in the engine. The engine parses a table's FEEL at each
 * evaluation, so answers are kept for a minute; a table that is deployed anew takes effect within that time.
 */
@Component
class DecisionTables implements Rules {

    private final Engine engine;
    private final Cache<Question, List<Map<String, Object>>> answers = Caffeine.newBuilder()
            .maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    DecisionTables(Engine engine) {
        this.engine = engine;
    }

    /** Other tables answer otherwise. */
    @EventListener(ProceduresChanged.class)
    void forget() {
        answers.invalidateAll();
    }

    private record Question(String table, Days days, Map<String, ?> facts) {
    }

    @Override
    public <R extends Record> List<R> rows(String table, Days days, Record facts, Class<R> row) {
        return answers.get(new Question(table, days, Components.of(facts)), this::evaluate).stream()
                .map(outputs -> Binding.bind(outputs, row)).toList();
    }

    @Override
    public <R extends Record> R row(String table, Days days, Record facts, Class<R> row) {
        return rows(table, days, facts, row).stream().findFirst().orElseThrow(() -> none(table, days));
    }

    private static Refusal none(String table, Days days) {
        return Refusal.broken(null, "Bảng quy định \"%s\" không có dòng áp dụng cho trường hợp này vào ngày %s"
                .formatted(table, Wording.day(days.decidedOn())));
    }

    private List<Map<String, Object>> evaluate(Question question) {
        Map<String, Object> inputs = new HashMap<>(question.facts());
        inputs.putAll(Components.of(question.days()));
        return engine.unchecked(() -> engine.services().getDecisionService()
                .evaluateDecisionTableByKey(question.table()).variables(inputs).evaluate().getResultList());
    }
}
