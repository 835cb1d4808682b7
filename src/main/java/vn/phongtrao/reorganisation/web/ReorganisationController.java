package vn.phongtrao.reorganisation.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.reorganisation.AccountMoves;
import vn.phongtrao.reorganisation.AccountMoves.AccountMove;
import vn.phongtrao.reorganisation.Joins;
import vn.phongtrao.reorganisation.Joins.Join;
import vn.phongtrao.reorganisation.Reorganisation;
import vn.phongtrao.reorganisation.Successions;
import vn.phongtrao.reorganisation.Successions.Succession;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@RequestMapping("/api/reorganisation")
@Tag(name = "reorganisation", description = "Sắp xếp đơn vị: đơn vị đã kết thúc, đơn vị làm tiếp, hồ sơ đang xử lý và tài khoản. "
        + "Chỉ quản trị viên.")
class ReorganisationController {

    private final Successions successions;
    private final Reorganisation reorganisation;
    private final AccountMoves accounts;
    private final Joins joins;
    private final CurrentOfficer officer;

    ReorganisationController(Successions successions, Reorganisation reorganisation, AccountMoves accounts, Joins joins,
                             CurrentOfficer officer) {
        this.successions = successions;
        this.reorganisation = reorganisation;
        this.accounts = accounts;
        this.joins = joins;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Các đơn vị đã kết thúc, đơn vị làm tiếp và những gì chuyển theo")
    List<Succession> plan() {
        officer.administrator();
        return successions.all();
    }

    @PostMapping
    @Operation(summary = "Chuyển hồ sơ đang xử lý theo đơn vị và quy định hiện nay",
            description = "trial: làm thử tất cả rồi trả lại như cũ, để xem kết quả. Chạy lại không sao: hồ sơ đã chuyển thì giữ nguyên.")
    Reorganisation.Report carryOut(@RequestParam(defaultValue = "true") boolean trial) {
        return reorganisation.carryOut(trial, officer.administrator());
    }

    @GetMapping("/joins")
    @Operation(summary = "Các cơ sở dữ liệu đã nhập vào đây và những dòng từ đó sang",
            description = "first, last: số thứ tự đầu và cuối của các dòng ấy trong từng bảng; null khi dòng không có số thứ tự.")
    List<Join> joins() {
        officer.administrator();
        return joins.all();
    }

    @GetMapping("/accounts")
    @Operation(summary = "Tài khoản còn trong nhóm của đơn vị đã kết thúc và nhóm có thể chuyển đến")
    List<AccountMove> accounts() {
        officer.administrator();
        return accounts.all();
    }

    @GetMapping(path = "/accounts.csv", produces = "text/csv;charset=UTF-8")
    @Operation(summary = "Như trên, là tệp cho lệnh realm --accounts")
    ResponseEntity<byte[]> sheet() {
        officer.administrator();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("accounts.csv").build().toString()).body(accounts.sheet());
    }
}
