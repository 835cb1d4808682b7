package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.UntypedContent;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.dossier.Subject;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Hamlets;

/** The content of dossiers that establish a team, and what their process asks about them. */
@Transactional
@ProcessBean("teamEstablishments")
public class TeamEstablishments implements UntypedContent {

    private final Dossiers dossiers;
    private final Stops stops;
    private final Plans plans;
    private final Registration registration;
    private final Meetings meetings;
    private final Recognition recognition;
    private final Teams teams;
    private final EstablishmentView view;
    private final Hamlets hamlets;
    private final Clock clock;

    TeamEstablishments(Dossiers dossiers, Stops stops, Plans plans, Registration registration, Meetings meetings,
                       Recognition recognition, Teams teams, EstablishmentView view, Hamlets hamlets, Clock clock) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.plans = plans;
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
        return "team-establishment";
    }

    @Override
    public String prefix() {
        return "TTL";
    }

    @Override
    public Map<String, Object> optionsOf(String unitPath) {
        return Map.of("hamlets", hamlets.options(unitPath));
    }

    /** Whether the province has to decide on the quota first. */
    public boolean aboveQuota(String dossierNumber) {
        return plans.aboveQuota(plans.require(dossierNumber));
    }

    /** Enters the quota that the province's chair decided on. */
    public void raiseQuota(String dossierNumber) {
        recognition.raiseQuota(dossiers.require(dossierNumber), plans.require(dossierNumber));
    }

    /** The approved plan is posted from today on. */
    public void postPlan(String dossierNumber) {
        plans.update(plans.require(dossierNumber).planPosted(LocalDate.now(clock)));
    }

    /** The approved list of candidates is posted from today on. */
    public void postCandidates(String dossierNumber) {
        plans.update(plans.require(dossierNumber).listPosted(LocalDate.now(clock)));
    }

    /** Whether those elected so far can make up a team. */
    public boolean enoughElected(String dossierNumber) {
        return recognition.enoughElected(plans.require(dossierNumber));
    }

    /** The day of the last selection meeting, from which the time for the proposal runs. */
    public LocalDate selectedOn(String dossierNumber) {
        return meetings.last(dossierNumber).orElseThrow().heldOn();
    }

    /** The minutes of every selection meeting, the first one first. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> minutes(String dossierNumber) {
        return view.minutes(plans.require(dossierNumber));
    }

    /** What a decision on the quota allows, in parts of a sentence: the hamlet, and the commune where it grew too. */
    @Transactional(readOnly = true)
    public List<String> allowed(Decision decision) {
        return view.allowed(decision);
    }

    /** Founds the team as the chair decided. */
    public void establish(String dossierNumber) {
        recognition.establish(dossiers.require(dossierNumber), plans.require(dossierNumber));
    }

    @Override
    public Subject examine(String unitPath, Map<String, Object> fields) {
        return plans.examine(unitPath, fields);
    }

    @Override
    public void store(Dossier dossier, Map<String, Object> fields) {
        plans.store(dossier, fields);
    }

    @Override
    public void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields) {
        switch (assignment.task()) {
            case "complete-dossier" -> complete(dossier, fields);
            case "supplement" -> plans.change(dossier, fields);
            case "register-candidates" -> {
                plans.requirePlanPosted(plans.require(dossier.number()));
                registration.register(dossier, rows(fields, "candidates"));
            }
            case "approve-candidates" -> {
                if (Outcome.APPROVE.id().equals(fields.get("outcome"))) {
                    registration.admit(dossier, ids(fields, "approvedOverAge"));
                }
            }
            case "record-selection" -> meetings.record(plans.require(dossier.number()), fields);
            case "propose-recognition" -> recognition.propose(plans.require(dossier.number()), rows(fields, "roles"));
            case "record-launch" -> launch(plans.require(dossier.number()), fields);
            default -> {
                // appraising, signing and deciding bring no content
            }
        }
    }

    @Override
    public Map<String, Object> shown(Dossier dossier) {
        return view.show(plans.require(dossier.number()));
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return dossier.status().closed() ? List.of() : view.findings(plans.require(dossier.number()));
    }

    /** A dossier goes up once: where the province has decided, it is not asked for more. */
    private void complete(Dossier dossier, Map<String, Object> fields) {
        plans.change(dossier, fields);
        if (plans.aboveQuota(plans.require(dossier.number())) && !stops.of(dossier.number()).isEmpty()) {
            throw Refusal.broken("seats", "Chỉ tiêu đã được quyết định trong hồ sơ này; cần thêm thì lập hồ sơ mới",
                    Quotas.LEGAL_BASIS);
        }
    }

    private void launch(Plan plan, Map<String, Object> fields) {
        var today = LocalDate.now(clock);
        var on = (LocalDate) fields.getOrDefault("launchedOn", today);
        if (on.isAfter(today)) {
            throw Refusal.broken("launchedOn", "Ngày ra mắt chưa tới");
        }
        if (on.isBefore(teams.require(plan.teamId()).establishedOn())) {
            throw Refusal.broken("launchedOn", "Tổ ra mắt sau khi có quyết định thành lập");
        }
        plans.update(plan.launched(on, (String) fields.get("place")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> fields, String name) {
        return (List<Map<String, Object>>) fields.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Long> ids(Map<String, Object> fields, String name) {
        return ((List<String>) fields.getOrDefault(name, List.of())).stream().map(Long::valueOf).toList();
    }
}
