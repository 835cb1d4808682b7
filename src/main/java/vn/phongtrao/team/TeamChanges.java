package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The content of dossiers that change a team: who leaves, comes or changes role, or that the team ends. */
@Transactional
@ProcessBean("teamChanges")
public class TeamChanges implements DossierContent<ChangeProposal, ChangeShown> {

    private static final String PROCESS = "team-change";
    private static final String CHAIR = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, Điều 13 khoản 1";

    private final Dossiers dossiers;
    private final Teams teams;
    private final Changes changes;
    private final ChangeView view;
    private final Units units;
    private final Jurisdictions jurisdictions;
    private final DecisionBook book;
    private final Clock clock;

    TeamChanges(Dossiers dossiers, Teams teams, Changes changes, ChangeView view, Units units,
                Jurisdictions jurisdictions, DecisionBook book, Clock clock) {
        this.dossiers = dossiers;
        this.teams = teams;
        this.changes = changes;
        this.view = view;
        this.units = units;
        this.jurisdictions = jurisdictions;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public String prefix() {
        return "TDT";
    }

    /** The day from which the time of the report counts. */
    public LocalDate receivedOn(DossierNumber dossierNumber) {
        return changes.require(dossierNumber).receivedOn();
    }

    /** Decides with the next number of the commune's committee, and enters the change in the register. */
    public void apply(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var change = changes.require(dossierNumber);
        var jurisdiction = dossier.jurisdiction();
        changes.requireComposed(dossier, change);
        var decision = book.issue(jurisdiction.decider(), Decision.MATTER, jurisdiction.symbol(),
                "Về việc " + change.kind().subject(teams.require(change.teamId()).name()),
                dossierNumber, dossier.unitPath(), dossiers.decidedBy(dossierNumber));
        enter(change, decision, LocalDate.now(clock));
        changes.keep(change.decided(decision.id()));
        dossiers.decide(dossierNumber);
    }

    @Override
    public Class<ChangeProposal> proposal() {
        return ChangeProposal.class;
    }

    @Override
    public Class<ChangeShown> view() {
        return ChangeShown.class;
    }

    /** The teams of the commune, to choose from. */
    @Fills("team-change")
    record Choices(List<Option> teams) {
    }

    @Override
    public Record options(UnitPath unitPath) {
        return new Choices(view.teams(unitPath));
    }

    @Override
    public Opening examine(UnitPath unitPath, ChangeProposal proposal) {
        if (units.require(unitPath).tier() != Tier.COMMUNE) {
            throw Refusal.broken("team", "Chỉ Công an cấp xã lập hồ sơ thay đổi Tổ",
                    "Thông tư 14/2024/TT-BCA, Điều 5");
        }
        var today = LocalDate.now(clock);
        var received = proposal.receivedOn() == null ? today : proposal.receivedOn();
        if (received.isAfter(today)) {
            throw Refusal.broken("receivedOn", "Ngày nhận đơn hoặc văn bản chưa tới");
        }
        var kind = proposal.kind();
        var team = teams.require(proposal.team());
        if (team.dissolved() || !units.inChargeOf(unitPath).contains(team.unitPath())) {
            throw Refusal.broken("team", "Tổ này không thuộc đơn vị hoặc đã giải thể");
        }
        return new Opening(kind.id(), kind.id(), "%s: %s".formatted(kind.label(), team.name()),
                jurisdictions.require(PROCESS, unitPath, Days.on(today),
                        new Jurisdictions.Matter(kind.id(), kind.id(), Decision.MATTER)),
                dossier -> changes.propose(
                        Change.proposed(dossier.number(), team.id(), kind, received, proposal.reason())));
    }

    /** What the chair says. @param overAgeAgreed to whom over the age limit comes; null counts as no */
    @FieldsOf("team-change-decide")
    record Verdict(@NotNull(message = REQUIRED) Outcome outcome, Boolean overAgeAgreed) {
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(
                new TaskForm<>(Set.of("complete-dossier", "supplement"), ChangeReport.class,
                        (dossier, task, report) -> changes.report(dossier, report)),
                TaskForm.of("decide", Verdict.class, (dossier, task, verdict) -> requireChairsYes(dossier, verdict)));
    }

    @Override
    public ChangeShown show(Dossier dossier) {
        return view.of(dossier.number());
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return view.findings(dossier);
    }

    private void requireChairsYes(Dossier dossier, Verdict verdict) {
        if (verdict.outcome() == Outcome.APPROVE && !Boolean.TRUE.equals(verdict.overAgeAgreed())
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
}
