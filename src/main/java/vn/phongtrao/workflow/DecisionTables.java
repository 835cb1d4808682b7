package vn.phongtrao.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Binding;
import vn.phongtrao.procedure.Components;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.ProceduresChanged;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.procedure.TableTrial;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/** The rules, as the decision tables have them that are in force. */
@Component
class DecisionTables implements Rules, TableTrial {

    private volatile ParsedTables tables;

    DecisionTables(Procedures procedures) {
        tables = new ParsedTables(procedures.files());
    }

    @EventListener
    void readAgain(ProceduresChanged changed) {
        tables = new ParsedTables(changed.files());
    }

    @Override
    public <R extends Record> List<R> rows(String table, Days days, Record facts, Class<R> row) {
        Map<String, Object> inputs = new HashMap<>(Components.of(facts));
        inputs.putAll(Components.of(days));
        return tables.ask(table, inputs).rows().stream().map(outputs -> row(table, outputs, row)).toList();
    }

    @Override
    public <R extends Record> R row(String table, Days days, Record facts, Class<R> row) {
        return rows(table, days, facts, row).stream().findFirst().orElseThrow(() -> none(table, days));
    }

    @Override
    public Set<String> matching(String table, Map<String, Object> inputs) {
        try {
            return tables.ask(table, inputs).matching();
        } catch (DmnEngineException | FeelException unanswered) {
            throw Refusal.in(unanswered).orElseGet(() ->
                    Refusal.broken(null, "Bảng không trả lời được trường hợp này; hãy chọn đủ các giá trị"));
        }
    }

    private static <R extends Record> R row(String table, Map<String, Object> outputs, Class<R> row) {
        try {
            return Binding.row(outputs, row);
        } catch (IllegalArgumentException unfit) {
            throw Refusal.broken(null, "Bảng quy định \"%s\" có dòng ghi sai kiểu giá trị; báo quản trị viên"
                    .formatted(table));
        }
    }

    private static Refusal none(String table, Days days) {
        return Refusal.broken(null, "Bảng quy định \"%s\" không có dòng áp dụng cho trường hợp này vào ngày %s"
                .formatted(table, Wording.day(days.decidedOn())));
    }
}
