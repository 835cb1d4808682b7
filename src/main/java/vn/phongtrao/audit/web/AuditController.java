package vn.phongtrao.audit.web;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.audit.AuditRegister;
import vn.phongtrao.audit.Chain;
import vn.phongtrao.audit.Kind;
import vn.phongtrao.audit.Outcome;
import vn.phongtrao.audit.EventRetention;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/audit")
@Tag(name = "audit", description = "Nhật ký kiểm soát: ai đã xem, tải, thay đổi gì; kiểm soát viên")
class AuditController {

    private final AuditRegister register;
    private final Chain chain;
    private final EventRetention retention;
    private final CurrentOfficer officer;

    AuditController(AuditRegister register, Chain chain, EventRetention retention, CurrentOfficer officer) {
        this.register = register;
        this.chain = chain;
        this.retention = retention;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Ai đã làm gì, mới nhất trước: chỉ mã số, đường dẫn đơn vị, tài khoản; không có nội dung")
    PagedModel<AuditRegister.Entry> list(@RequestParam(required = false) String account, @RequestParam(required = false) String dossier,
                                         @RequestParam(required = false) Kind kind, @RequestParam(required = false) Outcome outcome,
                                         @RequestParam(required = false) UnitPath unit, @RequestParam(required = false) LocalDate from,
                                         @RequestParam(required = false) LocalDate until,
                                         @ParameterObject @PageableDefault(size = 20, sort = "id", direction = Sort.Direction.DESC) Pageable pageable) {
        officer.auditor();
        return new PagedModel<>(register.list(new AuditRegister.Filter(account, dossier, kind, outcome, unit, from, until), pageable));
    }

    @GetMapping("/chain")
    @Operation(summary = "Kiểm tra chuỗi niêm phong: dòng nào bị sửa, bị xóa, bị chèn; niêm phong cuối để giữ ở nơi khác")
    Chain.State check() {
        officer.auditor();
        return chain.check();
    }

    @GetMapping("/seals/{number}")
    @Operation(summary = "Mã băm của một niêm phong, để đối chiếu với mã đã giữ ở nơi khác")
    Chain.Head seal(@PathVariable long number) {
        officer.auditor();
        return chain.seal(number);
    }

    @GetMapping("/retention")
    @Operation(summary = "Nhật ký được giữ bao lâu, theo loại")
    List<EventRetention.Rule> retention() {
        officer.auditor();
        return retention.rules();
    }
}
