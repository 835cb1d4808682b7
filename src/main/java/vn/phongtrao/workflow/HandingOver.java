package vn.phongtrao.workflow;

import java.util.List;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import vn.phongtrao.absence.Handovers;
import vn.phongtrao.audit.CurrentAct;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.TaskGivenBack;
import vn.phongtrao.dossier.TaskHandedOver;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.StatusText;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Post;

/**
 * Heads give tasks of their own unit's police or committee to another holder of the post, or back to it; votes stay their
 * members'. Each task is a transaction of its own, and a note stays with the dossier.
 */
@Component
public class HandingOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);
    private static final int DONE = 204;
    private static final int FAILED = 500;

    private final Engine engine;
    private final FormGate gate;
    private final Dossiers dossiers;
    private final PostHolders holders;
    private final Handovers absences;
    private final ApplicationEventPublisher events;

    HandingOver(Engine engine, FormGate gate, Dossiers dossiers, PostHolders holders, Handovers absences,
                ApplicationEventPublisher events) {
        this.engine = engine;
        this.gate = gate;
        this.dossiers = dossiers;
        this.holders = holders;
        this.absences = absences;
        this.events = events;
    }

    /**
     * What became of a task.
     *
     * @param status  as HTTP has it: 204 handed over, 403, 404, 409 or 422 refused, 500 a fault of the system
     * @param message Vietnamese, why it was refused; null when it is handed over
     */
    public record Result(String taskId, int status, String message) {
    }

    /**
     * Hands tasks over, each by itself.
     *
     * @param user   who gets them; null to give them back to their posts
     * @param reason that stays with the dossiers
     */
    public List<Result> handOver(List<String> tasks, String user, String reason, Officer head) {
        return tasks.stream().map(task -> {
            CurrentAct.part("taskId", task);
            var result = tried(task, user, reason, head);
            CurrentAct.partAnswered(result.status());
            return result;
        }).toList();
    }

    private Result tried(String taskId, String user, String reason, Officer head) {
        try {
            engine.unchecked(() -> engine.inOneCommand(context -> {
                handOver(context, taskId, user, reason, head);
                return null;
            }));
            return new Result(taskId, DONE, null);
        } catch (RuntimeException failed) {
            return Refusal.in(failed).map(refusal -> new Result(taskId, refusal.kind().status(), refusal.inWords()))
                    .orElseGet(() -> {
                        LOG.error("Task {} could not be handed over", taskId, failed);
                        return new Result(taskId, FAILED, StatusText.of(FAILED));
                    });
        }
    }

    /** Who may is asked before the dossier is locked, so that nobody else makes others wait. */
    private void handOver(CommandContext context, String taskId, String user, String reason, Officer head) {
        var place = gate.place(taskId);
        CurrentAct.about(place.dossierNumber().value());
        var post = place.candidates().stream().filter(one -> head.headOf(one).isPresent()).findFirst().orElseThrow(() ->
                Refusal.forbidden(place.candidates().isEmpty()
                        ? "Nhiệm vụ được giao đích danh, không chuyển cho người khác"
                        : "Chỉ Trưởng Công an, Chủ tịch Ủy ban nhân dân của đơn vị được phân công nhiệm vụ của đơn vị"));
        var name = user == null ? null : nameOf(user, post);
        if (user != null) {
            requirePresent(user, name);
        }
        var dossier = dossiers.lock(place.dossierNumber());
        var task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw Engine.overtaken();
        }
        dossier.requireActive();
        var from = task.getAssignee();
        requireChange(from, user);
        task.setAssignee(user);
        if (user != null) {
            gate.requireOtherEyes(task, dossier, Officer.of(user, List.of(post.group())),
                    () -> engine.services().getFormService().getDeployedTaskForm(taskId));
        }
        task.triggerUpdateEvent();
        dossiers.noteHandedOver(dossier, head, head.headOf(post).orElseThrow(),
                "Nhiệm vụ “%s” %s. %s".formatted(task.getName(), user == null ? "trở lại cho người giữ chức vụ" : "giao cho " + name,
                        reason));
        tell(dossier, task, place.stop(), post, from);
    }

    private String nameOf(String user, Post post) {
        return holders.named(post).stream().filter(holder -> holder.user().equals(user)).findFirst()
                .map(holder -> holder.name() == null ? user : holder.name())
                .orElseThrow(() -> Refusal.broken("user", "Người được giao không giữ chức vụ của nhiệm vụ này"));
    }

    private void requirePresent(String user, String name) {
        absences.of(user).ifPresent(absence -> {
            throw Refusal.broken("user", "%s vắng mặt đến hết ngày %s; hãy giao cho người khác".formatted(name, Wording.day(absence.to())));
        });
    }

    private static void requireChange(String from, String user) {
        if (from == null && user == null) {
            throw Refusal.broken(null, "Nhiệm vụ này chưa có ai nhận");
        }
        if (from != null && from.equals(user)) {
            throw Refusal.broken(null, "Nhiệm vụ này đang do chính người đó xử lý");
        }
    }

    private void tell(Dossier dossier, TaskEntity task, Integer stop, Post post, String from) {
        events.publishEvent(task.getAssignee() == null
                ? new TaskGivenBack(dossier, task.getTaskDefinitionKey(), post, from)
                : new TaskHandedOver(dossier, task.getTaskDefinitionKey(), stop, post, from, task.getAssignee()));
    }
}
