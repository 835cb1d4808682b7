package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.language.Labels;
import vn.phongtrao.team.EstablishmentShown.CandidateRole;
import vn.phongtrao.team.EstablishmentShown.CandidateShown;
import vn.phongtrao.team.EstablishmentShown.CandidateVotes;
import vn.phongtrao.team.EstablishmentShown.SelectionMeeting;
import vn.phongtrao.team.Posting.Notice;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.UnitPath;

/** A plan with its candidates as forms, the register and the dossier's page show it. */
@Component
class EstablishmentView {

    private final Plans plans;
    private final Posting posting;
    private final Candidates candidates;
    private final Meetings meetings;
    private final Recognition recognition;
    private final Quotas quotas;
    private final Contradictions contradictions;
    private final Authorities authorities;
    private final Hamlets hamlets;

    EstablishmentView(Plans plans, Posting posting, Candidates candidates, Meetings meetings,
                      Recognition recognition, Quotas quotas, Contradictions contradictions, Authorities authorities,
                      Hamlets hamlets) {
        this.plans = plans;
        this.posting = posting;
        this.candidates = candidates;
        this.meetings = meetings;
        this.recognition = recognition;
        this.quotas = quotas;
        this.contradictions = contradictions;
        this.authorities = authorities;
        this.hamlets = hamlets;
    }

    EstablishmentShown show(Plan plan) {
        var all = candidates.findByDossierNumberOrderById(plan.dossierNumber());
        var ballots = meetings.ballots(plan.dossierNumber()).stream()
                .collect(Collectors.toMap(Meetings.Ballot::candidate, Function.identity()));
        return new EstablishmentShown(plan.hamletPath().code(), hamletName(plan.hamletPath()), plan.seats(),
                plans.seatsFree(plan), plan.reason(), plan.meetingDate(), plan.applicationsUntil(),
                plan.applicationsAt(), plan.planPostedOn(), lastDay(Notice.PLAN, plan.planPostedOn()),
                plan.listPostedOn(), lastDay(Notice.CANDIDATES, plan.listPostedOn()),
                all.stream().map(one -> candidate(one, ballots.get(one.id()))).toList(),
                meetings.last(plan.dossierNumber()).map(EstablishmentView::meeting).orElse(null),
                all.stream().filter(one -> one.is(Candidate.ADMITTED))
                        .map(one -> new CandidateVotes(one.id().toString(), one.name(), null)).toList(),
                all.stream().filter(one -> one.is(Candidate.ELECTED))
                        .map(one -> new CandidateRole(one.id().toString(), one.name(), one.role())).toList(),
                plan.teamId(), plan.launchedOn(), plan.launchedAt());
    }

    /** The minutes of every meeting, the first one first. */
    List<SelectionMinutes.Minutes> minutes(Plan plan) {
        var candidates = this.candidates.findByDossierNumberOrderById(plan.dossierNumber()).stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
        return meetings.of(plan.dossierNumber()).stream().map(meeting -> new SelectionMinutes.Minutes(meeting.number(),
                meeting.heldOn(), label("selection-method", meeting.method()), meeting.councilMembers(),
                meeting.present(), meeting.seats(), meeting.tieReason(),
                meetings.ballots(plan.dossierNumber(), meeting).stream()
                        .map(ballot -> voted(candidates.get(ballot.candidate()), ballot)).toList())).toList();
    }

    private static SelectionMinutes.Voted voted(Candidate one, Meetings.Ballot ballot) {
        return new SelectionMinutes.Voted(one.name(), one.birthDate() == null ? null : one.birthDate().getYear(),
                ballot.votes(), label("candidate-result", ballot.elected() ? Candidate.ELECTED
                        : Candidate.NOT_ELECTED));
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

    List<Finding> findings(Dossier dossier, Plan plan) {
        var all = candidates.findByDossierNumberOrderById(plan.dossierNumber());
        List<Finding> findings = new ArrayList<>();
        var above = plans.aboveQuota(plan);
        findings.add(new Finding(null, !above, above
                ? "Vượt chỉ tiêu của địa bàn: cần %d, còn %d".formatted(plan.seats(), plans.seatsFree(plan))
                : "Trong chỉ tiêu của địa bàn", above, Quotas.LEGAL_BASIS));
        all.stream().filter(one -> one.citizenMask() != null).forEach(one -> findings.addAll(contradictions.of(
                new Person(one.name(), one.birthDate(), one.gender(), one.citizen()))));
        all.forEach(one -> one.why().forEach(reason -> findings.add(
                new Finding(one.name(), false, reason.message(), !one.needsTheChair(), reason.legalBasis()))));
        var proposed = all.stream().filter(one -> one.role() != null).toList();
        if (!proposed.isEmpty()) {
            recognition.breaches(dossier, plan, proposed).forEach(breach -> findings.add(
                    new Finding(null, false, breach.message(), true, breach.legalBasis())));
        }
        return findings;
    }

    String hamletName(Plan plan) {
        return hamletName(plan.hamletPath());
    }

    /** The code where there is no such hamlet. */
    private String hamletName(UnitPath path) {
        return hamlets.find(path).map(Hamlet::name).orElse(path.code());
    }

    private LocalDate lastDay(Notice notice, LocalDate since) {
        return since == null ? null : posting.lastDay(notice, since);
    }

    /** Without the papers that an application must hold nobody is on the list. */
    private static CandidateShown candidate(Candidate one, Meetings.Ballot ballot) {
        return new CandidateShown(one.id().toString(), one.name(), one.birthDate(), one.citizenMask(), one.gender(),
                label("gender", one.gender()), one.education(), label("education", one.education()),
                one.residenceMonths(), one.healthCertificate(), one.transitional(), true, true, true,
                Boolean.TRUE.equals(one.legalClear()) ? Applicant.CLEAR : null, one.legalCheckedOn(),
                one.eligibility(), label("eligibility", one.eligibility()), one.why(), one.result(),
                label("candidate-result", one.result()), ballot == null ? null : ballot.votes(), one.role(),
                label("team-role", one.role()));
    }

    private static SelectionMeeting meeting(Meetings.Meeting meeting) {
        return new SelectionMeeting(meeting.number(), meeting.heldOn(), meeting.method(),
                label("selection-method", meeting.method()), meeting.councilMembers(), meeting.present(),
                meeting.seats(), meeting.tieReason());
    }

    private static String label(String kind, String value) {
        return value == null ? null : Labels.of(kind + "." + value);
    }
}
