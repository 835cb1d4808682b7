package vn.phongtrao.commendation.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.List;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.commendation.FundBook;
import vn.phongtrao.commendation.FundRegister;
import vn.phongtrao.commendation.FundRegister.Filter;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.text.Named;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/commendation-funds")
@Tag(name = "commendation-funds", description = "Quỹ thi đua, khen thưởng: dự toán, đã quyết định, đã chi, chưa chi")
class CommendationFundController {

    /** Who enters. */
    private static final String KEEPERS = "Công chức tham mưu của Ủy ban nhân dân đơn vị giữ quỹ; quỹ của Công an tỉnh"
            + " thì cán bộ Công an tỉnh. Quỹ: commune, district, province, province-police. Số tiền tính bằng đồng.";
    private static final long MOST_DONG = 1_000_000_000_000_000L;
    private static final int MOST_AWARDS = 1000;
    private static final int LONGEST_REASON = 500;

    private final FundRegister register;
    private final FundBook book;
    private final CurrentOfficer officer;

    CommendationFundController(FundRegister register, FundBook book, CurrentOfficer officer) {
        this.register = register;
        this.book = book;
        this.officer = officer;
    }

    /** What a fund has for a year, see {@link FundBook.Asked}. */
    record NewBudget(@NotNull(message = REQUIRED) UnitPath unitPath, @NotBlank(message = REQUIRED) String fund,
                     @NotNull(message = REQUIRED) Integer year,
                     @NotNull(message = REQUIRED) @PositiveOrZero @Max(MOST_DONG) Long amount,
                     @PositiveOrZero @Max(MOST_DONG) Long recurrentSpending, boolean remote) {
    }

    /** What was paid: single awards, or all that is not yet paid of a decision; one of the two is null. */
    record NewPayment(@NotNull(message = REQUIRED) LocalDate paidOn,
                      @Size(min = 1, max = MOST_AWARDS) List<@NotNull(message = REQUIRED) Long> awards,
                      Long decisionId) {
    }

    /** Why a payment is undone. */
    record Undo(@NotBlank(message = REQUIRED) @Named @NoNumber @Size(max = LONGEST_REASON) String reason) {
    }

    @GetMapping
    @Operation(summary = "Quỹ của đơn vị và cấp dưới theo năm: dự toán, tiền thưởng đã quyết định, đã chi, chưa chi, "
            + "còn lại")
    PagedModel<FundRegister.Entry> funds(@RequestParam(required = false) UnitPath unit,
                                         @RequestParam(required = false) String fund,
                                         @RequestParam(required = false) Integer year,
                                         @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.funds(new Filter(unit, fund, year), officer.get(), pageable));
    }

    @GetMapping("/budgets")
    @Operation(summary = "Các lần nhập dự toán, ai nhập, ngày nào; lần cuối có hiệu lực")
    PagedModel<FundRegister.Budget> budgets(@RequestParam(required = false) UnitPath unit,
                                            @RequestParam(required = false) String fund,
                                            @RequestParam(required = false) Integer year,
                                            @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.budgets(new Filter(unit, fund, year), officer.get(), pageable));
    }

    @PostMapping("/budgets")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nhập hoặc thay đổi dự toán của quỹ trong một năm", description = KEEPERS
            + " recurrentSpending: chi thường xuyên của ngân sách cấp đó, nếu ghi thì mức trích tối đa được kiểm tra.")
    FundRegister.Entry enterBudget(@Valid @RequestBody NewBudget budget) {
        return book.enter(new FundBook.Asked(budget.unitPath(), budget.fund(), budget.year(), budget.amount(),
                budget.recurrentSpending(), budget.remote()), officer.get());
    }

    @GetMapping("/awards")
    @Operation(summary = "Khen thưởng kèm tiền thưởng do các quỹ này chi; unit: đơn vị giữ quỹ, paid: đã chi hay chưa")
    PagedModel<FundRegister.Due> awards(@RequestParam(required = false) UnitPath unit,
                                        @RequestParam(required = false) String fund,
                                        @RequestParam(required = false) Integer year,
                                        @RequestParam(required = false) Boolean paid,
                                        @RequestParam(required = false) String q,
                                        @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.awards(new Filter(unit, fund, year), paid, q, officer.get(), pageable));
    }

    @GetMapping("/payments")
    @Operation(summary = "Các lần chi, ai ghi nhận; undone: đã hủy ghi nhận hay chưa")
    PagedModel<FundRegister.Payment> payments(@RequestParam(required = false) UnitPath unit,
                                              @RequestParam(required = false) String fund,
                                              @RequestParam(required = false) Integer year,
                                              @RequestParam(required = false) Boolean undone,
                                              @ParameterObject Pageable pageable) {
        return new PagedModel<>(register.payments(new Filter(unit, fund, year), undone, officer.get(), pageable));
    }

    @PostMapping("/payments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ghi nhận đã chi tiền thưởng: từng khen thưởng (awards) hoặc phần chưa chi của một quyết định "
            + "(decisionId); nhận tất cả hoặc không", description = KEEPERS)
    FundBook.Paid pay(@Valid @RequestBody NewPayment payment) {
        if ((payment.awards() == null) == (payment.decisionId() == null)) {
            throw Refusal.malformed("awards", "Ghi awards hoặc decisionId, một trong hai");
        }
        return payment.awards() == null ? book.payDecision(payment.decisionId(), payment.paidOn(), officer.get())
                : book.pay(payment.awards(), payment.paidOn(), officer.get());
    }

    @PostMapping("/payments/{id}/undoing")
    @Operation(summary = "Hủy ghi nhận một lần chi, với lý do; lần chi vẫn còn trong danh sách", description = KEEPERS)
    FundRegister.Payment undo(@PathVariable long id, @Valid @RequestBody Undo undo) {
        return book.undo(id, undo.reason(), officer.get());
    }
}
