package vn.phongtrao.dossier.web;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.DossierSheets;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Units;

/** Pages for people: their dossiers, and a dossier with all that belongs to it, which Tasklist shows in a tab too. */
@Controller
class DossierPages {

    private static final int LINES = 25;

    private final DossierRegister register;
    private final DossierSheets sheets;
    private final CurrentOfficer officer;
    private final Units units;
    private final ContentPages contents;
    private final MessageSource messages;
    private final Clock clock;

    DossierPages(DossierRegister register, DossierSheets sheets, CurrentOfficer officer, Units units,
                 ContentPages contents, MessageSource messages, Clock clock) {
        this.register = register;
        this.sheets = sheets;
        this.officer = officer;
        this.units = units;
        this.contents = contents;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the list is asked for, as the page sends it. */
    record Query(Scope scope, Status status, String q, LocalDate openedFrom, LocalDate openedTo) {

        Query {
            scope = scope == null ? Scope.ALL : scope;
            q = q == null ? "" : q;
        }

        private DossierRegister.Filter filter(Officer officer, Clock clock) {
            return new DossierRegister.Filter(null, null, null, status, null, q, null,
                    openedFrom == null ? null : openedFrom.atStartOfDay(clock.getZone()).toInstant(),
                    openedTo == null ? null : openedTo.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                    scope.sentBy(officer), scope.handledBy(officer));
        }
    }

    /** Those that wait longest come first. */
    @GetMapping("/dossiers")
    String list(Query query, BindingResult read, @PageableDefault(size = LINES) Pageable pageable, Model model) {
        if (read.hasFieldErrors()) {
            throw unreadable(read.getFieldErrors().get(0).getField());
        }
        var ordered = PageRequest.of(pageable.getPageNumber(), LINES,
                Sort.by("dueOn").and(Sort.by("openedAt").descending()));
        var page = register.list(query.filter(officer.get(), clock), officer.get(), ordered);
        if (page.isEmpty() && ordered.getPageNumber() > 0) {
            throw Refusal.notFound("Danh sách hồ sơ không có trang %d".formatted(ordered.getPageNumber() + 1L));
        }
        model.addAttribute("scopes", Scope.values());
        model.addAttribute("statuses", Status.values());
        model.addAttribute("page", page);
        model.addAttribute("lines", page.map(this::line).getContent());
        return "dossier/list";
    }

    /** A dossier in the list. */
    record Line(DossierRegister.Entry dossier, String unitName, LocalDate openedOn, boolean late) {
    }

    @GetMapping("/dossiers/{number}")
    String page(@PathVariable DossierNumber number, Model model) {
        show(number, model);
        return "dossier/page";
    }

    /** The same without a page around it. */
    @GetMapping("/dossiers/{number}/fragment")
    String fragment(@PathVariable DossierNumber number, Model model) {
        show(number, model);
        return "dossier/sheet :: sheet";
    }

    /** Its documents alone, for the form from which the dossier is sent. */
    @GetMapping("/dossiers/{number}/documents")
    String documents(@PathVariable DossierNumber number, Model model) {
        show(number, model);
        return "dossier/sheet :: supplied";
    }

    private Refusal unreadable(String parameter) {
        return Refusal.malformed(parameter, say("dossiers.unreadable", say("dossiers." + parameter)));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private void show(DossierNumber number, Model model) {
        var sheet = sheets.of(number, officer.get());
        model.addAttribute("sheet", sheet);
        model.addAttribute("dossier", sheet.dossier().fields());
        model.addAttribute("content", contents.show(sheet.dossier().process(), sheet.dossier().fields(),
                LocaleContextHolder.getLocale()));
    }

    private Line line(DossierRegister.Entry entry) {
        var late = entry.dueOn() != null && entry.dueOn().isBefore(LocalDate.now(clock))
                && !entry.status().equals(Status.SUSPENDED.id());
        return new Line(entry, units.find(entry.unitPath()).map(unit -> unit.fullName())
                .orElse(entry.unitPath().value()), LocalDate.ofInstant(entry.openedAt(), clock.getZone()), late);
    }
}
