package vn.phongtrao.workflow;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.press.DraftDecisions;
import vn.phongtrao.press.Papers;

/** Completes the task that takes a decision, and has all of it rolled back. */
@Component
class TriedDecisions implements DraftDecisions {

    private final Engine engine;
    private final Papers papers;

    TriedDecisions(Engine engine, Papers papers) {
        this.engine = engine;
        this.papers = papers;
    }

    @Override
    public Papers.Printed of(String taskId) {
        DossierNumber number = engine.inOneCommand(context -> Optional.ofNullable(
                context.getTaskManager().findTaskById(taskId)).map(TaskContent::dossierNumber)
                .orElseThrow(FormGate::noTask));
        return papers.draft(number, () -> engine.services().getTaskService().complete(taskId,
                Map.of("outcome", Outcome.APPROVE.id())));
    }
}
