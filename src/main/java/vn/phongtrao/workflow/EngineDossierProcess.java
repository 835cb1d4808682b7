package vn.phongtrao.workflow;

import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierProcess;

/** The process of a dossier, found by its number, which is the business key of all its instances. */
@Component
class EngineDossierProcess implements DossierProcess {

    private final Engine engine;
    private final TaskNames names;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EngineDossierProcess(Engine engine, TaskNames names, WorkingCalendar calendar, Clock clock) {
        this.engine = engine;
        this.names = names;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void withdraw(DossierNumber number) {
        engine.unchecked(() -> engine.services().getRuntimeService().createMessageCorrelation("withdrawal")
                .processInstanceBusinessKey(number.value()).correlateWithResult());
    }

    @Override
    public void suspend(DossierNumber number) {
        engine.unchecked(() -> {
            engine.services().getRuntimeService().updateProcessInstanceSuspensionState()
                    .byProcessInstanceQuery(instances(number)).suspend();
            return null;
        });
    }

    @Override
    public void resume(DossierNumber number, int workingDays) {
        engine.unchecked(() -> {
            engine.services().getRuntimeService().updateProcessInstanceSuspensionState()
                    .byProcessInstanceQuery(instances(number)).activate();
            shiftTasks(number, workingDays);
            shiftTimers(number, workingDays);
            return null;
        });
    }

    @Override
    public Set<String> holders(DossierNumber number) {
        var tasks = engine.services().getTaskService();
        return engine.unchecked(() -> tasks.createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId).collect(Collectors.toSet()));
    }

    @Override
    public String taskName(String process, String task) {
        return names.of(process).getOrDefault(task, task);
    }

    private void shiftTasks(DossierNumber number, int workingDays) {
        var tasks = engine.services().getTaskService();
        tasks.createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .filter(task -> task.getDueDate() != null)
                .forEach(task -> tasks.setDueDate(task.getId(), later(task.getDueDate(), workingDays)));
    }

    private void shiftTimers(DossierNumber number, int workingDays) {
        var management = engine.services().getManagementService();
        instances(number).list().forEach(instance -> management.createJobQuery()
                .processInstanceId(instance.getId()).timers().list()
                .forEach(timer -> management.setJobDuedate(timer.getId(), later(timer.getDuedate(), workingDays))));
    }

    private Date later(Date due, int workingDays) {
        var before = due.toInstant().atZone(clock.getZone());
        return Date.from(before.with(calendar.dueDate(before.toLocalDate(), workingDays)).toInstant());
    }

    private ProcessInstanceQuery instances(DossierNumber number) {
        return engine.services().getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value());
    }
}
