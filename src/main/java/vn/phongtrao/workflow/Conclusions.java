package vn.phongtrao.workflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import vn.phongtrao.workflow.form.Form;

/** Knows the steps at which who agrees need say nothing more, as with signatures and decisions. */
@Component
class Conclusions {

    private final Engine engine;
    private final Map<Step, Boolean> known = new ConcurrentHashMap<>();

    Conclusions(Engine engine) {
        this.engine = engine;
    }

    /** @param definition the id of the process definition */
    record Step(String definition, String task) {
    }

    /** @param taskId an open task of that step */
    boolean suffice(Step step, String taskId) {
        return Boolean.TRUE.equals(known.computeIfAbsent(step, one -> engine.unchecked(() -> read(taskId))));
    }

    /** @return null for a task that is open no more */
    private Boolean read(String taskId) {
        var services = engine.services();
        return services.getTaskService().createTaskQuery().taskId(taskId).count() == 0 ? null
                : Form.read(services.getFormService().getDeployedTaskForm(taskId)).answeredByAgreement();
    }
}
