package vn.phongtrao.report.web;

import java.io.IOException;
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

import vn.phongtrao.report.Periods;
import vn.phongtrao.report.ReportImport;
import vn.phongtrao.report.ReportSums;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/report-periods")
@Tag(name = "report-periods", description = "Kỳ báo cáo kết quả phong trào và số liệu cộng theo đơn vị")
class ReportPeriodController {

    /** What is to be written in a file. */
    private static final String ABOUT = "Cột: unitPath (mã, tên hoặc đường dẫn của xã, phường, thị trấn), unitName (không đọc), và"
            + " các chỉ tiêu như trong biểu mẫu. Dòng không có số liệu phát sinh trong kỳ được bỏ qua. Tệp chỉ điền biểu"
            + " mẫu: cán bộ của xã vẫn gửi báo cáo, Trưởng Công an cấp xã vẫn ký. Cán bộ Công an của đơn vị và cấp"
            + " trên.";

    private final Periods periods;
    private final ReportSums sums;
    private final ReportImport files;
    private final CurrentOfficer officer;

    ReportPeriodController(Periods periods, ReportSums sums, ReportImport files, CurrentOfficer officer) {
        this.periods = periods;
        this.sums = sums;
        this.files = files;
        this.officer = officer;
    }

    /** A period to open. @param to last day @param dueOn last day on which a signed report is in time */
    record NewPeriod(@NotBlank @Named @Size(max = Periods.LONGEST_NAME) String name, @NotNull LocalDate from,
                     @NotNull LocalDate to, @NotNull LocalDate dueOn) {
    }

    @GetMapping
    @Operation(summary = "Các kỳ báo cáo: bao nhiêu xã, phường, thị trấn của đơn vị và cấp dưới đã báo cáo, được chấp "
            + "nhận, đơn vị nào trễ hạn")
    PagedModel<Periods.Entry> list(@ParameterObject Pageable pageable) {
        return new PagedModel<>(periods.list(officer.get(), pageable));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Một kỳ báo cáo")
    Periods.Entry show(@PathVariable long id) {
        return periods.show(id, officer.get());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Mở kỳ báo cáo: mỗi xã, phường, thị trấn đang hoạt động có một báo cáo (cán bộ Công an tỉnh)",
            description = "Các ngày của kỳ không được trùng với kỳ khác; hạn nộp từ ngày cuối kỳ trở đi. Mở tất cả hoặc không mở báo cáo nào.")
    Periods.Entry open(@Valid @RequestBody NewPeriod period) {
        return periods.open(new Periods.Asked(period.name(), period.from(), period.to(), period.dueOn()),
                officer.get());
    }

    @PostMapping("/{id}/closure")
    @Operation(summary = "Khóa kỳ báo cáo (cán bộ Công an tỉnh)",
            description = "Báo cáo chưa ký được đóng; số liệu đã báo cáo chỉ thay đổi bằng đính chính (quy trình "
                    + "movement-report), đơn vị chưa nộp cũng báo cáo bằng đính chính.")
    Periods.Entry close(@PathVariable long id) {
        return periods.close(id, officer.get());
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Bỏ kỳ báo cáo mở nhầm (cán bộ Công an tỉnh)",
            description = "Chỉ khi chưa đơn vị nào lập báo cáo; các ngày của kỳ lại dùng được cho kỳ khác.")
    Periods.Entry withdraw(@PathVariable long id) {
        return periods.withdraw(id, officer.get());
    }

    @GetMapping(path = "/{id}/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp (.xlsx) để điền: các báo cáo của đơn vị và cấp dưới đang chờ lập, với số liệu đã biết",
            description = ABOUT)
    ResponseEntity<byte[]> write(@PathVariable long id) {
        return SheetAnswer.of("bao-cao-phong-trao", files.write(id, officer.get()));
    }

    @PostMapping(path = "/{id}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Điền các báo cáo đang chờ lập từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào",
            description = ABOUT)
    Imported load(@PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        return new Imported(files.load(id, file.getBytes(), officer.get()));
    }

    @GetMapping("/{id}/sums")
    @Operation(summary = "Số liệu của kỳ cộng cho từng đơn vị và cấp dưới, với số đơn vị đã báo cáo")
    List<ReportSums.Sum> sums(@PathVariable long id, @RequestParam(required = false) UnitPath unit) {
        return sums.all(id, unit, officer.get());
    }
}
