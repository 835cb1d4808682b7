package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.HamletOptions;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.team.Posting.Notice;
import vn.phongtrao.unit.UnitPath;

/** The content of dossiers that establish a team, and what their process asks about them. */
@Transactional
@ProcessBean("teamEstablishments")
public class TeamEstablishments implements DossierContent<PlanProposal, EstablishmentShown> {

    private final Dossiers dossiers;
    private final Stops stops;
    private final Plans plans;
    private final Posting posting;
    private final Registration registration;
    private final Meetings meetings;
    private final Recognition recognition;
    private final Teams teams;
    private final EstablishmentView view;
    private final HamletOptions hamlets;
    private final Clock clock;

    TeamEstablishments(Dossiers dossiers, Stops stops, Plans plans, Posting posting, Registration registration,
                       Meetings meetings, Recognition recognition, Teams teams, EstablishmentView view,
                       HamletOptions hamlets, Clock clock) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.plans = plans;
        this.posting = posting;
        this.registration = registration;
        this.meetings = meetings;
        this.recognition = recognition;
        this.teams = teams;
        this.view = view;
        this.hamlets = hamlets;
        this.clock = clock;
    }

    @Override
    public String process() {
        return Plans.PROCESS;
    }

    @Override
    public String prefix() {
        return "TTL";
    }

    @Override
    public Class<PlanProposal> proposal() {
        return PlanProposal.class;
    }

    @Override
    public Class<EstablishmentShown> view() {
        return EstablishmentShown.class;
    }

    /** The hamlets of the commune, to choose from. */
    @Fills("team-establishment")
    record Choices(List<Option> hamlets) {
    }

    @Override
    public Record options(UnitPath unitPath) {
        return new Choices(hamlets.of(unitPath));
    }

    /** Whether the province has to decide on the quota first. */
    public boolean aboveQuota(DossierNumber dossierNumber) {
        return plans.aboveQuota(plans.require(dossierNumber));
    }

    /** Enters the quota that the province's chair decided on. */
    public void raiseQuota(DossierNumber dossierNumber) {
        recognition.raiseQuota(dossiers.require(dossierNumber), plans.require(dossierNumber));
    }

    /** @return the group that decides on the quota */
    public String quotaDecider(DossierNumber dossierNumber) {
        return plans.require(dossierNumber).quotaDecider();
    }

    /** The approved plan is posted from today on. */
    public void postPlan(DossierNumber dossierNumber) {
        plans.planPosted(dossierNumber);
    }

    /** Whether the list of candidates waits, because the plan is still posted. */
    public boolean planIsPosted(DossierNumber dossierNumber) {
        return runs(Notice.PLAN, plans.require(dossierNumber).planPostedOn());
    }

    /** The end of the last day for which the plan is posted, until which the dossier waits. */
    public Date planPostedUntil(DossierNumber dossierNumber) {
        return waiting(dossierNumber, Notice.PLAN, plans.require(dossierNumber).planPostedOn());
    }

    /** The approved list of candidates is posted from today on. */
    public void postCandidates(DossierNumber dossierNumber) {
        plans.listPosted(dossierNumber);
    }

    /** Whether the selection waits, because the list of candidates is still posted. */
    public boolean listIsPosted(DossierNumber dossierNumber) {
        return runs(Notice.CANDIDATES, plans.require(dossierNumber).listPostedOn());
    }

    /** The end of the last day for which the list of candidates is posted, until which the dossier waits. */
    public Date listPostedUntil(DossierNumber dossierNumber) {
        return waiting(dossierNumber, Notice.CANDIDATES, plans.require(dossierNumber).listPostedOn());
    }

    /** As long as it is posted, that day is what the dossier waits for, and nobody is late. */
    private Date waiting(DossierNumber dossierNumber, Notice notice, LocalDate since) {
        posting.days(notice, since).ifPresentOrElse(
                days -> dossiers.expect(dossiers.require(dossierNumber), since, days, posting.legalBasis(notice, since)),
                () -> dossiers.expect(dossiers.require(dossierNumber), since, posting.legalBasis(notice, since)));
        return posting.end(notice, since);
    }

    /** Whether those elected so far can make up a team. */
    public boolean enoughElected(DossierNumber dossierNumber) {
        return recognition.enoughElected(dossiers.require(dossierNumber), plans.require(dossierNumber));
    }

    /** The day of the last selection meeting, from which the time for the proposal runs. */
    public LocalDate selectedOn(DossierNumber dossierNumber) {
        return meetings.last(dossierNumber).orElseThrow().heldOn();
    }

    /** Founds the team as the chair decided. */
    public void establish(DossierNumber dossierNumber) {
        recognition.establish(dossiers.require(dossierNumber), plans.require(dossierNumber));
    }

    @Override
    public Opening examine(UnitPath unitPath, PlanProposal proposal) {
        return plans.examine(unitPath, proposal);
    }

    /** Where and when the team was launched. @param launchedOn null for today */
    @FieldsOf("team-establishment-record-launch")
    record Launch(LocalDate launchedOn, String place) {
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(
                TaskForm.of("complete-dossier", PlanChange.class, (dossier, task, change) -> complete(dossier, change)),
                TaskForm.of("supplement", PlanChange.class, (dossier, task, change) -> plans.change(dossier, change)),
                TaskForm.of("register-candidates", Registration.Received.class, (dossier, task, list) ->
                        registration.register(dossier, list.candidates())),
                TaskForm.of("approve-candidates", Registration.Approval.class, (dossier, task, approval) ->
                        approve(dossier, approval)),
                TaskForm.of("record-selection", Meetings.Minutes.class, (dossier, task, minutes) ->
                        meetings.record(plans.require(dossier.number()), minutes)),
                TaskForm.of("propose-recognition", Recognition.Proposal.class, (dossier, task, proposal) ->
                        recognition.propose(dossier, plans.require(dossier.number()), proposal.roles())),
                TaskForm.of("record-launch", Launch.class, (dossier, task, launch) ->
                        launch(plans.require(dossier.number()), launch)));
    }

    @Override
    public EstablishmentShown show(Dossier dossier) {
        return view.show(plans.require(dossier.number()));
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return dossier.status().closed() ? List.of() : view.findings(dossier, plans.require(dossier.number()));
    }

    /** A dossier goes up once: where the province has decided, it is not asked for more. */
    private void complete(Dossier dossier, PlanChange change) {
        plans.change(dossier, change);
        if (plans.aboveQuota(plans.require(dossier.number())) && !stops.of(dossier.number()).isEmpty()) {
            throw Refusal.broken("seats", "Chỉ tiêu đã được quyết định trong hồ sơ này; cần thêm thì lập hồ sơ mới",
                    Quotas.LEGAL_BASIS);
        }
    }

    /** Models of version 0.1 do not wait for the end of the posting, so that it is asked for here. */
    private void approve(Dossier dossier, Registration.Approval approval) {
        if (approval.outcome() == Outcome.APPROVE) {
            posting.requireOver(Notice.PLAN, plans.require(dossier.number()).planPostedOn(), LocalDate.now(clock),
                    "Chưa được duyệt danh sách: kế hoạch còn được niêm yết");
            registration.admit(dossier, approval.overAge());
        }
    }

    private void launch(Plan plan, Launch launch) {
        var today = LocalDate.now(clock);
        var on = launch.launchedOn() == null ? today : launch.launchedOn();
        if (on.isAfter(today)) {
            throw Refusal.broken("launchedOn", "Ngày ra mắt chưa tới");
        }
        if (on.isBefore(teams.require(plan.teamId()).establishedOn())) {
            throw Refusal.broken("launchedOn", "Tổ ra mắt sau khi có quyết định thành lập");
        }
        plans.launched(plan, on, launch.place());
    }

    private boolean runs(Notice notice, LocalDate since) {
        return posting.runs(notice, since, LocalDate.now(clock));
    }
}
