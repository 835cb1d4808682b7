package vn.phongtrao.model.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.model.Figure;
import vn.phongtrao.model.ModelImport;
import vn.phongtrao.model.ModelRegister;
import vn.phongtrao.model.ModelSites;
import vn.phongtrao.model.Models;
import vn.phongtrao.register.Asking;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/models")
@Tag(name = "models", description = "Sổ mô hình: các cấp công nhận, điểm nhân rộng, tổ thực hiện")
class ModelController {

    /** What is to be written in a file. */
    private static final String ABOUT =
            "Cột: entry (model, recognition, site), key (mã mô hình trong tệp, hoặc # và mã trong sổ), name, "
            + "group (crime-prevention, fire-rescue, self-management), unit (mã, tên hoặc đường dẫn), hamlet (mã hoặc tên khóm, "
            + "ấp), startedOn, level (commune, district, province, ministry), teams, decisionNumber, decidedOn, "
            + "authority. Chỉ cán bộ Công an tỉnh.";

    private final ModelRegister register;
    private final ModelSites sites;
    private final Models models;
    private final ModelImport imports;
    private final Asking asking;
    private final CurrentOfficer officer;
    private final Clock clock;

    ModelController(ModelRegister register, ModelSites sites, Models models, ModelImport imports, Asking asking,
                    CurrentOfficer officer, Clock clock) {
        this.register = register;
        this.sites = sites;
        this.models = models;
        this.imports = imports;
        this.asking = asking;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Danh sách mô hình của đơn vị và cấp dưới, và mô hình có điểm nhân rộng tại đó")
    PagedModel<ModelRegister.Entry> list(@RequestParam(required = false) String group,
                                         @RequestParam(required = false) String level,
                                         @RequestParam(required = false) String status,
                                         @RequestParam(required = false) UnitPath unit,
                                         @RequestParam(required = false) String q,
                                         @RequestParam(required = false) String name,
                                         @RequestParam(required = false) LocalDate on,
                                         @ParameterObject Pageable pageable) {
        var filter = new ModelRegister.Filter(group, level, status, unit, q, name, on);
        return new PagedModel<>(register.list(filter, officer.get(), pageable));
    }

    @GetMapping("/sites")
    @Operation(summary = "Danh sách điểm nhân rộng tại đơn vị và cấp dưới")
    PagedModel<ModelSites.Entry> sites(@RequestParam(required = false) String group,
                                       @RequestParam(required = false) UnitPath unit,
                                       @RequestParam(required = false) String q,
                                       @RequestParam(required = false) LocalDate on,
                                       @ParameterObject Pageable pageable) {
        return new PagedModel<>(sites.list(new ModelSites.Filter(group, unit, q, on), officer.get(), pageable));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Một mô hình với các cấp công nhận, điểm nhân rộng, tổ thực hiện và quá trình")
    ModelRegister.Detail show(@PathVariable long id) {
        return register.show(id, officer.get());
    }

    /** What works on a day; {@code unit} is null for all that the officer sees. */
    record Figures(UnitPath unit, LocalDate on, List<Figure> groups) {
    }

    @GetMapping("/figures")
    @Operation(summary = "Số mô hình, điểm nhân rộng, tổ thực hiện theo nhóm tại một ngày (mặc định hôm nay)")
    Figures figures(@RequestParam(required = false) UnitPath unit, @RequestParam(required = false) LocalDate on) {
        var day = on == null ? LocalDate.now(clock) : on;
        return new Figures(unit, day, models.figures(unit == null ? all(officer.get())
                : List.of(asking.overseen(unit, officer.get())), day));
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để nhập mô hình, điểm nhân rộng, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(imports.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập mô hình, điểm nhân rộng đã công nhận trên giấy từ tệp XLSX hoặc CSV; nhận tất cả "
            + "hoặc không nhận dòng nào",
            description = ABOUT)
    ModelImport.Imported load(@RequestParam MultipartFile file) throws IOException {
        return imports.load(file.getBytes(), officer.get());
    }

    private static List<UnitPath> all(Officer officer) {
        return officer.administrator() ? null : officer.units();
    }
}
