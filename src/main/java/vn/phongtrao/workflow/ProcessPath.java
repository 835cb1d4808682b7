package vn.phongtrao.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/**
 * The path that a dossier took through its processes, also after they ended. It is read from the engine's history, and
 * so is there as long as the history time to live of the models.
 */
@Component
public class ProcessPath {

    private final Engine engine;
    private final Dossiers dossiers;
    private final Clock clock;

    ProcessPath(Engine engine, Dossiers dossiers, Clock clock) {
        this.engine = engine;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /**
     * One run of a process.
     *
     * @param id       the process instance
     * @param passed   ids of the elements that were left regularly
     * @param canceled ids of the elements that were left because something else ended them
     * @param here     ids of the elements where it waits
     * @param ended    null while it runs
     */
    public record Run(String id, String processName, int version, ZonedDateTime started, ZonedDateTime ended,
                      Set<String> passed, Set<String> canceled, Set<String> here) {
    }

    /**
     * The dossier's process and those that it called, in the order of their start.
     *
     * @throws Refusal not found, or forbidden, as for the dossier itself
     */
    public List<Run> of(DossierNumber dossierNumber, Officer officer) {
        dossiers.requireVisible(dossierNumber, officer);
        return engine.unchecked(() -> instances(dossierNumber).stream().map(this::run).toList());
    }

    /**
     * The model of a run, BPMN as XML.
     *
     * @throws Refusal not found, or forbidden
     */
    public String diagram(DossierNumber dossierNumber, String runId, Officer officer) {
        dossiers.requireVisible(dossierNumber, officer);
        return engine.unchecked(() -> instances(dossierNumber).stream()
                .filter(instance -> instance.getId().equals(runId)).findFirst()
                .map(instance -> model(instance.getProcessDefinitionId()))
                .orElseThrow(() -> Refusal.notFound("Hồ sơ %s không có sơ đồ này".formatted(dossierNumber))));
    }

    private List<HistoricProcessInstance> instances(DossierNumber dossierNumber) {
        return engine.services().getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dossierNumber.value()).orderByProcessInstanceStartTime().asc().list();
    }

    private Run run(HistoricProcessInstance instance) {
        var activities = engine.services().getHistoryService().createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId()).list();
        return new Run(instance.getId(), instance.getProcessDefinitionName(), instance.getProcessDefinitionVersion(),
                time(instance.getStartTime()), time(instance.getEndTime()),
                ids(activities, activity -> activity.getEndTime() != null && !activity.isCanceled()),
                ids(activities, HistoricActivityInstance::isCanceled),
                ids(activities, activity -> activity.getEndTime() == null));
    }

    private static Set<String> ids(List<HistoricActivityInstance> activities,
                                   Predicate<HistoricActivityInstance> kind) {
        return activities.stream().filter(kind).map(HistoricActivityInstance::getActivityId)
                .filter(id -> !id.contains("#")) // the engine's own frame around a repeated element
                .collect(Collectors.toUnmodifiableSet());
    }

    private String model(String definitionId) {
        try (var xml = engine.services().getRepositoryService().getProcessModel(definitionId)) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ZonedDateTime time(Date date) {
        return date == null ? null : date.toInstant().atZone(clock.getZone());
    }
}
