package vn.phongtrao.absence.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.absence.Absence;
import vn.phongtrao.absence.Absences;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Titles;

/** Who is away in the officer's units and below, and where it is entered. */
@Controller
class AbsencePages {

    private static final int MOST = 100;

    private final Absences absences;
    private final Titles titles;
    private final CurrentOfficer officer;
    private final Clock clock;

    AbsencePages(Absences absences, Titles titles, CurrentOfficer officer, Clock clock) {
        this.absences = absences;
        this.titles = titles;
        this.officer = officer;
        this.clock = clock;
    }

    /** @param keeps whether the officer may change it */
    record Line(Absence absence, String title, boolean keeps) {
    }

    /** A post for which the officer may enter an absence. */
    record Option(String group, String title) {
    }

    /**
     * @param post   the post for which one is entered; the first without it
     * @param change the absence to change instead
     * @param shown  the absence whose history is shown
     */
    @GetMapping("/absences")
    String list(@RequestParam(required = false) String post, @RequestParam(required = false) Long change,
                @RequestParam(required = false) Long shown, Model model) {
        var me = officer.get();
        var lines = absences.list(null, null, me, PageRequest.of(0, MOST, Sort.by(Sort.Order.desc("from")))).map(
                absence -> line(absence, me)).getContent();
        var changed = lines.stream().filter(line -> line.keeps() && Long.valueOf(line.absence().id()).equals(change))
                .map(Line::absence).findFirst();
        var posts = absences.posts(me);
        var asked = changed.map(Absence::post).or(() -> Optional.ofNullable(post).flatMap(Post::ofGroup)
                .filter(posts::contains)).or(() -> posts.stream().findFirst());
        model.addAttribute("lines", lines);
        model.addAttribute("changed", changed.orElse(null));
        model.addAttribute("posts", posts.stream().map(one -> new Option(one.group(), title(one))).toList());
        model.addAttribute("asked", asked.map(one -> new Option(one.group(), title(one))).orElse(null));
        model.addAttribute("me", me.id());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("shown", shown);
        model.addAttribute("history", shown == null ? List.of() : absences.history(shown, me));
        try {
            model.addAttribute("choice", asked.map(one -> absences.choice(one, me)).orElse(null));
        } catch (Refusal silent) {
            model.addAttribute("silent", silent.getMessage());
        }
        return "absence/list";
    }

    private Line line(Absence absence, Officer me) {
        return new Line(absence, title(absence.post()), absences.keeps(absence, me));
    }

    private String title(Post post) {
        return titles.of(post, LocalDate.now(clock));
    }
}
