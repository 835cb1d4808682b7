package vn.phongtrao.document.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.document.Document;
import vn.phongtrao.document.Documents;
import vn.phongtrao.document.Upload;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.text.SentName;

@RestController
@RequestMapping("/api/dossiers/{number}/documents")
@Tag(name = "documents", description = "Tài liệu của hồ sơ")
class DocumentController {

    private static final Set<String> SHOWN = Set.of(MediaType.APPLICATION_PDF_VALUE, MediaType.IMAGE_JPEG_VALUE,
            MediaType.IMAGE_PNG_VALUE);
    /** The viewer of a browser, which runs nothing of the file on our pages, does not open in a sandbox. */
    private static final String IN_VIEWER = "frame-ancestors 'self'";
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private final Documents documents;
    private final CurrentOfficer officer;

    DocumentController(Documents documents, CurrentOfficer officer) {
        this.documents = documents;
        this.officer = officer;
    }

    /** The body, as it is described. */
    private record Sent(List<MultipartFile> files) {
    }

    @GetMapping
    @Operation(summary = "Tài liệu của hồ sơ, cả tài liệu đã được thay thế hoặc đã xóa")
    List<Document> list(@PathVariable DossierNumber number) {
        return documents.list(number, officer.get());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Thêm một hoặc nhiều tệp PDF, DOCX, XLSX, JPEG, PNG; nhận tất cả hoặc không nhận tệp nào; "
            + "kind=by-name thì tên tệp cho biết loại; tệp thay thế thì cùng loại với tệp cũ, không có kind là other",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                    schema = @Schema(implementation = Sent.class))))
    List<Document> add(@PathVariable DossierNumber number, @RequestParam(required = false) String kind,
                       @RequestParam(required = false) Long replaces,
                       @Parameter(hidden = true) @RequestParam MultiValueMap<String, MultipartFile> files)
            throws IOException {
        List<Upload> uploads = new ArrayList<>();
        try {
            for (var part : files.values().stream().flatMap(List::stream).toList()) {
                var upload = new Upload(name(part), Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "document", null));
                uploads.add(upload);
                part.transferTo(upload.file());
            }
            return documents.add(number, kind, replaces, uploads, officer.get());
        } finally {
            for (var upload : uploads) {
                Files.deleteIfExists(upload.file());
            }
        }
    }

    /** @param kind id of the kind that it is */
    record Filed(@NotNull(message = Needed.REQUIRED) String kind) {
    }

    @PutMapping("/{id}/kind")
    @Operation(summary = "Đổi loại của một tài liệu (người đã tải lên, trước khi hồ sơ rời bước đó)")
    Document refile(@PathVariable DossierNumber number, @PathVariable long id, @Valid @RequestBody Filed filed) {
        return documents.refile(number, id, filed.kind(), officer.get());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Xóa một tài liệu tải lên nhầm (người đã tải lên, trước khi hồ sơ rời bước đó)")
    void remove(@PathVariable DossierNumber number, @PathVariable long id) {
        documents.remove(number, id, officer.get());
    }

    /** What a browser shows by itself is opened, all else is saved; nothing in it may run. */
    @GetMapping("/{id}")
    @Operation(summary = "Mở hoặc tải một tài liệu về")
    void download(@PathVariable DossierNumber number, @PathVariable long id, HttpServletResponse response)
            throws IOException {
        var document = documents.require(number, id, officer.get());
        response.setContentType(document.type());
        response.setContentLengthLong(document.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, SentName.of(document.name(), SHOWN.contains(document.type())
                ? ContentDisposition.inline() : ContentDisposition.attachment()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", document.type().equals(MediaType.APPLICATION_PDF_VALUE)
                ? IN_VIEWER : NOTHING_RUNS);
        documents.write(document, response.getOutputStream());
    }

    private static String name(MultipartFile part) {
        return part.getOriginalFilename() == null ? "" : part.getOriginalFilename();
    }
}
