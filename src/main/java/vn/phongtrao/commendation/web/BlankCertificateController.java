package vn.phongtrao.commendation.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.commendation.BlankRegister;
import vn.phongtrao.commendation.BlankRegister.Filter;
import vn.phongtrao.commendation.Blanks;
import vn.phongtrao.commendation.Blanks.Range;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/blank-certificates")
@Tag(name = "blank-certificates", description = "Sổ phôi giấy khen, bằng khen: nhận, đã in, hỏng, trả lại, còn trong kho")
class BlankCertificateController {

    private static final String KEEPERS = "Công chức tham mưu của Ủy ban nhân dân (position: committee-chair), cán bộ Công "
            + "an (police-chief) của cơ quan in giấy khen, bằng khen. Số phôi: chữ cái in hoa (nếu có) rồi chữ số.";
    private static final int LONGEST = 200;
    private static final int LONGEST_SERIAL = 18;
    private static final int LONGEST_REASON = 500;

    private final BlankRegister register;
    private final Blanks blanks;
    private final CurrentOfficer officer;

    BlankCertificateController(BlankRegister register, Blanks blanks, CurrentOfficer officer) {
        this.register = register;
        this.blanks = blanks;
        this.officer = officer;
    }

    /** Blanks that came in. */
    record Receipt(@NotNull(message = REQUIRED) UnitPath unitPath, @NotBlank(message = REQUIRED) String position,
                   @NotBlank(message = REQUIRED) String form,
                   @NotBlank(message = REQUIRED) @Size(max = LONGEST_SERIAL) String first,
                   @NotBlank(message = REQUIRED) @Size(max = LONGEST_SERIAL) String last,
                   @NotNull(message = REQUIRED) LocalDate receivedOn,
                   @NotBlank(message = REQUIRED) @Named @Size(max = LONGEST) String receivedFrom) {
    }

    /** Blanks that are given back. */
    record Return(@NotNull(message = REQUIRED) UnitPath unitPath, @NotBlank(message = REQUIRED) String position,
                  @NotBlank(message = REQUIRED) String form,
                  @NotBlank(message = REQUIRED) @Size(max = LONGEST_SERIAL) String first,
                  @NotBlank(message = REQUIRED) @Size(max = LONGEST_SERIAL) String last,
                  @NotNull(message = REQUIRED) LocalDate returnedOn,
                  @NotBlank(message = REQUIRED) @Named @NoNumber @Size(max = LONGEST_REASON) String reason) {
    }

    /** A blank that is spoiled, and why. */
    record Spoiling(@NotNull(message = REQUIRED) UnitPath unitPath, @NotBlank(message = REQUIRED) String position,
                    @NotBlank(message = REQUIRED) String form,
                    @NotBlank(message = REQUIRED) @Size(max = LONGEST_SERIAL) String serial,
                    @NotBlank(message = REQUIRED) @Named @NoNumber @Size(max = LONGEST_REASON) String reason) {
    }

    @GetMapping
    @Operation(summary = "Phôi của đơn vị và cấp dưới; state: stock (trong kho), issued (đã in), spoiled (hỏng), returned (đã trả)")
    PagedModel<BlankRegister.Entry> list(@RequestParam(required = false) UnitPath unit,
                                         @RequestParam(required = false) String form,
                                         @RequestParam(required = false) String state,
                                         @RequestParam(required = false) String q,
                                         @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.blanks(new Filter(unit, form, state, q), officer.get(), pageable));
    }

    @GetMapping("/balances")
    @Operation(summary = "Số phôi đã nhận, còn trong kho, đã in, hỏng, đã trả theo từng cơ quan và hình thức")
    PagedModel<BlankRegister.Balance> balances(@RequestParam(required = false) UnitPath unit,
                                               @RequestParam(required = false) String form,
                                               @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.balances(unit, form, officer.get(), pageable));
    }

    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập phôi nhận về, theo khoảng số", description = KEEPERS)
    Blanks.Done receive(@Valid @RequestBody Receipt receipt) {
        return blanks.receive(new Range(receipt.unitPath(), receipt.position(), receipt.form(), receipt.first(),
                receipt.last()), receipt.receivedOn(), receipt.receivedFrom(), officer.get());
    }

    @PostMapping("/returns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ghi phôi trả lại, theo khoảng số còn trong kho", description = KEEPERS)
    Blanks.Done giveBack(@Valid @RequestBody Return back) {
        return blanks.giveBack(new Range(back.unitPath(), back.position(), back.form(), back.first(), back.last()),
                back.returnedOn(), back.reason(), officer.get());
    }

    @PostMapping("/spoilings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ghi phôi hỏng, với lý do; lần in sau lấy số tiếp theo", description = KEEPERS)
    Blanks.Done spoil(@Valid @RequestBody Spoiling spoiling) {
        return blanks.spoil(new Range(spoiling.unitPath(), spoiling.position(), spoiling.form(), spoiling.serial(),
                spoiling.serial()), spoiling.reason(), officer.get());
    }
}
