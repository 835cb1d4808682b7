package vn.phongtrao.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

import vn.phongtrao.audit.CurrentAct;
import vn.phongtrao.dossier.Contents;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.unit.Titles;
import vn.phongtrao.unit.Units;

/**
 * What task forms are filled with: the options of its unit, the dossier's content and the steps that earlier stops
 * took.
 */
@Component
class TaskContent {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Engine engine;
    private final Dossiers dossiers;
    private final Contents contents;
    private final Units units;
    private final Titles titles;
    private final Clock clock;

    TaskContent(Engine engine, Dossiers dossiers, Contents contents, Units units, Titles titles, Clock clock) {
        this.engine = engine;
        this.dossiers = dossiers;
        this.contents = contents;
        this.units = units;
        this.titles = titles;
        this.clock = clock;
    }

    static DossierNumber dossierNumber(TaskEntity task) {
        return DossierNumber.of(task.getProcessInstance().getBusinessKey());
    }

    /** @return null when there is no such task */
    Map<String, Object> ofTask(String taskId) {
        return engine.inOneCommand(context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return null;
            }
            CurrentAct.about(dossierNumber(task).value());
            return of(dossiers.require(dossierNumber(task)));
        });
    }

    Map<String, Object> of(Dossier dossier) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("dossierNumber", dossier.number().value());
        shown.put("dossierTitle", dossier.title());
        shown.put("unitName", units.require(dossier.unitPath()).fullName());
        shown.put("issuesDecision", dossier.jurisdiction().issuesDecision());
        contents.find(dossier.process()).ifPresent(content -> {
            shown.putAll(Binding.plain(content.options(dossier.unitPath())));
            shown.putAll(Binding.plain(content.show(dossier)));
        });
        shown.put("steps", dossiers.stepsOf(dossier.number()).stream().map(this::row).toList());
        return shown;
    }

    private Map<String, Object> row(Step step) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("when", WHEN.format(step.finishedAt().atZone(clock.getZone())));
        row.put("positionName", titles.inVietnamese(step.post(),
                LocalDate.ofInstant(step.finishedAt(), clock.getZone())));
        row.put("actor", step.person() + step.deputising().map(other -> " (%s)".formatted(other.forWhom())).orElse(""));
        row.put("task", step.task());
        row.put("outcomeName", step.outcome() == null ? "" : Outcome.of(step.outcome()).label());
        row.put("comment", step.comment() == null ? "" : step.comment());
        row.put("workingDays", step.workingDays());
        return row;
    }
}
