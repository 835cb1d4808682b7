package vn.phongtrao.disclosure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.desk.Exports;
import vn.phongtrao.disclosure.PersonalData;
import vn.phongtrao.disclosure.PersonalData.Kept;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;

@RestController
@RequestMapping("/api/personal-data")
@Tag(name = "personal-data", description = "Dữ liệu cá nhân của một người, để trả lời yêu cầu của chính người đó (Luật 91/2025/QH15, Điều 4); cán bộ Công an tỉnh")
class PersonalDataController {

    private static final int LONGEST_NUMBER = 30;

    private final PersonalData data;
    private final CurrentOfficer officer;

    PersonalDataController(PersonalData data, CurrentOfficer officer) {
        this.data = data;
        this.officer = officer;
    }

    /**
     * @param citizenId 12 digits, or the number of another document; it is no part of an address, because addresses are kept in logs
     * @param purpose   the request that is answered, by its number and day
     */
    record Asked(@NotBlank @Size(max = LONGEST_NUMBER) String citizenId, @NotBlank @Size(max = Exports.LONGEST_PURPOSE) String purpose) {

        /** Nothing that a log must not hold. */
        @Override
        public String toString() {
            return "Asked[]";
        }
    }

    @PostMapping
    @Operation(summary = "Mọi dữ liệu hệ thống lưu về một người, kèm nguồn; việc tra cứu và mục đích được ghi lại")
    ResponseEntity<Kept> of(@Valid @RequestBody Asked asked) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(data.of(asked.citizenId(), asked.purpose(), officer.get()));
    }

    @PostMapping(path = "/sheet", produces = SheetFile.XLSX)
    @Operation(summary = "Như trên, dạng tệp Excel để giao cho người yêu cầu")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = SheetFile.XLSX))
    ResponseEntity<byte[]> sheet(@Valid @RequestBody Asked asked) {
        return SheetAnswer.of("du-lieu-ca-nhan", data.sheet(asked.citizenId(), asked.purpose(), officer.get()));
    }
}
