package vn.phongtrao.law.web;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.law.DocumentType;
import vn.phongtrao.law.LegalChange.Act;
import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.law.LegalDocuments.Entered;
import vn.phongtrao.law.LegalDocuments.Entry;
import vn.phongtrao.law.LegalDocuments.Filter;
import vn.phongtrao.law.LegalDocuments.Sheet;
import vn.phongtrao.law.LegalDocuments.Told;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.text.Named;

@RestController
@RequestMapping("/api/legal-documents")
@Tag(name = "legal-documents", description = "Văn bản pháp luật làm căn cứ: hiệu lực, sửa đổi, thay thế; quản trị viên ghi")
class LegalDocumentController {

    private final LegalDocuments documents;
    private final CurrentOfficer officer;

    LegalDocumentController(LegalDocuments documents, CurrentOfficer officer) {
        this.documents = documents;
        this.officer = officer;
    }

    /** As {@link Entered} has it. @param citedAs absent for kind and number */
    record NewDocument(@NotNull DocumentType kind, @NotBlank @Named @Size(max = LegalDocuments.LONGEST_NUMBER) String number,
                       @NotBlank @Named @Size(max = LegalDocuments.LONGEST_NAME) String issuer, @NotNull LocalDate signedOn,
                       @NotBlank @Named @Size(max = LegalDocuments.LONGEST_TEXT) String title,
                       @Named @Size(min = 1, max = LegalDocuments.LONGEST_NAME) String citedAs,
                       @NotNull LocalDate inForceFrom) {
    }

    /** As {@link Told} has it. @param by id of another document of the register */
    record NewChange(@NotNull Act act, LocalDate day, @Size(min = 1, max = LegalDocuments.LONGEST_NAME) String by,
                     @NotBlank @Named @Size(max = LegalDocuments.LONGEST_TEXT) String words, boolean byReceipt) {
    }

    record Withdrawal(@NotBlank @Named @NoNumber @Size(max = LegalDocuments.LONGEST_TEXT) String reason) {
    }

    @GetMapping
    @Operation(summary = "Sổ văn bản pháp luật mà hệ thống viện dẫn")
    PagedModel<Entry> list(@RequestParam(required = false) DocumentType kind, @RequestParam(required = false) String q,
                           @RequestParam(required = false) LocalDate on, @ParameterObject Pageable pageable) {
        return new PagedModel<>(documents.list(new Filter(kind, q, on), pageable));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Một văn bản, mọi thay đổi của văn bản, và cách quyết định hôm nay viện dẫn")
    Sheet one(@PathVariable String id) {
        return documents.of(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Thêm văn bản (quản trị viên)", description = "title của luật, bộ luật là tên luật; của văn bản "
            + "khác là phần sau tên cơ quan ban hành. citedAs là tên gọi trong các bảng quy định; bỏ trống thì là loại và số.")
    Entry enter(@Valid @RequestBody NewDocument entered) {
        return documents.enter(new Entered(entered.kind(), entered.number(), entered.issuer(), entered.signedOn(),
                entered.title(), entered.citedAs(), entered.inForceFrom()), officer.administrator());
    }

    @PostMapping("/{id}/changes")
    @Operation(summary = "Ghi văn bản được sửa đổi, hết hiệu lực, kéo dài, thay thế (quản trị viên)",
            description = "act: amended, ends, prolonged, replaced. day là ngày bắt đầu; của prolonged là ngày hết hiệu lực "
                    + "mới, bỏ trống khi chưa rõ. byReceipt: hồ sơ tiếp nhận trước ngày đó vẫn theo quy định cũ. Quyết định "
                    + "đã ký trước ngày ghi không đổi lời.")
    Entry tell(@PathVariable String id, @Valid @RequestBody NewChange change) {
        return documents.tell(id, new Told(change.act(), change.day(), change.by(), change.words(), change.byReceipt()),
                officer.administrator());
    }

    @PostMapping("/{id}/changes/{change}/withdrawal")
    @Operation(summary = "Rút một thay đổi ghi nhầm (quản trị viên)", description = "Thay đổi đã rút vẫn còn trong sổ.")
    Entry withdraw(@PathVariable String id, @PathVariable long change, @Valid @RequestBody Withdrawal withdrawal) {
        return documents.withdraw(id, change, withdrawal.reason(), officer.administrator());
    }
}
