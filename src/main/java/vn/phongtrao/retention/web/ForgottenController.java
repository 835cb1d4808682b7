package vn.phongtrao.retention.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.register.PagesOnly;
import vn.phongtrao.retention.Forgotten;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@Tag(name = "forgotten", description = "Dữ liệu cá nhân đã xóa khi hết thời hạn lưu: bao nhiêu, của hồ sơ nào, theo căn cứ nào; quản trị viên")
class ForgottenController {

    private final Forgotten forgotten;
    private final CurrentOfficer officer;

    ForgottenController(Forgotten forgotten, CurrentOfficer officer) {
        this.forgotten = forgotten;
        this.officer = officer;
    }

    @GetMapping("/api/forgotten")
    @PagesOnly
    @Operation(summary = "Những lần xóa dữ liệu cá nhân hết thời hạn lưu; không có tên người")
    PagedModel<Forgotten.Entry> list(@ParameterObject Pageable pageable) {
        officer.administrator();
        return new PagedModel<>(forgotten.list(officer.get(), pageable));
    }
}
