package vn.phongtrao.notification.web;

import java.time.Instant;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.language.Language;
import vn.phongtrao.notification.MailChoice;
import vn.phongtrao.notification.MailChoices;
import vn.phongtrao.notification.NoticeKind;
import vn.phongtrao.notification.Notices;
import vn.phongtrao.register.PagesOnly;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@RequestMapping("/api/notices")
@Tag(name = "notices", description = "Thông báo cho người đang đăng nhập")
class NoticeController {

    private final Notices notices;
    private final MailChoices mails;
    private final CurrentOfficer officer;

    NoticeController(Notices notices, MailChoices mails, CurrentOfficer officer) {
        this.notices = notices;
        this.mails = mails;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Thông báo gửi cho mình và cho các chức danh mình đang giữ, mới nhất trước; xem được 1.000 dòng đầu")
    @PagesOnly
    PagedModel<Notices.Entry> list(@RequestParam(required = false) Boolean unread,
                                   @RequestParam(required = false) String dossierNumber,
                                   @RequestParam(required = false) NoticeKind kind,
                                   @ParameterObject @PageableDefault(size = 20, sort = "at",
                                           direction = Sort.Direction.DESC) Pageable pageable) {
        return new PagedModel<>(notices.list(new Notices.Filter(unread, dossierNumber, kind), officer.get(), pageable));
    }

    @GetMapping("/unread")
    @Operation(summary = "Số thông báo chưa đọc, đếm đến 100")
    Notices.Unread unread() {
        return notices.unread(officer.get());
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Đánh dấu đã đọc một thông báo của mình")
    void read(@PathVariable long id) {
        notices.read(id, officer.get());
    }

    /** @param dossierNumber those of one dossier alone; may be absent */
    record UpTo(@NotNull Instant upTo, DossierNumber dossierNumber) {
    }

    /** @param read how many had not been read */
    record Read(int read) {
    }

    @PostMapping("/read")
    @Operation(summary = "Đánh dấu đã đọc mọi thông báo của mình đến một thời điểm")
    Read readAll(@Valid @RequestBody UpTo which) {
        return new Read(notices.readAll(which.upTo(), which.dossierNumber(), officer.get()));
    }

    @GetMapping("/mail")
    @Operation(summary = "Cách mình nhận thông báo qua thư điện tử")
    MailChoices.Chosen mail() {
        return mails.of(officer.get());
    }

    record Mail(@NotNull MailChoice mail) {
    }

    /** Mails speak the language that the person's pages speak. */
    @PutMapping("/mail")
    @Operation(summary = "Chọn cách nhận thông báo qua thư điện tử: từng thông báo, mỗi ngày một thư, hoặc không nhận")
    MailChoices.Chosen choose(@Valid @RequestBody Mail choice, @Parameter(hidden = true) Locale language) {
        return mails.choose(choice.mail(), Language.find(language.getLanguage()).orElse(Language.VIETNAMESE), officer.get());
    }
}
