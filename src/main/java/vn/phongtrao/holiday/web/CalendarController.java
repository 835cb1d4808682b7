package vn.phongtrao.holiday.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.holiday.CalendarFile;
import vn.phongtrao.holiday.Change;
import vn.phongtrao.holiday.Years;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.text.Named;

@RestController
@RequestMapping("/api/calendar")
@Tag(name = "calendar", description = "Lịch làm việc: ngày nghỉ, ngày làm bù của từng năm")
class CalendarController {

    private final Years years;
    private final CalendarFile files;
    private final CurrentOfficer officer;
    private final Clock clock;

    CalendarController(Years years, CalendarFile files, CurrentOfficer officer, Clock clock) {
        this.years = years;
        this.files = files;
        this.officer = officer;
        this.clock = clock;
    }

    /** By which document a year is complete. @param revision of the calendar that was seen */
    record Declaration(@NotBlank @Named @Size(max = Years.LONGEST_DOCUMENT) String document, @NotNull Long revision) {
    }

    @GetMapping
    @Operation(summary = "Lịch của một năm (năm nay, nếu không ghi): ngày nghỉ, ngày làm bù, căn cứ, đã đủ hay chưa")
    Years.Year year(@RequestParam(required = false) Integer year) {
        return years.of(Objects.requireNonNullElseGet(year, () -> LocalDate.now(clock).getYear()));
    }

    @GetMapping("/{year}/history")
    @Operation(summary = "Mọi lần thêm, sửa, rút ngày của một năm, mới nhất trước")
    List<Years.Entry> history(@PathVariable int year) {
        return years.history(year);
    }

    @PostMapping("/plans")
    @Operation(summary = "Xem trước một thay đổi: hạn hồ sơ, hạn nhiệm vụ và hẹn giờ nào chuyển sang ngày nào",
            description = "Không thay đổi gì. Công chức tham mưu của Ủy ban nhân dân tỉnh.")
    Years.Plan plan(@Valid @RequestBody Change change) {
        return years.plan(change, officer.get());
    }

    @PostMapping("/changes")
    @Operation(summary = "Thêm, sửa, rút ngày; mọi hạn tính theo lịch chuyển cùng lúc",
            description = "revision là số của lịch đã xem (GET /api/calendar hoặc /api/calendar/plans); lịch đã khác thì "
                    + "trả lời 409 và không đổi gì. Sửa, rút phải có reason. Công chức tham mưu của Ủy ban nhân dân "
                    + "tỉnh.")
    Years.Plan change(@Valid @RequestBody Change change) {
        return years.confirm(change, officer.get());
    }

    @PutMapping("/{year}/declaration")
    @Operation(summary = "Xác nhận năm đã đủ ngày nghỉ, ngày làm bù, theo văn bản nào",
            description = "Công chức tham mưu của Ủy ban nhân dân tỉnh.")
    Years.Year declare(@PathVariable int year, @Valid @RequestBody Declaration declaration) {
        return years.declare(year, declaration.document(), declaration.revision(), officer.get());
    }

    @GetMapping(path = "/files", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp (.xlsx) để điền các ngày của một năm")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(CalendarFile.FORM);
    }

    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Đọc tệp XLSX, CSV hoặc iCalendar thành một thay đổi để xem trước rồi xác nhận",
            description = "Cột của XLSX, CSV như trong tệp để điền, hoặc day, kind (off, working), name, legalBasis, "
                    + "inPlaceOf. iCalendar: sự kiện cả ngày, SUMMARY là tên, DESCRIPTION là căn cứ (không có thì lấy "
                    + "document), X-IN-PLACE-OF là ngày nghỉ được làm bù. Chỉ đọc, chưa thay đổi gì. Công chức tham mưu của Ủy ban nhân dân tỉnh.")
    Change read(@RequestParam MultipartFile file,
                @RequestParam(required = false) @Named @Size(max = Years.LONGEST_DOCUMENT) String document)
            throws IOException {
        return files.read(file.getBytes(), document, officer.get());
    }
}
