package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.language.Labels;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Sheet;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The report that proposes a change of a team (Mẫu số 07), the minutes of the selection of who comes (Mẫu số 04), and the
 * decision (Mẫu số 08, Thông tư 14/2024/TT-BCA).
 */
@Component
class TeamChangePapers implements ProcessPapers {

    private static final Set<String> REPORTS = Set.of("complete-dossier", "supplement");
    private static final String ELECTED = Labels.of("candidate-result.elected");

    private final DecisionPress decisions;
    private final SelectionMinutes minutes;
    private final TeamChanges changes;
    private final Dossiers dossiers;
    private final Authorities authorities;

    TeamChangePapers(DecisionPress decisions, SelectionMinutes minutes, TeamChanges changes, Dossiers dossiers,
                     Authorities authorities) {
        this.decisions = decisions;
        this.minutes = minutes;
        this.changes = changes;
        this.dossiers = dossiers;
        this.authorities = authorities;
    }

    @Override
    public String process() {
        return "team-change";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị " + changes.shown(dossier).get("subject");
    }

    @Override
    public Map<String, Object> matter(Dossier dossier) {
        return Map.of("content", changes.shown(dossier));
    }

    /** The minutes as they were reported last. */
    @Override
    public List<Sheet> others(Dossier dossier) {
        var content = changes.shown(dossier);
        if (!content.containsKey("selectedOn")) {
            return List.of();
        }
        var reports = (int) dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> REPORTS.contains(step.task())).count();
        return List.of(minutes.of(dossier, reports, (String) content.get("hamletName"), new SelectionMinutes.Meeting(
                (LocalDate) content.get("selectedOn"), null, (Integer) content.get("councilMembers"),
                (int) content.get("present"), 1, null, List.of(Map.of("name", content.get("name"),
                "birthYear", ((LocalDate) content.get("birthDate")).getYear(), "votes", content.get("votes"),
                "resultName", ELECTED)))));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        Map<String, Object> model = new HashMap<>(matter(dossier));
        model.put("orders", changes.orders(dossier.number()));
        model.put("proposer", authorities.of(new Post(dossier.unitPath(), Position.POLICE_CHIEF), decision.signedOn())
                .name());
        return decisions.print(dossier, decision, new DecisionPress.Matter("team-change/decision", 2,
                "dissolve".equals(dossier.form()) ? "các thành viên của Tổ" : "người có tên tại Điều 1", model));
    }
}
