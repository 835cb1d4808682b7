package vn.phongtrao.press.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.press.BlankForm;
import vn.phongtrao.press.BlankForms;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/blank-forms")
@Tag(name = "blank-forms", description = "Phôi giấy khen, bằng khen: khổ giấy và chỗ của phần chữ, tính bằng mi-li-mét")
class BlankFormController {

    private final BlankForms forms;
    private final Authorities authorities;
    private final CurrentOfficer officer;
    private final Clock clock;

    BlankFormController(BlankForms forms, Authorities authorities, CurrentOfficer officer, Clock clock) {
        this.forms = forms;
        this.authorities = authorities;
        this.officer = officer;
        this.clock = clock;
    }

    /** An authority's pre-printed form. @param authority as people call it */
    record Entry(UnitPath unitPath, Position position, String authority, BlankForm form) {
    }

    @GetMapping
    @Operation(summary = "Phôi của các cơ quan mà người gọi in giấy khen, bằng khen cho")
    List<Entry> mine() {
        var today = LocalDate.now(clock);
        return forms.mine(officer.get()).stream().map(post -> new Entry(post.unitPath(), post.position(),
                authorities.of(post, today).name(), forms.of(post))).toList();
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Căn chỉnh phôi của một cơ quan (công chức Ủy ban nhân dân, cán bộ Công an của đơn vị)")
    void set(@RequestParam UnitPath unit, @RequestParam String position, @Valid @RequestBody BlankForm form) {
        var authority = Position.find(position).map(found -> new Post(unit, found))
                .orElseThrow(() -> Refusal.malformed("position", "Không có chức vụ này"));
        forms.set(authority, form, officer.get());
    }
}
