package vn.phongtrao.commendation.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

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

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.commendation.CertificateHandovers;
import vn.phongtrao.commendation.CertificateRegister.Filter;
import vn.phongtrao.commendation.CertificateRegister;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.Imported;
import vn.phongtrao.sheet.SheetAnswer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/certificates")
@Tag(name = "certificates", description = "Trao giấy khen, bằng khen: đã trao cho ai, ngày nào, tại đâu; chưa trao")
class CertificateController {

    private static final String KEEPERS = "Công chức tham mưu của Ủy ban nhân dân, cán bộ Công an của cơ quan quyết định "
            + "hoặc trình khen thưởng. way: ceremony (tại buổi lễ), office (tại trụ sở), post (qua bưu điện).";
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_AWARDS = 1000;

    private final CertificateRegister register;
    private final CertificateHandovers handovers;
    private final CurrentOfficer officer;

    CertificateController(CertificateRegister register, CertificateHandovers handovers, CurrentOfficer officer) {
        this.register = register;
        this.handovers = handovers;
        this.officer = officer;
    }

    /** A certificate that was handed over. @param receivedBy absent where the recipient received it */
    record One(@NotNull(message = REQUIRED) Long award, @Named @Size(max = LONGEST) String receivedBy) {
    }

    /** What was handed over: single certificates, or all that are left of a decision; one of the two is null. */
    record NewHandover(@NotNull(message = REQUIRED) LocalDate handedOn, @NotBlank(message = REQUIRED) String way,
                       @Named @Size(max = LONGEST) String ceremony,
                       @NotBlank(message = REQUIRED) @Named @Size(max = LONGEST) String handedBy,
                       @Size(min = 1, max = MOST_AWARDS) List<@Valid @NotNull(message = REQUIRED) One> certificates,
                       Long decisionId) {
    }

    /** Why an entry is undone. */
    record Undo(@NotBlank(message = REQUIRED) @Named @NoNumber @Size(max = LONGEST_REASON) String reason) {
    }

    @GetMapping
    @Operation(summary = "Giấy khen, bằng khen của đơn vị và cấp dưới; handedOver: đã trao hay chưa; thứ tự trao: sort=place (trong 10.000 dòng, nhiều hơn thì lọc hẹp)")
    PagedModel<CertificateRegister.Entry> list(@RequestParam(required = false) UnitPath unit,
                                               @RequestParam(required = false) String form,
                                               @RequestParam(required = false) String kind,
                                               @RequestParam(required = false) Boolean handedOver,
                                               @RequestParam(required = false) Long decisionId,
                                               @RequestParam(required = false) String q,
                                               @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.list(new Filter(unit, form, kind, handedOver, decisionId, q, null),
                officer.get(), pageable));
    }

    @PostMapping("/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ghi nhận đã trao: từng giấy khen, bằng khen (certificates) hoặc phần chưa trao của một quyết định "
            + "(decisionId); nhận tất cả hoặc không", description = KEEPERS)
    CertificateHandovers.Done enter(@Valid @RequestBody NewHandover handover) {
        if ((handover.certificates() == null) == (handover.decisionId() == null)) {
            throw Refusal.malformed("certificates", "Ghi certificates hoặc decisionId, một trong hai");
        }
        var occasion = new CertificateHandovers.Occasion(handover.handedOn(), handover.way(), handover.ceremony(),
                handover.handedBy());
        return handover.certificates() == null
                ? handovers.enterDecision(occasion, handover.decisionId(), officer.get())
                : handovers.enter(occasion, handover.certificates().stream()
                        .map(one -> new CertificateHandovers.Received(one.award(), one.receivedBy())).toList(), officer.get());
    }

    @PostMapping("/handovers/{id}/undoing")
    @Operation(summary = "Hủy ghi nhận một lần trao, với lý do; lần trao vẫn được lưu", description = KEEPERS)
    CertificateHandovers.Done undo(@PathVariable long id, @Valid @RequestBody Undo undo) {
        return handovers.undo(id, undo.reason(), officer.get());
    }

    @GetMapping(path = "/import", produces = SheetFile.XLSX)
    @Operation(summary = "Tệp mẫu (.xlsx) để ghi việc trao, với tên các cột")
    ResponseEntity<byte[]> template() {
        return SheetAnswer.template(handovers.form());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ghi việc trao từ tệp XLSX hoặc CSV; nhận tất cả hoặc không nhận dòng nào", description = KEEPERS)
    Imported load(@RequestParam MultipartFile file) throws IOException {
        return new Imported(handovers.load(file.getBytes(), officer.get()));
    }
}
