package vn.phongtrao.workflow.web;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.workflow.ManyTasks;

/** Many tasks with one call; single ones are completed over {@code /engine-rest}. */
@RestController
@RequestMapping(EngineHttp.TASKS)
@Tag(name = "tasks", description = "Xử lý nhiều nhiệm vụ trong một lần gọi")
class TaskController {

    private static final int MOST = 100;

    private final ManyTasks tasks;

    TaskController(ManyTasks tasks) {
        this.tasks = tasks;
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
