package vn.phongtrao.organisation.web;

import java.io.IOException;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.organisation.MassOrganisations.Entered;
import vn.phongtrao.organisation.MassOrganisations.Entry;
import vn.phongtrao.organisation.MassOrganisations;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/mass-organisations")
@Tag(name = "mass-organisations", description = "Tổ chức quần chúng tham gia phong trào ở từng xã, phường, thị trấn")
class MassOrganisationController {

    /** What is to be written in a file. */
    private static final String ABOUT = "Cột: unitPath (mã, tên hoặc đường dẫn của xã, phường, thị trấn; bỏ trống thì là đơn vị của"
            + " người nhập), name (tên tổ chức), kind (loại tổ chức), members (số thành viên), activeFrom (hoạt động từ"
            + " ngày). Không ghi tên người. Cán bộ Công an của đơn vị và cấp trên.";

    private final MassOrganisations register;
    private final CurrentOfficer officer;

    MassOrganisationController(MassOrganisations register, CurrentOfficer officer) {
        this.register = register;
        this.officer = officer;
    }

    /** An organisation to enter, see {@link Entry}. */
    record NewEntry(@NotNull UnitPath unitPath,
                    @NotBlank @Named @Size(max = MassOrganisations.LONGEST_NAME) String name,
                    @NotBlank @Named @Size(max = MassOrganisations.LONGEST_KIND) String kind,
                    @NotNull @PositiveOrZero @Max(MassOrganisations.MOST_MEMBERS) Integer members,
                    @NotNull LocalDate activeFrom) {
    }

    record Count(@NotNull LocalDate countedOn,
                 @NotNull @PositiveOrZero @Max(MassOrganisations.MOST_MEMBERS) Integer members) {
    }

    record Closed(@NotNull LocalDate lastDay) {
    }

    @GetMapping
    @Operation(summary = "Tổ chức quần chúng của đơn vị và cấp dưới",
            description = "on: những tổ chức hoạt động trong ngày đó, với số thành viên của ngày đó")
    PagedModel<Entry> list(@RequestParam(required = false) UnitPath unit, @RequestParam(required = false) String kind,
                           @RequestParam(required = false) String q, @RequestParam(required = false) LocalDate on,
                           @ParameterObject Pageable pageable) {
        var filter = new MassOrganisations.Filter(unit, kind, q, on);
        return new PagedModel<>(register.list(filter, officer.get(), pageable));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập một tổ chức quần chúng (cán bộ Công an của đơn vị và cấp trên)")
    Entry enter(@Valid @RequestBody NewEntry entry) {
        return register.enter(new Entered(entry.unitPath(), entry.name(), entry.kind(), entry.members(),
                entry.activeFrom()), officer.get());
    }

    @PostMapping("/{id}/counts")
    @Operation(summary = "Cập nhật số thành viên tính đến một ngày (cán bộ Công an của đơn vị và cấp trên)")
    Entry count(@PathVariable long id, @Valid @RequestBody Count count) {
        return register.count(id, count.countedOn(), count.members(), officer.get());
    }

    @PostMapping("/{id}/closure")
    @Operation(summary = "Kết thúc hoạt động của một tổ chức (cán bộ Công an của đơn vị và cấp trên)")
    Entry close(@PathVariable long id, @Valid @RequestBody Closed closed) {
        return register.close(id, closed.lastDay(), officer.get());
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập tổ chức quần chúng, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(register.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập tổ chức quần chúng từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = ABOUT)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(register.load(file.getBytes(), officer.get()));
    }
}
