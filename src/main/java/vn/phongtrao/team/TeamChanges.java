package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.UntypedContent;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Subject;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/** The content of dossiers that change a team: who leaves, comes or changes role, or that the team ends. */
@Transactional
@ProcessBean("teamChanges")
public class TeamChanges implements UntypedContent {

    private static final String SYMBOL = "QĐ-UBND";
    private static final String CHAIR = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, Điều 13 khoản 1";

    private final Dossiers dossiers;
    private final Teams teams;
    private final Changes changes;
    private final ChangeView view;
    private final Units units;
    private final DecisionBook book;
    private final Clock clock;

    TeamChanges(Dossiers dossiers, Teams teams, Changes changes, ChangeView view, Units units, DecisionBook book,
                Clock clock) {
        this.dossiers = dossiers;
        this.teams = teams;
        this.changes = changes;
        this.view = view;
        this.units = units;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "team-change";
    }

    @Override
    public String prefix() {
        return "TDT";
    }

    /** The day from which the time of the report counts. */
    public LocalDate receivedOn(String dossierNumber) {
        return changes.require(dossierNumber).receivedOn();
    }

    /** Decides with the next number of the commune's committee, and enters the change in the register. */
    public void apply(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var change = changes.require(dossierNumber);
        changes.requireComposed(change);
        var decision = book.issue(dossier.decider(), Decision.MATTER, SYMBOL,
                "Về việc " + change.kind().subject(teams.require(change.teamId()).name()),
                dossierNumber, dossier.unitPath(), dossiers.decidedBy(dossierNumber));
        enter(change, decision, LocalDate.now(clock));
        changes.keep(change.decided(decision.id()));
        dossiers.decide(dossierNumber);
    }

    @Override
    public Map<String, Object> optionsOf(String unitPath) {
        return Map.of("teams", view.teams(unitPath));
    }

    @Override
    public Subject examine(String unitPath, Map<String, Object> fields) {
        if (units.require(unitPath).tier() != Tier.COMMUNE) {
            throw Refusal.broken("team", "Chỉ Công an cấp xã lập hồ sơ thay đổi Tổ",
                    "Thông tư 14/2024/TT-BCA, Điều 5");
        }
        if (received(fields).isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("receivedOn", "Ngày nhận đơn hoặc văn bản chưa tới");
        }
        var kind = ChangeKind.of((String) fields.get("kind"));
        return new Subject(kind.id(), kind.id(), "%s: %s".formatted(kind.label(), team(fields).name()),
                new Post(unitPath, Position.COMMITTEE_CHAIR));
    }

    @Override
    public void store(Dossier dossier, Map<String, Object> fields) {
        changes.propose(Change.proposed(dossier.number(), team(fields).id(), ChangeKind.of(dossier.form()),
                received(fields), (String) fields.get("reason")));
    }

    @Override
    public void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields) {
        switch (assignment.task()) {
            case "complete-dossier", "supplement" -> changes.report(dossier.number(), new ChangeFields(fields));
            case "decide" -> requireChairsYes(dossier, fields);
            default -> {
                // signing brings no content
            }
        }
    }

    @Override
    public Map<String, Object> shown(Dossier dossier) {
        return view.of(dossier.number());
    }

    /** What a decision orders, in sentences; of those it concerns it says no more than may be posted in public. */
    @Transactional(readOnly = true)
    public List<String> orders(String dossierNumber) {
        return view.orders(dossierNumber);
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return view.findings(dossier.number());
    }

    private void requireChairsYes(Dossier dossier, Map<String, Object> fields) {
        if (Outcome.APPROVE.id().equals(fields.get("outcome")) && !Boolean.TRUE.equals(fields.get("overAgeAgreed"))
                && changes.newcomer(dossier.number()).filter(Newcomer::needsChair).isPresent()) {
            throw Refusal.broken("overAgeAgreed", "Người trên 70 tuổi chỉ tham gia khi Chủ tịch đồng ý riêng", CHAIR);
        }
    }

    private void enter(Change change, Decision decision, LocalDate today) {
        if (change.kind() == ChangeKind.DISSOLVE) {
            teams.dissolve(change.teamId(), decision, today);
            return;
        }
        if (change.memberId() != null) {
            teams.leave(change.memberId(), change.ground().id(), decision, today);
        }
        changes.newcomer(change.dossierNumber()).ifPresent(newcomer ->
                teams.recognise(change.teamId(), newcomer.person(), newcomer.role(), decision, today));
        changes.roles(change.dossierNumber())
                .forEach(role -> teams.changeRole(role.memberId(), role.role(), decision, today));
    }

    private LocalDate received(Map<String, Object> fields) {
        return (LocalDate) fields.getOrDefault("receivedOn", LocalDate.now(clock));
    }

    private Team team(Map<String, Object> fields) {
        return teams.require(Long.parseLong((String) fields.get("team")));
    }
}
