package vn.phongtrao.workload.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.unit.ChosenUnit;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.workflow.HeldTasks;
import vn.phongtrao.workload.Workload;

/** For heads: who has what to do, what is late, how long steps take; and giving tasks to others. */
@Controller
class WorkloadPages {

    private static final int LINES = 50;
    private static final int MOST_PAGES = 10_000;

    private final Workload workload;
    private final PostHolders holders;
    private final UnitRegister units;
    private final CurrentOfficer officer;

    WorkloadPages(Workload workload, PostHolders holders, UnitRegister units, CurrentOfficer officer) {
        this.workload = workload;
        this.holders = holders;
        this.units = units;
        this.officer = officer;
    }

    /**
     * What is asked for.
     *
     * @param from     first day of the period whose steps are looked at
     * @param number   of the one dossier whose tasks are listed
     * @param position whose tasks are listed
     * @param holder   user name of who has them
     */
    record Query(UnitPath unit, LocalDate from, LocalDate to, String number, String position, String holder, Boolean taken,
                 Boolean late, Integer page) {

        private HeldTasks.Filter filter(UnitPath chosen) {
            return new HeldTasks.Filter(chosen, position == null ? null : Position.find(position).orElse(null), holder, taken,
                    late, number == null || number.isBlank() ? null : number);
        }
    }

    /** A task in the list. @param mayHandOver whether the officer may give it to somebody */
    record Line(HeldTasks.Held task, String title, String holderName, boolean mayHandOver) {
    }

    /** To whom tasks may be given. */
    record Choice(String user, String name, String title) {
    }

    /** What is left empty in the form is not asked for. */
    @InitBinder
    void emptyIsNone(WebDataBinder binder) {
        binder.registerCustomEditor(UnitPath.class, new ChosenUnit());
    }

    @GetMapping("/workload")
    String page(Query query, Model model, HttpServletResponse response) {
        var me = officer.get();
        var unit = workload.unit(query.unit(), me);
        Workload.Period period;
        try {
            period = workload.period(query.from(), query.to());
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refused", refused.getMessage());
            period = workload.period(null, null);
        }
        var page = workload.list(query.filter(unit), me, PageRequest.of(Math.max(0, Math.min(query.page() == null ? 0
                : query.page(), MOST_PAGES)), LINES, Sort.by("dueOn")));
        var sums = workload.sums(unit, me);
        Map<String, String> names = new HashMap<>();
        var choices = choices(page.getContent(), me, names, model);
        model.addAttribute("query", query);
        model.addAttribute("unit", unit);
        model.addAttribute("unitName", workload.name(unit));
        model.addAttribute("period", period);
        model.addAttribute("units", units.choices(path -> Workload.sees(path, me)));
        model.addAttribute("sums", sums);
        model.addAttribute("times", workload.summed(unit, period, me));
        model.addAttribute("page", page);
        model.addAttribute("lines", page.map(task -> new Line(task, workload.title(task.post()),
                names.getOrDefault(task.holder(), task.holder()), mayHandOver(task, me))).getContent());
        model.addAttribute("choices", choices);
        model.addAttribute("names", names);
        model.addAttribute("workload", workload);
        return "workload/page";
    }

    private static boolean mayHandOver(HeldTasks.Held task, Officer officer) {
        return !task.suspended() && officer.headOf(task.post()).isPresent();
    }

    /** The holders of the posts whose tasks the officer may give away; while Keycloak does not say, it is said. */
    private List<Choice> choices(List<HeldTasks.Held> tasks, Officer me, Map<String, String> names, Model model) {
        try {
            return tasks.stream().filter(task -> mayHandOver(task, me)).map(HeldTasks.Held::post).distinct()
                    .sorted(Comparator.comparing(Post::group)).flatMap(post -> holders.named(post).stream().map(holder -> {
                        if (holder.name() != null) {
                            names.put(holder.user(), holder.name());
                        }
                        return new Choice(holder.user(), holder.name() == null ? holder.user() : holder.name(),
                                workload.title(post));
                    })).toList();
        } catch (Refusal silent) {
            model.addAttribute("silent", silent.getMessage());
            return List.of();
        }
    }
}
