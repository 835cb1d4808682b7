package vn.phongtrao.workflow.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.dossier.DossierCards;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.workflow.ManyTasks;
import vn.phongtrao.workflow.Worklist;

/**
 * Own tasks by what finds their dossier, and many tasks with one call; single ones are completed over
 * {@code /engine-rest}.
 */
@RestController
@RequestMapping(EngineHttp.TASKS)
@Tag(name = "tasks", description = "Tìm nhiệm vụ của mình; xử lý nhiều nhiệm vụ trong một lần gọi")
class TaskController {

    private static final int MOST = 100;
    private static final int MOST_FOUND = 20;

    private final ManyTasks tasks;
    private final Worklist worklist;
    private final DossierCards cards;
    private final CurrentOfficer officer;

    TaskController(ManyTasks tasks, Worklist worklist, DossierCards cards, CurrentOfficer officer) {
        this.tasks = tasks;
        this.worklist = worklist;
        this.cards = cards;
        this.officer = officer;
    }

    /** A task with what it is about. @param dueOn the last day, or null */
    record Found(String taskId, String taskName, DossierNumber dossierNumber, String title, String unitName,
                 LocalDate dueOn) {

        private static Found of(Worklist.Item task, DossierCards.Card card) {
            return new Found(task.taskId(), task.taskName(), task.dossierNumber(), card.title(), card.unitName(),
                    task.dueOn());
        }
    }

    /** @param tasks the most urgent first, twenty at most */
    record AllFound(List<Found> tasks) {
    }

    @GetMapping
    @Operation(summary = "Tìm trong nhiệm vụ của mình theo số hồ sơ, tên, thành tích; có dấu hay không dấu; "
            + "nhiều nhất 20 nhiệm vụ")
    AllFound find(@RequestParam String q) {
        var found = worklist.find(officer.get(), q, MOST_FOUND);
        var about = cards.of(found.stream().map(Worklist.Item::dossierNumber).distinct().toList());
        return new AllFound(found.stream().map(task -> Found.of(task, about.get(task.dossierNumber()))).toList());
    }

    record Completions(@NotEmpty(message = "phải nêu ít nhất một nhiệm vụ")
                       @Size(max = MOST, message = "nhiều nhất 100 nhiệm vụ")
                       List<@NotNull(message = "phải là một nhiệm vụ") @Valid Completion> tasks) {
    }

    /** @param fields of the task's form, as JSON has them */
    record Completion(@NotBlank(message = "phải nêu mã nhiệm vụ") @Size(max = 64, message = "dài quá 64 ký tự")
                      String taskId,
                      @Schema(description = "Các trường của biểu mẫu nhiệm vụ, xem /v3/api-docs/processes")
                      Map<String, Object> fields) {
    }

    /** In the order of the tasks. */
    record Results(List<ManyTasks.Result> results) {
    }

    @PostMapping("/completions")
    @Operation(summary = "Hoàn thành nhiều nhiệm vụ; mỗi nhiệm vụ một giao dịch và một kết quả riêng")
    Results complete(@Valid @RequestBody Completions asked) {
        Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
        asked.tasks().forEach(task -> {
            if (fields.put(task.taskId(), task.fields() == null ? Map.of() : task.fields()) != null) {
                throw Refusal.malformed("tasks", "Nhiệm vụ %s được nêu hai lần"
                        .formatted(ProblemWriter.shorten(task.taskId())));
            }
        });
        return new Results(tasks.complete(fields));
    }
}
