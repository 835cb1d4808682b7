package vn.phongtrao.dossier.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.DossierSheets;
import vn.phongtrao.dossier.DossierView;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/dossiers")
@Tag(name = "dossiers", description = "Hồ sơ: nội dung, lộ trình, các bước đã xử lý")
class DossierController {

    private final DossierRegister register;
    private final DossierSheets sheets;
    private final Handling handling;
    private final CurrentOfficer officer;
    private final Clock clock;

    DossierController(DossierRegister register, DossierSheets sheets, Handling handling, CurrentOfficer officer,
                      Clock clock) {
        this.register = register;
        this.sheets = sheets;
        this.handling = handling;
        this.officer = officer;
        this.clock = clock;
    }

    /** @param reason Vietnamese text, required */
    record Reason(@NotBlank(message = REQUIRED) @NoNumber @Size(max = 2000, message = "dài quá 2000 ký tự")
                  String reason) {
    }

    @GetMapping
    @Operation(summary = "Danh sách hồ sơ của đơn vị, cấp dưới và những hồ sơ mình đã xử lý")
    PagedModel<DossierRegister.Entry> list(@RequestParam(required = false) String process,
                                           @RequestParam(required = false) String form,
                                           @RequestParam(required = false) UnitPath unit,
                                           @RequestParam(required = false) String status,
                                           @RequestParam(required = false) String number,
                                           @RequestParam(required = false) String q,
                                           @RequestParam(required = false) String name,
                                           @RequestParam(required = false) LocalDate openedFrom,
                                           @RequestParam(required = false) LocalDate openedTo,
                                           @Parameter(description = "all, sent (của đơn vị mình), handled (mình đã "
                                                   + "xử lý)") @RequestParam(required = false) String scope,
                                           @ParameterObject Pageable pageable) {
        var within = Scope.of(scope);
        var me = officer.get();
        var filter = new DossierRegister.Filter(process, form, unit, status(status), number, q, name,
                startOf(openedFrom), openedTo == null ? null : startOf(openedTo.plusDays(1)),
                within.sentBy(me), within.handledBy(me));
        return new PagedModel<>(register.list(filter, me, pageable));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Một hồ sơ với nội dung, lộ trình và các bước đã xử lý")
    DossierView show(@PathVariable DossierNumber number) {
        return register.show(number, officer.get());
    }

    @GetMapping("/{number}/whereabouts")
    @Operation(summary = "Hồ sơ đang ở đâu: trạng thái và những chức danh phải xử lý; không có nội dung")
    DossierSheets.Whereabouts whereabouts(@PathVariable DossierNumber number) {
        return sheets.whereabouts(number, officer.get());
    }

    @PostMapping("/{number}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Rút hồ sơ (đơn vị đề nghị, trước khi có quyết định)")
    void withdraw(@PathVariable DossierNumber number, @Valid @RequestBody Reason reason) {
        handling.withdraw(number, reason.reason(), officer.get());
    }

    @PostMapping("/{number}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tạm dừng hồ sơ (đơn vị đang giữ hồ sơ)")
    void suspend(@PathVariable DossierNumber number, @Valid @RequestBody Reason reason) {
        handling.suspend(number, reason.reason(), officer.get());
    }

    @PostMapping("/{number}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tiếp tục xử lý hồ sơ đang tạm dừng")
    void resume(@PathVariable DossierNumber number, @Valid @RequestBody Reason reason) {
        handling.resume(number, reason.reason(), officer.get());
    }

    private Instant startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static Status status(String id) {
        try {
            return id == null ? null : Status.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed("status", "Không có trạng thái \"%s\"".formatted(id));
        }
    }
}
