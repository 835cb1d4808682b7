package vn.phongtrao.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.language.Labels;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Unit;

/** A plan with its candidates as forms, the register and the dossier's page show it. */
@Component
class EstablishmentView {

    private final Plans plans;
    private final Candidates candidates;
    private final Meetings meetings;
    private final Recognition recognition;
    private final Quotas quotas;
    private final Authorities authorities;
    private final Hamlets hamlets;

    EstablishmentView(Plans plans, Candidates candidates, Meetings meetings, Recognition recognition,
                      Quotas quotas, Authorities authorities, Hamlets hamlets) {
        this.plans = plans;
        this.candidates = candidates;
        this.meetings = meetings;
        this.recognition = recognition;
        this.quotas = quotas;
        this.authorities = authorities;
        this.hamlets = hamlets;
    }

    Map<String, Object> show(Plan plan) {
        var all = candidates.findByDossierNumberOrderById(plan.dossierNumber());
        var ballots = meetings.ballots(plan.dossierNumber()).stream()
                .collect(Collectors.toMap(Meetings.Ballot::candidate, Function.identity()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("hamlet", Unit.code(plan.hamletPath()));
        shown.put("hamletName", hamletName(plan.hamletPath()));
        shown.put("seats", plan.seats());
        shown.put("seatsFree", plans.seatsFree(plan));
        shown.put("reason", plan.reason());
        shown.put("meetingDate", plan.meetingDate());
        shown.put("applicationsUntil", plan.applicationsUntil());
        shown.put("applicationsAt", plan.applicationsAt());
        shown.put("planPostedOn", plan.planPostedOn());
        shown.put("planPostedUntil", plans.planPostedUntil(plan));
        shown.put("listPostedOn", plan.listPostedOn());
        shown.put("candidates", all.stream().map(one -> candidate(one, ballots.get(one.id()))).toList());
        shown.put("meeting", meetings.last(plan.dossierNumber()).map(EstablishmentView::meeting).orElse(null));
        shown.put("results", all.stream().filter(one -> one.is(Candidate.ADMITTED)).map(one -> row(one, "votes", null))
                .toList());
        shown.put("roles", all.stream().filter(one -> one.is(Candidate.ELECTED))
                .map(one -> row(one, "role", one.role())).toList());
        shown.put("teamId", plan.teamId());
        shown.put("launchedOn", plan.launchedOn());
        shown.put("place", plan.launchedAt());
        return shown;
    }

    /** The minutes of every meeting: what the meeting was, and who got how many votes. */
    List<Map<String, Object>> minutes(Plan plan) {
        var candidates = this.candidates.findByDossierNumberOrderById(plan.dossierNumber()).stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
        return meetings.of(plan.dossierNumber()).stream().map(meeting -> {
            var shown = meeting(meeting);
            shown.put("votes", meetings.ballots(plan.dossierNumber(), meeting).stream().map(ballot -> {
                Map<String, Object> row = candidate(candidates.get(ballot.candidate()), ballot);
                row.put("resultName",
                        label("candidate-result", ballot.elected() ? Candidate.ELECTED : Candidate.NOT_ELECTED));
                return row;
            }).toList());
            return shown;
        }).toList();
    }

    /** What a decision on the quota allows, the commune in all first where it grew too. */
    List<String> allowed(Decision decision) {
        return quotas.decidedBy(decision).stream().map(quota -> {
            var commune = authorities.addressOf(quota.unitPath());
            return "%s: %02d Tổ, %02d thành viên".formatted(quota.hamletPath() == null
                            ? StringUtils.capitalize(commune) : hamletName(quota.hamletPath()) + ", " + commune,
                    quota.teams(), quota.seats());
        }).toList();
    }

    List<Finding> findings(Plan plan) {
        var all = candidates.findByDossierNumberOrderById(plan.dossierNumber());
        List<Finding> findings = new ArrayList<>();
        var above = plans.aboveQuota(plan);
        findings.add(new Finding(null, !above, above
                ? "Vượt chỉ tiêu của địa bàn: cần %d, còn %d".formatted(plan.seats(), plans.seatsFree(plan))
                : "Trong chỉ tiêu của địa bàn", above, Quotas.LEGAL_BASIS));
        all.forEach(one -> one.why().forEach(reason -> findings.add(
                new Finding(one.name(), false, reason.message(), !one.needsTheChair(), reason.legalBasis()))));
        var proposed = all.stream().filter(one -> one.role() != null).toList();
        if (!proposed.isEmpty()) {
            recognition.breaches(plan, proposed).forEach(breach -> findings.add(
                    new Finding(null, false, breach.message(), true, breach.legalBasis())));
        }
        return findings;
    }

    /** The code where the hamlet is closed. */
    private String hamletName(String path) {
        return hamlets.find(path).map(Hamlet::name).orElse(Unit.code(path));
    }

    private static Map<String, Object> candidate(Candidate one, Meetings.Ballot ballot) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", one.id().toString());
        row.put("name", one.name());
        row.put("birthDate", one.birthDate());
        row.put("citizenId", one.citizenMask());
        row.put("gender", one.gender());
        row.put("genderName", label("gender", one.gender()));
        row.put("education", one.education());
        row.put("educationName", label("education", one.education()));
        row.put("residenceMonths", one.residenceMonths());
        row.put("healthCertificate", one.healthCertificate());
        row.put("transitional", one.transitional());
        Registration.PAPERS.keySet().forEach(paper -> row.put(paper, true)); // without them nobody is on the list
        row.put("legalStatus", Boolean.TRUE.equals(one.legalClear()) ? "none" : null);
        row.put("legalCheckedOn", one.legalCheckedOn());
        row.put("eligibility", one.eligibility());
        row.put("eligibilityName", label("eligibility", one.eligibility()));
        row.put("reasons", one.why().stream()
                .map(reason -> Map.of("message", reason.message(), "legalBasis", reason.legalBasis())).toList());
        row.put("result", one.result());
        row.put("resultName", label("candidate-result", one.result()));
        row.put("votes", ballot == null ? null : ballot.votes());
        row.put("role", one.role());
        row.put("roleName", label("team-role", one.role()));
        return row;
    }

    private static Map<String, Object> meeting(Meetings.Meeting meeting) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("number", meeting.number());
        shown.put("heldOn", meeting.heldOn());
        shown.put("method", meeting.method());
        shown.put("methodName", label("selection-method", meeting.method()));
        shown.put("councilMembers", meeting.councilMembers());
        shown.put("present", meeting.present());
        shown.put("seats", meeting.seats());
        shown.put("tieReason", meeting.tieReason());
        return shown;
    }

    private static String label(String kind, String value) {
        return value == null ? null : Labels.of(kind + "." + value);
    }

    private static Map<String, Object> row(Candidate one, String what, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", one.id().toString());
        row.put("name", one.name());
        row.put(what, value);
        return row;
    }
}
