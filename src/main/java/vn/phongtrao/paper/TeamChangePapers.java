package vn.phongtrao.paper;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.team.TeamChanges;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The report that proposes a change of a team (Mẫu số 07) and the decision (Mẫu số 08, Thông tư 14/2024/TT-BCA). */
@Component
class TeamChangePapers implements ProcessPapers {

    private final DecisionPress decisions;
    private final TeamChanges changes;
    private final Authorities authorities;

    TeamChangePapers(DecisionPress decisions, TeamChanges changes, Authorities authorities) {
        this.decisions = decisions;
        this.changes = changes;
        this.authorities = authorities;
    }

    @Override
    public String process() {
        return "team-change";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị " + changes.show(dossier).get("subject");
    }

    @Override
    public Map<String, Object> matter(Dossier dossier) {
        return Map.of("content", changes.show(dossier));
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
