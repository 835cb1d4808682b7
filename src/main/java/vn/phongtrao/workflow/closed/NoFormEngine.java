package vn.phongtrao.workflow.closed;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.engine.FormEngine;

import vn.phongtrao.refusal.Refusal;

/** Renders no form: the forms of models are those that Tasklist draws, and the engine's own engines run scripts. */
record NoFormEngine(String getName) implements FormEngine {

    /** In the places of the engine's own; the one that has no name is asked when none is named. */
    static Map<String, FormEngine> all() {
        Map<String, FormEngine> engines = new HashMap<>();
        for (var name : new String[] {null, "html", "juel"}) {
            engines.put(name, new NoFormEngine(name));
        }
        return engines;
    }

    @Override
    public Object renderStartForm(StartFormData form) {
        throw refused();
    }

    @Override
    public Object renderTaskForm(TaskFormData form) {
        throw refused();
    }

    private static Refusal refused() {
        return Refusal.forbidden("Máy chủ không dựng biểu mẫu; hãy dùng biểu mẫu đã nạp (deployed-form)");
    }
}
