package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.document.Documents;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Drives dossiers through the engine as officers would: through forms, signed in, one task after the other. */
@Component
public class Journey {

    private static final AtomicLong CITIZENS = new AtomicLong(95_080_000_000L);

    private final ProcessEngine engine;
    private final DossierRegister dossiers;
    private final Dossiers cases;
    private final Documents documents;
    private final JdbcClient jdbc;
    private final ObjectProvider<Reminding> reminding;

    Journey(ProcessEngine engine, DossierRegister dossiers, Dossiers cases, Documents documents, JdbcClient jdbc,
            ObjectProvider<Reminding> reminding) {
        this.engine = engine;
        this.dossiers = dossiers;
        this.cases = cases;
        this.documents = documents;
        this.jdbc = jdbc;
        this.reminding = reminding;
    }

    /** The demo account of a position in a unit; {@code number} 2 and 3 are further people in the same position. */
    public static Officer officer(Position position, String unitPath, int number) {
        var code = unitPath.substring(unitPath.lastIndexOf('/') + 1);
        var name = position.id() + (number == 1 ? "" : "-" + number) + "." + code;
        return Officer.of(name, List.of(new Post(UnitPath.of(unitPath), position).group()));
    }

    public static Officer officer(Position position, String unitPath) {
        return officer(position, unitPath, 1);
    }

    /** An invented citizen number of a man born in 1980 that no other nominee of the run has. */
    public static String citizenId() {
        return "%012d".formatted(CITIZENS.incrementAndGet());
    }

    public static Map<String, Object> individual(String name) {
        return Map.of("kind", "individual", "name", name, "birthYear", 1980, "citizenId", citizenId(),
                "hamlet", "Khóm Mẫu", "occupation", "Nông dân", "summary", "Thành tích mẫu");
    }

    public static Map<String, Object> household(String name) {
        return Map.of("kind", "household", "name", name, "hamlet", "Khóm Mẫu", "summary", "Thành tích mẫu");
    }

    public static Map<String, Object> collective(String name) {
        return Map.of("kind", "collective", "name", name, "summary", "Thành tích mẫu");
    }

    public static Map<String, Object> proposal(String awardForm, String achievementType, List<?> nominees) {
        return Map.of("awardForm", awardForm, "achievementType", achievementType,
                "achievement", "Thành tích mẫu trong phong trào", "achievedFrom", "2024-01-01",
                "achievedTo", "2024-06-30", "nominees", nominees);
    }

    /** @return the dossier number */
    public String propose(Officer officer, Map<String, Object> fields) {
        return propose("commendation", officer, fields);
    }

    /** @return the dossier number */
    public String propose(String process, Officer officer, Map<String, Object> fields) {
        return as(officer, () -> {
            var definition = engine.getRepositoryService().createProcessDefinitionQuery()
                    .processDefinitionKey(process).latestVersion().singleResult();
            return engine.getFormService().submitStartForm(definition.getId(), Submission.variables(fields))
                    .getBusinessKey();
        });
    }

    /** Puts the documents into the dossier without which it does not leave its originator. */
    public void bringPapers(String number) {
        documents.show(cases.require(DossierNumber.of(number))).requiredDocuments().stream()
                .filter(document -> document.enforced() && !document.present())
                .forEach(document -> jdbc.sql("""
                        insert into dossier_document (dossier_number, kind, name, type, size, sha256, uploaded_by,
                                                      unit_path, position, uploaded_at, content)
                        select number, :kind, :kind || '.pdf', 'application/pdf', 1, '', opened_by, unit_path,
                               'police-officer', opened_at, '' from dossier where number = :number""")
                        .param("kind", document.kind().id()).param("number", number).update());
    }

    /** Papers that are needed are brought. */
    public void complete(String number, String task, Officer officer, Map<String, Object> fields) {
        if (task.equals("complete-dossier")) {
            bringPapers(number);
        }
        if (reminding.getIfAvailable() != null) {
            remind(number);
        }
        completeById(task(number, task, officer).getId(), officer, fields);
    }

    /** Present where the scenarios are to pass the reminders of all tasks, too. */
    record Reminding() {
    }

    /** Lets the timers of reminders of the open tasks come now; what is not to be told yet is not told. */
    public void remind(String number) {
        timers(number).filter(timer -> !timer.isSuspended() && reminds(timer)).forEach(timer -> {
            try {
                engine.getManagementService().executeJob(timer.getId());
            } catch (OptimisticLockingException taken) {
                // one that is due already may be taken by the engine's own threads at that moment
            }
        });
    }

    /** The timers of reminders of the open tasks. */
    public List<Job> reminders(String number) {
        return timers(number).filter(this::reminds).toList();
    }

    private boolean reminds(Job timer) {
        return engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId())
                .singleResult().getJobConfiguration().equals(ReminderTimers.CONFIGURATION);
    }

    private Stream<Job> timers(String number) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(instance -> engine.getManagementService().createJobQuery()
                        .processInstanceId(instance.getId()).timers().list().stream());
    }

    public void completeById(String task, Officer officer, Map<String, Object> fields) {
        as(officer, () -> {
            engine.getFormService().submitTaskForm(task, Submission.variables(fields));
            return null;
        });
    }

    /** Takes a task for the officer. */
    public void take(String task, Officer officer) {
        as(officer, () -> {
            engine.getTaskService().claim(task, officer.id());
            return null;
        });
    }

    /** Gives a task back that somebody has taken. */
    public void giveBack(String task, Officer officer) {
        as(officer, () -> {
            engine.getTaskService().setAssignee(task, null);
            return null;
        });
    }

    public void approve(String number, String task, Officer officer) {
        complete(number, task, officer, Map.of("outcome", "approve"));
    }

    public void refuse(String number, String task, Officer officer, String outcome) {
        complete(number, task, officer, Map.of("outcome", outcome, "comment", "Ý kiến mẫu"));
    }

    /** The open task of that key; for a council's votes the officer's own. */
    public Task task(String number, String key, Officer officer) {
        var query = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(key);
        return key.equals("council-vote") ? query.taskAssignee(officer.id()).singleResult() : query.singleResult();
    }

    public List<Task> openTasks(String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list();
    }

    /** Lets the council's session end without waiting. */
    public void closeVoting(String number) {
        passTime(number);
    }

    /** Lets the time end for which the dossier waits. */
    public void passTime(String number) {
        var timer = timers(number).filter(job -> !reminds(job)).findFirst().orElseThrow();
        engine.getManagementService().executeJob(timer.getId());
    }

    @SuppressWarnings("unchecked")
    public List<String> nomineeIds(String number) {
        return ((List<Map<String, Object>>) show(number).get("nominees")).stream()
                .map(nominee -> (String) nominee.get("id")).toList();
    }

    /** What the dossier shows, its content as JSON has it. */
    public Map<String, Object> show(String number) {
        var view = dossiers.show(DossierNumber.of(number), new Officer("admin", Set.of(), true));
        var shown = view.fields();
        shown.putAll(Binding.plain(view.content()));
        return shown;
    }

    /** Asserts that the dossier passed these flow nodes in order; a called review stands where it was called. */
    public void assertPath(String number, String... activities) {
        var top = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number)
                .rootProcessInstances().singleResult();
        assertThat(path(top.getId()).toList()).containsSubsequence(activities);
    }

    private Stream<String> path(String instance) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance)
                .orderPartiallyByOccurrence().asc().list().stream()
                .flatMap(activity -> Stream.concat(Stream.of(activity.getActivityId()),
                        activity.getCalledProcessInstanceId() == null ? Stream.empty()
                                : path(activity.getCalledProcessInstanceId())));
    }

    public boolean ended(String number) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count() == 0;
    }

    private <T> T as(Officer officer, Supplier<T> work) {
        var groups = new ArrayList<>(officer.posts().stream().map(Post::group).toList());
        officer.posts().forEach(post -> groups.add(post.position().id()));
        engine.getIdentityService().setAuthentication(officer.id(), groups);
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
