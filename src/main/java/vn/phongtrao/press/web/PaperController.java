package vn.phongtrao.press.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.press.PaperAnswer;
import vn.phongtrao.press.DraftDecisions;
import vn.phongtrao.press.Papers;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@RequestMapping("/api")
@Tag(name = "papers", description = "Văn bản: tờ trình, biên bản, quyết định, giấy khen, bằng khen")
class PaperController {

    private final Papers papers;
    private final DraftDecisions drafts;
    private final CurrentOfficer officer;

    PaperController(Papers papers, DraftDecisions drafts, CurrentOfficer officer) {
        this.papers = papers;
        this.drafts = drafts;
        this.officer = officer;
    }

    @GetMapping("/dossiers/{number}/papers")
    @Operation(summary = "Các văn bản của một hồ sơ")
    List<Papers.Entry> list(@PathVariable DossierNumber number) {
        return papers.list(number, officer.get());
    }

    @GetMapping(path = "/dossiers/{number}/papers/{name}")
    @Operation(summary = "Một văn bản của hồ sơ (PDF)")
    void print(@PathVariable DossierNumber number, @PathVariable String name, HttpServletResponse response)
            throws IOException {
        PaperAnswer.send(papers.print(number, name, officer.get()), response);
    }

    @GetMapping("/decisions/{id}/document")
    @Operation(summary = "Quyết định kèm danh sách (PDF)")
    void decision(@PathVariable long id, HttpServletResponse response) throws IOException {
        PaperAnswer.send(papers.printDecision(id, officer.get()), response);
    }

    @GetMapping("/tasks/{taskId}/draft")
    @Operation(summary = "Dự thảo quyết định của một nhiệm vụ, nếu đồng ý (PDF); không có gì thay đổi")
    void draft(@PathVariable String taskId, HttpServletResponse response) throws IOException {
        PaperAnswer.send(drafts.of(taskId, Map.of()), response);
    }

    /** @param fields of the task's form, as JSON has them */
    record Tried(@NotNull(message = REQUIRED) Map<String, Object> fields) {
    }

    @PostMapping("/tasks/{taskId}/draft")
    @Operation(summary = "Dự thảo quyết định với các trường của biểu mẫu như đang nhập, chẳng hạn đưa ai ra khỏi danh sách"
            + " (PDF); không có gì thay đổi")
    void tryOut(@PathVariable String taskId, @Valid @RequestBody Tried tried, HttpServletResponse response)
            throws IOException {
        PaperAnswer.send(drafts.of(taskId, tried.fields()), response);
    }

    @GetMapping("/decisions/{id}/certificates")
    @Operation(summary = "Giấy khen, bằng khen của một quyết định (ZIP, mỗi người một tệp PDF)",
            description = "together=true: một tệp PDF để in một lần")
    void certificates(@PathVariable long id, @Parameter(hidden = true) @RequestParam(defaultValue = "false") boolean blank,
                      @RequestParam(defaultValue = "false") boolean together, HttpServletResponse response)
            throws IOException, HttpRequestMethodNotSupportedException {
        if (blank) {
            // until 0.2.0 an address that was followed took blanks
            throw new HttpRequestMethodNotSupportedException(HttpMethod.GET.name(), List.of(HttpMethod.POST.name()));
        }
        answer(papers.certificates(id, together, officer.get()), together, response);
    }

    @PostMapping("/decisions/{id}/certificates")
    @Operation(summary = "Phần chữ của giấy khen, bằng khen để in lên phôi có sẵn (ZIP, mỗi người một tệp PDF)",
            description = "Sổ phôi có phôi của cơ quan và hình thức ấy thì mỗi người chưa có phôi nhận số tiếp theo; thiếu phôi thì không in và không ghi gì. "
                    + "together=true: một tệp PDF để in một lần")
    void onBlanks(@PathVariable long id, @RequestParam(defaultValue = "false") boolean together, HttpServletResponse response) throws IOException {
        answer(papers.onBlanks(id, together, officer.get()), together, response);
    }

    private static void answer(Papers.Bundle certificates, boolean together, HttpServletResponse response) throws IOException {
        if (together) {
            PaperAnswer.show(certificates.fileName(), response);
        } else {
            attach(certificates.fileName(), response);
        }
        certificates.content().writeTo(response.getOutputStream());
    }

    @GetMapping("/decisions/{id}/papers")
    @Operation(summary = "Quyết định và các giấy khen, bằng khen kèm theo (ZIP)")
    void all(@PathVariable long id, HttpServletResponse response) throws IOException {
        var all = papers.all(id, officer.get());
        attach(all.fileName(), response);
        all.content().writeTo(response.getOutputStream());
    }

    /** To be saved, and harmless if a browser shows it all the same. */
    private static void attach(String fileName, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
