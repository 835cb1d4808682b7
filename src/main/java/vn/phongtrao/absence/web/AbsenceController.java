package vn.phongtrao.absence.web;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.absence.Absence;
import vn.phongtrao.absence.Absences;
import vn.phongtrao.absence.Terms;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Manner;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/absences")
@Tag(name = "absences", description = "Vắng mặt và người làm thay: cùng chức vụ, ký thay (KT.), thừa lệnh (TL.), thừa ủy quyền (TUQ.)")
class AbsenceController {

    private final Absences absences;
    private final CurrentOfficer officer;

    AbsenceController(Absences absences, CurrentOfficer officer) {
        this.absences = absences;
        this.officer = officer;
    }

    /** @param absent user name of who is away and holds that position in that unit; the rest as {@link Terms} has it */
    record NewAbsence(@NotNull UnitPath unitPath, @NotNull Position position,
                      @NotBlank @Size(max = Terms.LONGEST_USER) String absent, @NotNull LocalDate from,
                      @NotNull LocalDate to, @NotBlank @Size(max = Terms.LONGEST_USER) String deputy,
                      @NotNull Manner manner, @Named @Size(max = Terms.LONGEST_TITLE) String title,
                      @Size(max = Terms.LONGEST_NUMBER) String mandateNumber, LocalDate mandateDate) {

        Terms terms() {
            return new Terms(from, to, deputy, manner, title, mandateNumber, mandateDate);
        }
    }

    @GetMapping
    @Operation(summary = "Những lần vắng mặt của mình, của đơn vị và cấp dưới; on chỉ lấy lần có hiệu lực vào ngày đó")
    PagedModel<Absence> list(@RequestParam(required = false) UnitPath unit,
                             @RequestParam(required = false) LocalDate on, @ParameterObject Pageable pageable) {
        return new PagedModel<>(absences.list(unit, on, officer.get(), pageable));
    }

    @GetMapping("/choices")
    @Operation(summary = "Ai giữ chức vụ, ai thay được và bằng cách nào, để khai vắng cho chức vụ đó")
    Absences.Choice choice(@RequestParam UnitPath unit, @RequestParam String position) {
        return absences.choice(Position.find(position).map(found -> new Post(unit, found))
                .orElseThrow(() -> Refusal.malformed("position", "Không có chức vụ này")), officer.get());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Khai vắng và cử người thay",
            description = "Người vắng tự khai; cán bộ Công an khai cho Công an, công chức Ủy ban nhân dân khai cho Ủy ban "
                    + "nhân dân của đơn vị mình, nhưng không tự cử mình. manner: same-position (người cùng chức vụ), deputy (KT.), "
                    + "by-order (TL.), by-authorisation (TUQ., phải có mandateNumber và mandateDate). Ngày đầu, ngày cuối đều tính.")
    Absence enter(@Valid @RequestBody NewAbsence asked) {
        return absences.enter(new Post(asked.unitPath(), asked.position()), asked.absent(), asked.terms(), officer.get());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Đổi ngày, người thay, cách thay; đã bắt đầu thì không đổi được ngày đầu")
    Absence change(@PathVariable long id, @Valid @RequestBody Terms terms) {
        return absences.change(id, terms, officer.get());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Kết thúc ngay, hoặc hủy nếu chưa bắt đầu; vẫn còn trong sổ")
    Absence end(@PathVariable long id) {
        return absences.end(id, officer.get());
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Mọi lần khai, đổi, kết thúc, mới nhất trước: ai, lúc nào")
    List<Absences.Entry> history(@PathVariable long id) {
        return absences.history(id, officer.get());
    }
}
