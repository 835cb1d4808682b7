package vn.phongtrao.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;

/** The process of a dossier, found by its number, which is the business key of all its instances. */
@Component
class EngineDossierProcess implements DossierProcess {

    private final Engine engine;
    private final TaskNames names;
    private final ReminderTimers reminders;
    private final Rounds rounds;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EngineDossierProcess(Engine engine, TaskNames names, ReminderTimers reminders, Rounds rounds,
                         WorkingCalendar calendar, Clock clock) {
        this.engine = engine;
        this.names = names;
        this.reminders = reminders;
        this.rounds = rounds;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public boolean running(DossierNumber number) {
        return engine.unchecked(() -> instances(number).count() > 0);
    }

    @Override
    public void start(Dossier dossier) {
        engine.unchecked(() -> ((GatedRuntimeService) engine.services().getRuntimeService()).start(dossier.process(),
                dossier.number().value(), FormGate.routing(dossier.number(), dossier.unitPath())));
    }

    @Override
    public void urge(DossierNumber number) {
        engine.unchecked(() -> {
            open(number).forEach(task -> engine.services().getTaskService().setPriority(task.getId(), Worklist.URGENT));
            return null;
        });
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

    /** Two commands: activation raises the revisions of all it touches, and what was read before could not be written. */
    @Override
    public void resume(DossierNumber number, int workingDays) {
        activate(number);
        engine.unchecked(() -> {
            shiftTasks(number, workingDays);
            shiftTimers(number, workingDays);
            return null;
        });
    }

    @Override
    public List<Due> dues(LocalDate from) {
        var least = Date.from(from.atStartOfDay(clock.getZone()).minusSeconds(1).toInstant());
        return engine.unchecked(() -> {
            var tasks = engine.services().getTaskService().createTaskQuery().dueAfter(least).list();
            var reminders = reminders();
            var timers = engine.services().getManagementService().createJobQuery().timers().duedateHigherThan(least)
                    .list().stream().filter(timer -> timer.getProcessInstanceId() != null
                            && !reminders.contains(timer.getJobDefinitionId())).toList();
            var numbers = numbers(Stream.concat(tasks.stream().map(Task::getProcessInstanceId),
                    timers.stream().map(Job::getProcessInstanceId)).collect(Collectors.toSet()));
            return Stream.concat(
                    tasks.stream().filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                            .map(task -> new Due(numbers.get(task.getProcessInstanceId()), task.getId(), false,
                                    task.getName(), day(task.getCreateTime()), lastDay(task.getDueDate()))),
                    timers.stream().filter(timer -> numbers.containsKey(timer.getProcessInstanceId()))
                            .map(timer -> new Due(numbers.get(timer.getProcessInstanceId()), timer.getId(), true,
                                    event(timer), day(timer.getCreateTime()), lastDay(timer.getDuedate()))))
                    .filter(due -> !due.last().isBefore(from)).toList();
        });
    }

    @Override
    public void move(Due due, LocalDate last) {
        engine.unchecked(() -> {
            if (due.timer()) {
                var management = engine.services().getManagementService();
                Optional.ofNullable(management.createJobQuery().jobId(due.id()).singleResult()).ifPresent(timer ->
                        management.setJobDuedate(due.id(), on(timer.getDuedate(), last)));
            } else {
                var tasks = engine.services().getTaskService();
                Optional.ofNullable(tasks.createTaskQuery().taskId(due.id()).singleResult()).ifPresent(task ->
                        tasks.setDueDate(due.id(), on(task.getDueDate(), last)));
            }
            return null;
        });
    }

    private Map<String, DossierNumber> numbers(Set<String> instances) {
        return instances.isEmpty() ? Map.of() : engine.services().getRuntimeService().createProcessInstanceQuery()
                .processInstanceIds(instances).list().stream().filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId,
                        instance -> DossierNumber.of(instance.getBusinessKey())));
    }

    /** The name of the event, as the diagram has it. */
    private String event(Job timer) {
        var definition = engine.services().getManagementService().createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId()).singleResult();
        return engine.services().getRepositoryService().getBpmnModelInstance(definition.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId()) instanceof FlowElement event ? event.getName() : null;
    }

    private LocalDate day(Date moment) {
        return moment.toInstant().atZone(clock.getZone()).toLocalDate();
    }

    /** Midnight is the end of the day before. */
    private LocalDate lastDay(Date moment) {
        return moment.toInstant().atZone(clock.getZone()).minusNanos(1).toLocalDate();
    }

    @Override
    public List<Waiting> waiting(DossierNumber number, String task) {
        return engine.unchecked(() -> engine.services().getTaskService().createTaskQuery()
                .processInstanceBusinessKey(number.value()).taskDefinitionKey(task).orderByTaskCreateTime().asc().list()
                .stream().map(TaskEntity.class::cast).filter(open -> open.getDueDate() != null).map(reminders::waiting)
                .toList());
    }

    /** The engine takes the job away whose time has come. */
    @Override
    public void remindAgain(Date when) {
        engine.inOneCommand(context -> {
            ((TimerEntity) context.getCurrentJob()).createNewTimerJob(when);
            return null;
        });
    }

    @Override
    public Optional<UnderReview> underReview(DossierNumber number) {
        return engine.unchecked(() -> review(number).map(review -> new UnderReview(
                ((Number) engine.services().getRuntimeService().getVariable(review.getId(), "stop")).intValue(),
                engine.services().getTaskService().createTaskQuery().processInstanceId(review.getId()).list().stream()
                        .map(Task::getTaskDefinitionKey).collect(Collectors.toSet()))));
    }

    @Override
    public void reroute(DossierNumber number, Integer stop, int last) {
        whileActive(number, () -> {
            var review = review(number).orElseThrow();
            var loop = rounds.of(review);
            loop.setLast(last);
            if (stop != null) {
                loop.setRound(stop);
                engine.services().getRuntimeService().setVariable(review.getId(), "stop", stop);
                again(review.getId(), Set.of("appraise", "sign"), "stop-begins");
            }
        });
    }

    @Override
    public void endReview(DossierNumber number, int last) {
        whileActive(number, () -> {
            var review = review(number).orElseThrow();
            rounds.of(review).setLast(last);
            engine.services().getRuntimeService().setVariable(review.getId(), "outcome", "approve");
            again(review.getId(), Set.of("appraise", "sign", "supplement"), "review-approved");
        });
    }

    @Override
    public void again(DossierNumber number, String task, String element) {
        whileActive(number, () -> open(number).filter(open -> open.getTaskDefinitionKey().equals(task))
                .map(Task::getProcessInstanceId).distinct().toList()
                .forEach(instance -> again(instance, Set.of(task), element)));
    }

    private void again(String instance, Set<String> tasks, String element) {
        var waiting = engine.services().getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(Task::getTaskDefinitionKey).filter(tasks::contains).distinct().toList();
        if (waiting.isEmpty()) {
            return;
        }
        var runtime = engine.services().getRuntimeService();
        var model = (ProcessDefinitionEntity) engine.services().getRepositoryService().getProcessDefinition(runtime
                .createProcessInstanceQuery().processInstanceId(instance).singleResult().getProcessDefinitionId());
        var change = runtime.createProcessInstanceModification(instance);
        waiting.forEach(task -> change.cancelAllForActivity(outermost(model, task)));
        change.startBeforeActivity(model.findActivity(element) == null ? waiting.get(0) : element).execute();
    }

    /** The frame of an activity that is repeated, or the activity itself. */
    private static String outermost(ProcessDefinitionEntity model, String activity) {
        var frame = activity + "#multiInstanceBody";
        return model.findActivity(frame) == null ? activity : frame;
    }

    private Optional<ProcessInstance> review(DossierNumber number) {
        return Optional.ofNullable(instances(number).processDefinitionKey("review").singleResult());
    }

    private void activate(DossierNumber number) {
        engine.unchecked(() -> {
            engine.services().getRuntimeService().updateProcessInstanceSuspensionState()
                    .byProcessInstanceQuery(instances(number)).activate();
            return null;
        });
    }

    /** Each in a command of its own: activation raises the revisions of all it touches. */
    private void whileActive(DossierNumber number, Runnable work) {
        var suspended = engine.unchecked(() -> instances(number).suspended().count() > 0);
        if (suspended) {
            activate(number);
        }
        engine.unchecked(() -> {
            work.run();
            return null;
        });
        if (suspended) {
            suspend(number);
        }
    }

    @Override
    public Set<String> holders(DossierNumber number) {
        return engine.unchecked(() -> open(number).flatMap(this::candidates).collect(Collectors.toSet()));
    }

    @Override
    public List<OpenTask> tasks(DossierNumber number, Officer officer) {
        var groups = officer.posts().stream().map(Post::group).collect(Collectors.toSet());
        return engine.unchecked(() -> open(number).filter(task -> !task.isSuspended()
                        && (task.getAssignee() == null ? candidates(task).anyMatch(groups::contains)
                                : task.getAssignee().equals(officer.id())))
                .map(task -> new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getName())).toList());
    }

    private Stream<Task> open(DossierNumber number) {
        return engine.services().getTaskService().createTaskQuery().processInstanceBusinessKey(number.value())
                .orderByTaskCreateTime().asc().list().stream();
    }

    private Stream<String> candidates(Task task) {
        return engine.services().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId);
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
        var reminders = reminders();
        instances(number).list().forEach(instance -> management.createJobQuery()
                .processInstanceId(instance.getId()).timers().list().stream()
                .filter(timer -> !reminders.contains(timer.getJobDefinitionId()))
                .forEach(timer -> management.setJobDuedate(timer.getId(), later(timer.getDuedate(), workingDays))));
    }

    /** The timers that follow their tasks by themselves. */
    private Set<String> reminders() {
        return engine.services().getManagementService().createJobDefinitionQuery()
                .jobConfiguration(ReminderTimers.CONFIGURATION).list().stream().map(JobDefinition::getId)
                .collect(Collectors.toSet());
    }

    /** Midnight is the end of the day before: what follows a last day still does where that was moved over days off. */
    private Date later(Date due, int workingDays) {
        return on(due, calendar.dueDate(lastDay(due), workingDays));
    }

    private Date on(Date due, LocalDate last) {
        return Date.from(due.toInstant().atZone(clock.getZone()).minusNanos(1).with(last).plusNanos(1).toInstant());
    }

    private ProcessInstanceQuery instances(DossierNumber number) {
        return engine.services().getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value());
    }
}
