package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Press;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.press.Sheet;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/**
 * The papers of a team's beginning: minutes of the selection (Mẫu số 04), those proposed as members and as leaders (Mẫu số
 * 05, 06), the decisions to found the team and to recognise its members (Mẫu số 08, Thông tư 14/2024/TT-BCA), and the
 * province's decision on a quota.
 */
@Component
class TeamEstablishmentPapers implements ProcessPapers {

    private final Press press;
    private final DecisionPress decisions;
    private final SelectionMinutes minutes;
    private final TeamEstablishments establishments;
    private final Dossiers dossiers;
    private final Authorities authorities;
    private final Proposers proposers;
    private final Units units;
    private final Clock clock;

    TeamEstablishmentPapers(Press press, DecisionPress decisions, SelectionMinutes minutes,
                            TeamEstablishments establishments, Dossiers dossiers, Authorities authorities,
                            Proposers proposers, Units units, Clock clock) {
        this.press = press;
        this.decisions = decisions;
        this.minutes = minutes;
        this.establishments = establishments;
        this.dossiers = dossiers;
        this.authorities = authorities;
        this.proposers = proposers;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "team-establishment";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị giao số lượng thành viên Tổ bảo vệ an ninh, trật tự %s, %s".formatted(
                hamletName(dossier), authorities.addressOf(dossier.unitPath()));
    }

    /** Submissions ask for a larger quota, on which the province decides. */
    @Override
    public Post decider(Dossier dossier) {
        return new Post(units.atTier(dossier.unitPath(), Tier.PROVINCE).orElseThrow().path(),
                Position.COMMITTEE_CHAIR);
    }

    /** The plan may change once the quota is decided, and what is left of the quota does so then. */
    @Override
    public Set<String> changing() {
        return Set.of("supplement", "decide-quota", "complete-dossier");
    }

    @Override
    public Map<String, Object> matter(Dossier dossier) {
        var content = content(dossier);
        var recognised = rows(content.get("candidates")).stream().filter(one -> one.get("role") != null).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("content", content);
        model.put("recognised", recognised);
        model.put("leaders", recognised.stream().filter(one -> !one.get("role").equals("member")).toList());
        return model;
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        var model = matter(dossier);
        var what = decision.matter();
        if (what.equals("quota")) {
            model.put("allowed", establishments.allowed(decision));
            proposers.policeChief(dossier, decision).ifPresent(proposer -> model.put("proposer", proposer));
        } else {
            model.put("proposer", police(dossier, decision.signedOn()).name());
        }
        return decisions.print(dossier, decision, new DecisionPress.Matter("team-establishment/" + what,
                what.equals("recognition") ? 2 : 1, what.equals("recognition") ? "người có tên tại Điều 1"
                : "Công an " + authorities.nameOf(dossier.unitPath()), model));
    }

    /** Minutes of every meeting, and the lists as they were proposed last. */
    @Override
    public List<Sheet> others(Dossier dossier) {
        List<Sheet> sheets = new ArrayList<>();
        for (var meeting : establishments.minutes(dossier.number())) {
            sheets.add(minutes.of(dossier, (int) meeting.get("number"), hamletName(dossier), meeting(meeting)));
        }
        var proposals = dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> step.task().equals("propose-recognition")).toList();
        if (!proposals.isEmpty()) {
            var on = LocalDate.ofInstant(proposals.get(proposals.size() - 1).finishedAt(), clock.getZone());
            sheets.add(sheet(dossier, "members-proposed-" + proposals.size(), "Danh sách đề nghị công nhận Tổ viên",
                    () -> print(dossier, "members-proposed", on)));
            sheets.add(sheet(dossier, "leaders-proposed-" + proposals.size(), "Danh sách giới thiệu Tổ trưởng, Tổ phó",
                    () -> print(dossier, "leaders-proposed", on)));
        }
        return sheets;
    }

    private static Sheet sheet(Dossier dossier, String name, String title, Supplier<Print> print) {
        return new Sheet(name, title + " " + dossier.number(), null, null, print);
    }

    private static SelectionMinutes.Meeting meeting(Map<String, Object> shown) {
        return new SelectionMinutes.Meeting((LocalDate) shown.get("heldOn"), (String) shown.get("methodName"),
                (Integer) shown.get("councilMembers"), (int) shown.get("present"), (int) shown.get("seats"),
                (String) shown.get("tieReason"), rows(shown.get("votes")));
    }

    private Print print(Dossier dossier, String template, LocalDate on) {
        var model = matter(dossier);
        model.put("dossier", dossier);
        model.put("authority", police(dossier, on));
        model.put("date", Wording.date(on));
        return press.print("team-establishment/" + template, model);
    }

    private Authority police(Dossier dossier, LocalDate on) {
        return authorities.of(new Post(dossier.unitPath(), Position.POLICE_CHIEF), on);
    }

    /** People with their year of birth, unless they were forgotten: papers that are posted show no more. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object people) {
        return ((List<Map<String, Object>>) people).stream().map(one -> {
            Map<String, Object> row = new HashMap<>(one);
            row.put("birthYear", one.get("birthDate") instanceof LocalDate day ? day.getYear() : "");
            return row;
        }).toList();
    }

    private String hamletName(Dossier dossier) {
        return (String) content(dossier).get("hamletName");
    }

    private Map<String, Object> content(Dossier dossier) {
        return establishments.shown(dossier);
    }
}
