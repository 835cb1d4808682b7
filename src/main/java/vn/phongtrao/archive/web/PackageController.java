package vn.phongtrao.archive.web;

import java.io.IOException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.archive.DossierPackages;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@Tag(name = "dossiers")
class PackageController {

    private final DossierPackages packages;
    private final CurrentOfficer officer;

    PackageController(DossierPackages packages, CurrentOfficer officer) {
        this.packages = packages;
        this.officer = officer;
    }

    @GetMapping("/api/dossiers/{number}/package")
    @Operation(summary = "Gói lưu trữ của một hồ sơ đã kết thúc (ZIP theo BagIt, có mets.xml và mã băm SHA-256)",
            description = "Nội dung, quá trình xử lý (JSON), văn bản đã ban hành (PDF/A), tài liệu đã tải lên. Kiểm tra không cần "
                    + "hệ thống: sha256sum -c manifest-sha256.txt. Đơn vị lập hồ sơ và cấp trên được tải, khi hồ sơ không còn việc phải làm; "
                    + "việc tải và mục đích (purpose, bắt buộc) được ghi lại.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/zip"))
    void take(@PathVariable DossierNumber number, @RequestParam(required = false) String purpose,
              HttpServletResponse response) throws IOException {
        var packed = packages.of(number, purpose, officer.get());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(packed.fileName()).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        packed.content().writeTo(response.getOutputStream());
    }
}
