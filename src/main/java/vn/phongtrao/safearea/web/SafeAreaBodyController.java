package vn.phongtrao.safearea.web;

import java.io.IOException;
import java.time.LocalDate;

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

import vn.phongtrao.safearea.SafeAreaBodies;
import vn.phongtrao.safearea.SafeAreaBodies.Body;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/safe-areas/bodies")
@Tag(name = "safe-areas", description = "Sổ công nhận đạt tiêu chuẩn An toàn về an ninh, trật tự")
class SafeAreaBodyController {

    /** What is to be written in a file. */
    private static final String ABOUT = "Cột: unit (mã, tên hoặc đường dẫn của xã), kind (agency, enterprise, school), type (loại hoặc"
            + " quy mô), name (không ghi tên người), manager (commune, upper), validFrom. Cán bộ Công an của đơn vị và cấp"
            + " trên.";

    private final SafeAreaBodies bodies;
    private final CurrentOfficer officer;

    SafeAreaBodyController(SafeAreaBodies bodies, CurrentOfficer officer) {
        this.bodies = bodies;
        this.officer = officer;
    }

    /** A body to enter, see {@link Body}. */
    record NewBody(@NotNull UnitPath unitPath, @NotBlank String kind, @NotBlank String type,
                   @NotBlank @Named @Size(max = SafeAreaBodies.LONGEST_NAME) String name, @NotBlank String manager,
                   @NotNull LocalDate validFrom) {
    }

    record ClosedBody(@NotNull LocalDate lastDay) {
    }

    @GetMapping
    @Operation(summary = "Cơ quan, doanh nghiệp, cơ sở giáo dục thuộc đối tượng xét của đơn vị và cấp dưới",
            description = "on: những đơn vị hoạt động trong ngày đó")
    PagedModel<Body> list(@RequestParam(required = false) UnitPath unit, @RequestParam(required = false) String kind,
                          @RequestParam(required = false) String type, @RequestParam(required = false) String manager,
                          @RequestParam(required = false) String q, @RequestParam(required = false) LocalDate on,
                          @ParameterObject Pageable pageable) {
        return new PagedModel<>(bodies.list(new SafeAreaBodies.Filter(unit, kind, type, manager, q, on), officer.get(),
                pageable));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập một cơ quan, doanh nghiệp hoặc cơ sở giáo dục (cán bộ Công an của đơn vị và cấp trên)",
            description = "Doanh nghiệp nhỏ, siêu nhỏ, trường tiểu học và cơ sở mầm non không thuộc đối tượng xét.")
    Body enter(@Valid @RequestBody NewBody body) {
        return bodies.enter(new SafeAreaBodies.Entered(body.unitPath(), body.kind(), body.type(), body.name(),
                body.manager(), body.validFrom()), officer.get());
    }

    @PostMapping("/{id}/closure")
    @Operation(summary = "Ghi ngày cuối một đơn vị còn hoạt động tại xã (cán bộ Công an của đơn vị và cấp trên)")
    Body close(@PathVariable long id, @Valid @RequestBody ClosedBody closed) {
        return bodies.close(id, closed.lastDay(), officer.get());
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập cơ quan, doanh nghiệp, cơ sở giáo dục, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(bodies.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập cơ quan, doanh nghiệp, cơ sở giáo dục từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận "
            + "dòng nào", description = ABOUT)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(bodies.load(file.getBytes(), officer.get()));
    }
}
