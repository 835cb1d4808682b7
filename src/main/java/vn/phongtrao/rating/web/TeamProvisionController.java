package vn.phongtrao.rating.web;

import java.io.IOException;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.rating.ProvisionGroup;
import vn.phongtrao.rating.ProvisionKind;
import vn.phongtrao.rating.TeamProvisions;
import vn.phongtrao.rating.TeamProvisions.Entered;
import vn.phongtrao.rating.TeamProvisions.Entry;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/team-provisions")
@Tag(name = "team-provisions", description = "Bồi dưỡng và trang bị của từng Tổ bảo vệ an ninh, trật tự, theo thời gian")
class TeamProvisionController {

    /** What is to be written in a file. */
    private static final String ABOUT = "Cột: unit (mã, tên hoặc đường dẫn của đơn vị; không bắt buộc), team (tên Tổ), kind (training,"
            + " uniform, insignia, certificate, support-tool, device), from, to, quantity (số lớp hoặc số trang bị), attendances"
            + " (lượt người, khi là training). Không ghi tên người. Cán bộ Công an của đơn vị và cấp trên.";

    private final TeamProvisions register;
    private final CurrentOfficer officer;

    TeamProvisionController(TeamProvisions register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    /** A count to enter, see {@link Entry}. */
    record NewEntry(@NotNull Long teamId, @NotNull LocalDate periodFrom, @NotNull LocalDate periodTo,
                    @NotNull ProvisionKind kind, @NotNull @PositiveOrZero @Max(TeamProvisions.MOST) Integer quantity,
                    @PositiveOrZero @Max(TeamProvisions.MOST) Integer attendances) {
    }

    @GetMapping
    @Operation(summary = "Bồi dưỡng và trang bị của Tổ thuộc đơn vị và cấp dưới",
            description = "from, to: những số liệu mà thời gian kết thúc trong khoảng ngày đó")
    PagedModel<Entry> list(@RequestParam(required = false) UnitPath unit,
                           @RequestParam(required = false) ProvisionKind kind,
                           @RequestParam(required = false) ProvisionGroup group,
                           @RequestParam(required = false) LocalDate from,
                           @RequestParam(required = false) LocalDate to,
                           @RequestParam(required = false) String q, @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.list(new TeamProvisions.Filter(unit, kind, group, from, to, q), officer.get(),
                pageable));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập số liệu bồi dưỡng hoặc trang bị của một Tổ (cán bộ Công an của đơn vị và cấp trên)",
            description = "Nhập lại cùng Tổ, cùng loại, cùng thời gian thì số liệu sau thay số liệu trước")
    Entry enter(@Valid @RequestBody NewEntry entry) {
        return register.enter(new Entered(entry.teamId(), entry.periodFrom(), entry.periodTo(), entry.kind(),
                entry.quantity(), entry.attendances()), officer.get());
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập bồi dưỡng và trang bị của Tổ, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(register.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập bồi dưỡng và trang bị của Tổ từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = ABOUT)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(register.load(file.getBytes(), officer.get()));
    }
}
