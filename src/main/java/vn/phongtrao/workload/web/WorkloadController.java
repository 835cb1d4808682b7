package vn.phongtrao.workload.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.workflow.HandingOver;
import vn.phongtrao.workflow.HeldTasks;
import vn.phongtrao.workload.Workload;

@RestController
@RequestMapping("/api/workload")
@Tag(name = "workload", description = "Khối lượng công việc, cho lãnh đạo đơn vị: ai đang giữ việc gì, việc nào quá hạn, "
        + "thời gian xử lý, phân công lại")
class WorkloadController {

    private static final int MOST = 100;

    private final Workload workload;
    private final HandingOver handingOver;
    private final CurrentOfficer officer;

    WorkloadController(Workload workload, HandingOver handingOver, CurrentOfficer officer) {
        this.workload = workload;
        this.handingOver = handingOver;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Nhiệm vụ đang chờ xử lý của đơn vị (lãnh đạo: cả cấp dưới), hạn sớm nhất trước; taken=false: chưa ai nhận")
    PagedModel<HeldTasks.Held> list(@RequestParam(required = false) UnitPath unit,
                                    @RequestParam(required = false) String position,
                                    @RequestParam(required = false) String holder,
                                    @RequestParam(required = false) Boolean taken,
                                    @RequestParam(required = false) Boolean late,
                                    @RequestParam(required = false) String dossierNumber,
                                    @ParameterObject @PageableDefault(size = 20, sort = "dueOn",
                                            direction = Sort.Direction.ASC) Pageable pageable) {
        return new PagedModel<>(workload.list(new HeldTasks.Filter(unit, position(position), holder, taken, late,
                dossierNumber), officer.get(), pageable));
    }

    private static Position position(String id) {
        return id == null ? null : Position.find(id)
                .orElseThrow(() -> Refusal.malformed("position", "Không có chức vụ này"));
    }

    @GetMapping("/sums")
    @Operation(summary = "Số nhiệm vụ đang chờ và quá hạn theo đơn vị, chức danh, người; không nêu unit là đơn vị của mình")
    Workload.Sums sums(@RequestParam(required = false) UnitPath unit) {
        return workload.sums(unit, officer.get());
    }

    /** A task at a post. @param taskName in words; days are working days, see {@link vn.phongtrao.workload.Spread} */
    record Line(UnitPath unitPath, Position position, String process, String task, String taskName, long steps,
                double averageDays, double medianDays, Double givenDays, long late) {

        private static Line of(Workload.Times times) {
            var spread = times.spread();
            return new Line(times.unitPath(), times.position(), times.process(), times.task(), times.taskName(),
                    spread.steps(), spread.averageDays(), spread.medianDays(), spread.givenDays(), spread.late());
        }
    }

    @GetMapping("/times")
    @Operation(summary = "Số ngày làm việc đã dùng cho từng việc ở từng chức danh, trong kỳ không quá một năm (mặc định ba tháng "
            + "gần nhất), so với số ngày theo bảng thời hạn")
    PagedModel<Line> times(@RequestParam(required = false) UnitPath unit, @RequestParam(required = false) LocalDate from,
                           @RequestParam(required = false) LocalDate to, @ParameterObject Pageable pageable) {
        var me = officer.get();
        var lines = Workload.sees(me) ? workload.times(unit, workload.period(from, to), me).stream().map(Line::of).toList()
                : List.<Line>of();
        var first = pageable.isPaged() ? Math.min(pageable.getOffset(), lines.size()) : 0;
        var last = pageable.isPaged() ? Math.min(first + pageable.getPageSize(), lines.size()) : lines.size();
        return new PagedModel<>(new PageImpl<>(lines.subList((int) first, (int) last), pageable, lines.size()));
    }

    /**
     * Tasks that are given to somebody.
     *
     * @param tasks  their ids
     * @param user   user name of a holder of their posts; null gives them back to the posts
     * @param reason Vietnamese text, stays with the dossiers
     */
    record Order(@NotEmpty(message = "phải nêu ít nhất một nhiệm vụ") @Size(max = MOST, message = "nhiều nhất 100 nhiệm vụ")
                 List<@NotBlank(message = "phải nêu mã nhiệm vụ") @Size(max = 64, message = "dài quá 64 ký tự") String> tasks,
                 @Size(min = 1, max = 255) String user,
                 @NotBlank(message = REQUIRED) @NoNumber @Size(max = 500, message = "dài quá 500 ký tự") String reason) {
    }

    /** In the order of the tasks. */
    record Results(List<HandingOver.Result> results) {
    }

    @PostMapping("/handovers")
    @Operation(summary = "Trưởng Công an, Chủ tịch giao nhiệm vụ của Công an, Ủy ban nhân dân đơn vị mình cho người khác cùng chức "
            + "danh, hoặc trả lại cho chức danh; mỗi nhiệm vụ một kết quả riêng")
    Results handOver(@Valid @RequestBody Order order) {
        if (new HashSet<>(order.tasks()).size() < order.tasks().size()) {
            throw Refusal.malformed("tasks", "Có nhiệm vụ được nêu hai lần");
        }
        return new Results(handingOver.handOver(order.tasks(), order.user(), order.reason(), officer.get()));
    }
}
