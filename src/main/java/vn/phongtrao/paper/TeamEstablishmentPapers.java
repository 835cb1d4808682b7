package vn.phongtrao.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.team.TeamEstablishments;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The papers of a team's beginning: minutes of the selection (Mẫu số 04), those proposed as members and as leaders (Mẫu số
 * 05, 06), the decisions to found the team and to recognise its members (Mẫu số 08, Thông tư 14/2024/TT-BCA), and the
 * province's decision on a quota.
 */
@Component
class TeamEstablishmentPapers implements ProcessPapers {

    private final Press press;
    private final DecisionPress decisions;
    private final TeamEstablishments establishments;
    private final Authorities authorities;

    TeamEstablishmentPapers(Press press, DecisionPress decisions, TeamEstablishments establishments,
                            Authorities authorities) {
        this.press = press;
        this.decisions = decisions;
        this.establishments = establishments;
        this.authorities = authorities;
    }

    @Override
    public String process() {
        return "team-establishment";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị giao số lượng thành viên Tổ bảo vệ an ninh, trật tự " + content(dossier).get("hamletName");
    }

    @Override
    public Map<String, Object> matter(Dossier dossier) {
        var content = content(dossier);
        Map<String, Object> model = new HashMap<>();
        model.put("content", content);
        model.put("voted", candidates(content, "votes"));
        model.put("recognised", candidates(content, "role"));
        model.put("leaders", candidates(content, "role").stream()
                .filter(one -> !one.get("role").equals("member")).toList());
        return model;
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        var model = matter(dossier);
        var what = establishments.decided(dossier.number(), decision);
        if (!what.equals("quota")) {
            model.put("proposer", police(dossier, decision.signedOn()));
        }
        return decisions.print(dossier, decision, new DecisionPress.Matter("team-establishment/" + what,
                what.equals("recognition") ? 2 : 1, what.equals("recognition") ? "người có tên tại Điều 1"
                : "Công an " + authorities.nameOf(dossier.unitPath()), model));
    }

    @Override
    public List<Sheet> others(Dossier dossier) {
        var content = content(dossier);
        List<Sheet> sheets = new ArrayList<>();
        if (content.get("meeting") != null) {
            sheets.add(sheet(dossier, "selection-minutes", "Biên bản kết quả xét tuyển"));
        }
        if (!candidates(content, "role").isEmpty()) {
            sheets.add(sheet(dossier, "members-proposed", "Danh sách đề nghị công nhận Tổ viên"));
            sheets.add(sheet(dossier, "leaders-proposed", "Danh sách giới thiệu Tổ trưởng, Tổ phó"));
        }
        return sheets;
    }

    private Sheet sheet(Dossier dossier, String name, String title) {
        return new Sheet(name, title + " " + dossier.number(), null, null, () -> print(dossier, name));
    }

    private Print print(Dossier dossier, String name) {
        var on = establishments.selectedOn(dossier.number());
        var model = matter(dossier);
        model.put("dossier", dossier);
        model.put("authority", authorities.of(new Post(dossier.unitPath(), Position.POLICE_CHIEF), on));
        model.put("unitName", authorities.nameOf(dossier.unitPath()));
        model.put("date", Wording.date(on));
        model.put("heldOn", Wording.shortDate(on));
        return press.print("team-establishment/" + name, model);
    }

    private String police(Dossier dossier, LocalDate on) {
        return authorities.of(new Post(dossier.unitPath(), Position.POLICE_CHIEF), on).name();
    }

    /** Candidates of whom that is known, with their year of birth: papers that are posted show no more. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> candidates(Map<String, Object> content, String known) {
        return ((List<Map<String, Object>>) content.get("candidates")).stream().filter(one -> one.get(known) != null)
                .map(one -> {
                    Map<String, Object> row = new HashMap<>(one);
                    row.put("birthYear", ((LocalDate) one.get("birthDate")).getYear());
                    return row;
                }).toList();
    }

    private Map<String, Object> content(Dossier dossier) {
        return establishments.show(dossier);
    }
}
