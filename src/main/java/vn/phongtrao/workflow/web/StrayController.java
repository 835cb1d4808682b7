package vn.phongtrao.workflow.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.workflow.Strays;
import vn.phongtrao.workflow.Strays.Stray;

@RestController
@RequestMapping("/api/strays")
@Tag(name = "strays", description = "Hồ sơ đang xử lý mà không còn quy trình, quy trình đang chạy mà không có hồ sơ; quản trị viên")
class StrayController {

    private static final int LONGEST = 500;

    private final Strays strays;
    private final CurrentOfficer officer;

    StrayController(Strays strays, CurrentOfficer officer) {
        this.strays = strays;
        this.officer = officer;
    }

    record Ending(@NotBlank @NoNumber @Size(max = LONGEST) String reason) {
    }

    @GetMapping
    @Operation(summary = "Những hồ sơ và quy trình đã lạc nhau")
    List<Stray> all() {
        officer.administrator();
        return strays.all();
    }

    @PostMapping("/{number}/end")
    @Operation(summary = "Kết thúc hồ sơ không còn quy trình (như đã rút), hoặc quy trình không có hồ sơ; trả về những gì còn lại")
    List<Stray> end(@PathVariable String number, @Valid @RequestBody Ending ending) {
        strays.end(number, ending.reason(), officer.administrator());
        return strays.all();
    }
}
