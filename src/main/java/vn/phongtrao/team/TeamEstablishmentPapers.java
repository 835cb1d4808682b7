package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.press.About;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Press;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.press.Sheet;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.team.EstablishmentShown.CandidateShown;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The papers of a team's beginning: minutes of the selection (Mẫu số 04), those proposed as members and as leaders (Mẫu
 * số 05, 06), the decisions to found the team and to recognise its members (Mẫu số 08, Thông tư 14/2024/TT-BCA), and
 * the province's decision on a quota.
 */
@Component
class TeamEstablishmentPapers implements ProcessPapers {

    private final Press press;
    private final DecisionPress decisions;
    private final SelectionMinutes minutes;
    private final Plans plans;
    private final EstablishmentView view;
    private final Dossiers dossiers;
    private final Authorities authorities;
    private final Proposers proposers;
    private final Clock clock;

    TeamEstablishmentPapers(Press press, DecisionPress decisions, SelectionMinutes minutes,
                            Plans plans, EstablishmentView view, Dossiers dossiers, Authorities authorities,
                            Proposers proposers, Clock clock) {
        this.press = press;
        this.decisions = decisions;
        this.minutes = minutes;
        this.plans = plans;
        this.view = view;
        this.dossiers = dossiers;
        this.authorities = authorities;
        this.proposers = proposers;
        this.clock = clock;
    }

    @Override
    public String process() {
        return Plans.PROCESS;
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị giao số lượng thành viên Tổ bảo vệ an ninh, trật tự %s, %s".formatted(
                hamletName(dossier), authorities.addressOf(dossier.unitPath()));
    }

    /** Submissions ask for a larger quota, on which the province decides. */
    @Override
    public Post decider(Dossier dossier) {
        return plans.require(dossier.number()).quotaPost();
    }

    /** The plan may change once the quota is decided, and what is left of the quota does so then. */
    @Override
    public Set<String> changing() {
        return Set.of("supplement", "decide-quota", "complete-dossier");
    }

    @Fills(value = "team-establishment/submission", frame = "submission")
    @Fills(value = {"team-establishment/establishment", "team-establishment/recognition", "team-establishment/quota"},
            frame = "decision")
    @Fills({"team-establishment/members-proposed", "team-establishment/leaders-proposed"})
    private record Matter(EstablishmentShown content, List<CandidateShown> recognised, List<CandidateShown> leaders) {
    }

    @Override
    public Record matter(Dossier dossier) {
        return content(dossier);
    }

    private Matter content(Dossier dossier) {
        var content = view.show(plans.require(dossier.number()));
        var recognised = content.candidates().stream().filter(one -> one.role() != null).toList();
        return new Matter(content, recognised,
                recognised.stream().filter(one -> Role.of(one.role()) != Role.MEMBER).toList());
    }

    /** What decisions on the quota say beside the matter: place by place. */
    @Fills(value = {"team-establishment/establishment", "team-establishment/recognition", "team-establishment/quota"},
            frame = "decision")
    private record Deciding(List<String> allowed) {
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        var recognises = decision.matter().equals(Recognition.RECOGNITION);
        return decisions.print(dossier, decision, new DecisionPress.Matter("team-establishment/" + decision.matter(),
                recognises ? 2 : 1, recognises ? "người có tên tại Điều 1"
                : "Công an " + authorities.nameOf(dossier.unitPath()),
                decision.matter().equals(Plans.QUOTA) ? proposers.of(dossier, decision)
                        : police(dossier, decision.signedOn()).name(),
                content(dossier), new Deciding(decision.matter().equals(Plans.QUOTA) ? view.allowed(decision)
                        : List.of())));
    }

    /** Minutes of every meeting, and the lists as they were proposed last. */
    @Override
    public List<Sheet> others(Dossier dossier) {
        List<Sheet> sheets = new ArrayList<>();
        view.minutes(plans.require(dossier.number()))
                .forEach(held -> sheets.add(minutes.of(dossier, hamletName(dossier), held)));
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

    @Fills({"team-establishment/members-proposed", "team-establishment/leaders-proposed"})
    private record Proposed(About dossier, Authority authority, String date) {
    }

    private Print print(Dossier dossier, String template, LocalDate on) {
        return press.print("team-establishment/" + template, content(dossier),
                new Proposed(About.of(dossier), police(dossier, on), Wording.date(on)));
    }

    private Authority police(Dossier dossier, LocalDate on) {
        return authorities.of(new Post(dossier.unitPath(), Position.POLICE_CHIEF), on);
    }

    private String hamletName(Dossier dossier) {
        return view.hamletName(plans.require(dossier.number()));
    }
}
