package vn.phongtrao.workflow;

import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import vn.phongtrao.audit.CurrentAct;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.StatusText;

/**
 * Completes many tasks for whoever is signed in to the engine, one after the other. Each is a transaction of its own, so
 * that what is refused for one dossier changes nothing in the others.
 */
@Component
public class ManyTasks {

    private static final Logger LOG = LoggerFactory.getLogger(ManyTasks.class);
    private static final int DONE = 204;
    private static final int FAILED = 500;

    private final Engine engine;

    ManyTasks(Engine engine) {
        this.engine = engine;
    }

    /**
     * What became of a task.
     *
     * @param status     as HTTP has it: 204 completed, 400, 403, 404, 409 or 422 refused, 500 a fault of the system
     * @param field      that was refused; null for none
     * @param message    Vietnamese, why it was refused; null when it is completed
     * @param legalBasis null for none
     * @param errors     everything that was refused, the first as told above; null where nothing was
     */
    public record Result(String taskId, int status, String field, String message, String legalBasis,
                         List<Wrong> errors) {

        private static Result refused(String taskId, Refusal refusal) {
            return new Result(taskId, refusal.kind().status(), refusal.field().orElse(null), refusal.getMessage(),
                    refusal.legalBasis().orElse(null), refusal.each().stream().map(Wrong::of).toList());
        }
    }

    /** One of the things that were refused. @param field null where it is none of a single field */
    public record Wrong(String field, String message) {

        private static Wrong of(Refusal refusal) {
            return new Wrong(refusal.field().orElse(null), refusal.inWords());
        }
    }

    /** @param fields the fields of each task's form, by the task's id */
    public List<Result> complete(Map<String, Map<String, Object>> fields) {
        return fields.entrySet().stream().map(task -> {
            CurrentAct.part("taskId", task.getKey());
            var result = complete(task.getKey(), task.getValue());
            CurrentAct.partAnswered(result.status());
            return result;
        }).toList();
    }

    private Result complete(String taskId, Map<String, Object> fields) {
        try {
            engine.services().getTaskService().complete(taskId, fields);
            return new Result(taskId, DONE, null, null, null, null);
        } catch (RuntimeException failed) {
            return Refusal.in(failed).map(refusal -> Result.refused(taskId, refusal)).orElseGet(() -> {
                LOG.error("Task {} could not be completed", taskId, failed);
                return new Result(taskId, FAILED, null, StatusText.of(FAILED), null, null);
            });
        }
    }
}
