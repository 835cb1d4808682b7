package vn.phongtrao.team;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * The plan to establish a team, and what became of it.
 *
 * @param seats             how many members the team is to have
 * @param meetingDate       when the selection council is to meet
 * @param applicationsUntil last day for applications; null where the plan does not say
 * @param applicationsAt    where applications are received; null where the plan does not say
 * @param planPostedOn      null until the plan is approved
 * @param listPostedOn      null until the list of candidates is approved
 * @param teamId            null until the team is established
 * @param quotaDecider      group of the post that decides on a larger quota, as fixed when the dossier was opened
 * @param quotaSymbol       of its decision
 */
@Table("team_plan")
record Plan(@Id DossierNumber dossierNumber, UnitPath hamletPath, int seats, String reason, LocalDate meetingDate,
            LocalDate applicationsUntil, String applicationsAt, LocalDate planPostedOn, LocalDate listPostedOn,
            Long teamId, LocalDate launchedOn, String launchedAt, String quotaDecider, String quotaSymbol) {

    /** A plan that no dossier has yet. */
    static Plan of(UnitPath hamletPath, PlanProposal proposal, Jurisdiction quota) {
        return new Plan(null, hamletPath, proposal.seats(), proposal.reason(), proposal.meetingDate(),
                proposal.applicationsUntil(), proposal.applicationsAt(), null, null, null, null, null,
                quota.decider().group(), quota.symbol());
    }

    Plan of(DossierNumber dossier) {
        return new Plan(dossier, hamletPath, seats, reason, meetingDate, applicationsUntil, applicationsAt,
                planPostedOn, listPostedOn, teamId, launchedOn, launchedAt, quotaDecider, quotaSymbol);
    }

    /** The same with what a later form changed. */
    Plan changed(UnitPath newHamletPath, PlanChange change) {
        return new Plan(dossierNumber, newHamletPath, or(change.seats(), seats), or(change.reason(), reason),
                or(change.meetingDate(), meetingDate), or(change.applicationsUntil(), applicationsUntil),
                or(change.applicationsAt(), applicationsAt), planPostedOn, listPostedOn, teamId, launchedOn, launchedAt,
                quotaDecider, quotaSymbol);
    }

    UnitPath communePath() {
        return hamletPath.parent().orElseThrow();
    }

    /** Who decides on a larger quota. */
    Post quotaPost() {
        return Post.ofGroup(quotaDecider).orElseThrow();
    }

    private static <T> T or(T changed, T before) {
        return changed == null ? before : changed;
    }
}
