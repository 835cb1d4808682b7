package vn.phongtrao.workflow;

import java.util.Optional;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * The rounds of a call activity that is repeated, one after the other. The engine counts them in local variables of the
 * frame around the activity, and asks for the number of rounds once, when the first begins.
 */
@Component
class Rounds {

    private static final String ROUNDS = "nrOfInstances";
    private static final String ROUND = "loopCounter";

    private final Engine engine;

    Rounds(Engine engine) {
        this.engine = engine;
    }

    /** Those of which a called instance is one. */
    Loop of(ProcessInstance called) {
        return new Loop(frame(((ExecutionEntity) called).getSuperExecutionId()).orElseThrow());
    }

    private Optional<String> frame(String execution) {
        if (execution == null || engine.services().getRuntimeService().getVariableLocal(execution, ROUNDS) != null) {
            return Optional.ofNullable(execution);
        }
        var entity = (ExecutionEntity) engine.services().getRuntimeService().createExecutionQuery().executionId(execution)
                .singleResult();
        return frame(entity.getParentId());
    }

    /** Rounds that are not over. */
    final class Loop {

        private final String frame;

        private Loop(String frame) {
            this.frame = frame;
        }

        /** @param last the number of rounds */
        void setLast(int last) {
            engine.services().getRuntimeService().setVariableLocal(frame, ROUNDS, last);
        }

        /** Which round this one is. @param round from 1 */
        void setRound(int round) {
            engine.services().getRuntimeService().setVariableLocal(frame, ROUND, round - 1);
        }
    }
}
