package vn.phongtrao.team;

import java.util.List;
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
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.team.ChangeShown.NewcomerShown;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The report that proposes a change of a team (Mẫu số 07), the minutes of the selection of who comes (Mẫu số 04), and
 * the decision (Mẫu số 08, Thông tư 14/2024/TT-BCA).
 */
@Component
class TeamChangePapers implements ProcessPapers {

    private static final Set<String> REPORTS = Set.of("complete-dossier", "supplement");
    private static final String ELECTED = Labels.of("candidate-result.elected");

    private final DecisionPress decisions;
    private final SelectionMinutes minutes;
    private final ChangeView view;
    private final Dossiers dossiers;
    private final Authorities authorities;

    TeamChangePapers(DecisionPress decisions, SelectionMinutes minutes, ChangeView view, Dossiers dossiers,
                     Authorities authorities) {
        this.decisions = decisions;
        this.minutes = minutes;
        this.view = view;
        this.dossiers = dossiers;
        this.authorities = authorities;
    }

    @Override
    public String process() {
        return "team-change";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị " + view.of(dossier.number()).subject();
    }

    @Fills(value = "team-change/submission", frame = "submission")
    @Fills(value = "team-change/decision", frame = "decision")
    private record Matter(ChangeShown content) {
    }

    @Override
    public Record matter(Dossier dossier) {
        return new Matter(view.of(dossier.number()));
    }

    /** The minutes as they were reported last. */
    @Override
    public List<Sheet> others(Dossier dossier) {
        var content = view.of(dossier.number());
        return content.newcomer() == null ? List.of()
                : List.of(minutes.of(dossier, content.hamletName(), minutes(dossier, content.newcomer())));
    }

    private SelectionMinutes.Minutes minutes(Dossier dossier, NewcomerShown newcomer) {
        var reports = (int) dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> REPORTS.contains(step.task())).count();
        return new SelectionMinutes.Minutes(reports, newcomer.selectedOn(), null, newcomer.councilMembers(),
                newcomer.present(), 1, null, List.of(new SelectionMinutes.Voted(newcomer.name(),
                newcomer.birthDate().getYear(), newcomer.votes(), ELECTED)));
    }

    @Fills(value = "team-change/decision", frame = "decision")
    private record Deciding(List<String> orders) {
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        var proposer = authorities.of(new Post(dossier.unitPath(), Position.POLICE_CHIEF), decision.signedOn()).name();
        return decisions.print(dossier, decision, new DecisionPress.Matter("team-change/decision", 2,
                ChangeKind.of(dossier.form()) == ChangeKind.DISSOLVE ? "các thành viên của Tổ"
                : "người có tên tại Điều 1", proposer, new Matter(view.of(dossier.number())),
                new Deciding(view.orders(dossier.number()))));
    }
}
