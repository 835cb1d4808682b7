package vn.phongtrao.workflow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** The rules, read from the decision tables that are deployed in the engine. */
@Component
class DecisionTables implements Rules {

    private final Engine engine;

    DecisionTables(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Map<String, Object>> rows(String table, LocalDate on, Map<String, ?> facts) {
        Map<String, Object> inputs = new HashMap<>(facts);
        inputs.put("date", on);
        return engine.unchecked(() -> engine.services().getDecisionService().evaluateDecisionTableByKey(table)
                .variables(inputs).evaluate().getResultList());
    }

    @Override
    public Map<String, Object> row(String table, LocalDate on, Map<String, ?> facts) {
        return rows(table, on, facts).stream().findFirst().orElseThrow(() -> Refusal.broken(null,
                "Bảng quy định \"%s\" không có dòng áp dụng cho trường hợp này vào ngày %2$td/%2$tm/%2$tY"
                        .formatted(table, on)));
    }
}
