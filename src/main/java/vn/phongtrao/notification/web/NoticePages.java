package vn.phongtrao.notification.web;

import java.time.Clock;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.notification.MailChoice;
import vn.phongtrao.notification.MailChoices;
import vn.phongtrao.notification.Notices;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.text.Wording;

/** What a person is told, by dossier. */
@Controller
class NoticePages {

    private static final int DOSSIERS = 20;
    private static final int MOST_PAGES = 10_000;

    private final Notices notices;
    private final MailChoices mails;
    private final CurrentOfficer officer;
    private final Clock clock;

    NoticePages(Notices notices, MailChoices mails, CurrentOfficer officer, Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping("/notices")
    String list(@RequestParam(defaultValue = "false") boolean unread, @RequestParam(defaultValue = "0") int page,
                Model model) {
        // before it is read, so that what comes meanwhile is not taken for read
        model.addAttribute("moment", clock.instant());
        var found = notices.byDossier(unread, officer.get(), PageRequest.of(Math.max(0, Math.min(page, MOST_PAGES)), DOSSIERS));
        if (found.page().isEmpty() && found.page().getNumber() > 0) {
            throw Refusal.notFound("Danh sách thông báo không có trang này");
        }
        model.addAttribute("page", found.page());
        model.addAttribute("most", found.more() ? Wording.amount(Notices.MOST_SHOWN) : null);
        model.addAttribute("unread", unread);
        model.addAttribute("count", notices.unread(officer.get()));
        model.addAttribute("mail", mails.of(officer.get()));
        model.addAttribute("choices", MailChoice.values());
        return "notices/list";
    }
}
