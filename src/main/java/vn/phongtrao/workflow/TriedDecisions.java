package vn.phongtrao.workflow;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.press.DraftDecisions;
import vn.phongtrao.press.Papers;

/** Completes the task that takes a decision, and has all of it rolled back. */
@Component
class TriedDecisions implements DraftDecisions {

    private final FormGate gate;
    private final Engine engine;
    private final Papers papers;

    TriedDecisions(FormGate gate, Engine engine, Papers papers) {
        this.gate = gate;
        this.engine = engine;
        this.papers = papers;
    }

    @Override
    public Papers.Printed of(String taskId, Map<String, Object> fields) {
        var agreed = new HashMap<>(fields);
        agreed.put("outcome", Outcome.APPROVE.id());
        return papers.draft(gate.dossierOf(taskId),
                () -> engine.services().getTaskService().complete(taskId, agreed));
    }
}
