package vn.phongtrao.citizen.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.citizen.KeyOverview;
import vn.phongtrao.citizen.KeyStatus;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@RequestMapping("/api/citizen-keys")
@Tag(name = "citizen-keys", description = "Khóa mã hóa số căn cước: khóa nào đang dùng, đã mã hóa lại đến đâu; quản trị viên")
class KeyController {

    private final KeyOverview keys;
    private final CurrentOfficer officer;

    KeyController(KeyOverview keys, CurrentOfficer officer) {
        this.keys = keys;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Các khóa theo mã (không có khóa), số mục mỗi khóa đã mã hóa, các máy đang chạy biết những khóa nào")
    KeyStatus status() {
        officer.administrator();
        return keys.status();
    }
}
