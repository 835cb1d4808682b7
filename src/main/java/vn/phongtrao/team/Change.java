package vn.phongtrao.team;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.dossier.DossierNumber;

/**
 * What a dossier changes in a team. What a kind of change does not need is null.
 *
 * @param receivedOn when the application or paper came in, from which the report's time counts
 * @param memberId   who leaves
 * @param ground     why the member leaves, one of the kinds of leaving
 * @param groundOn   day of the application, health certificate or measure
 * @param consultedOn when the hamlet's head and the Front agreed to dissolve the team
 * @param decisionId null before the decision
 */
@Table("team_change")
record Change(@Id DossierNumber dossierNumber, long teamId, ChangeKind kind, LocalDate receivedOn, String reason,
              Long memberId, ChangeKind ground, LocalDate groundOn, LocalDate firstReminderOn,
              LocalDate secondReminderOn, LocalDate consultedOn, Long decisionId) {

    static Change proposed(DossierNumber dossierNumber, long teamId, ChangeKind kind, LocalDate receivedOn,
                           String reason) {
        return new Change(dossierNumber, teamId, kind, receivedOn, reason, null, null, null, null, null, null, null);
    }

    Change leaving(long member, Departure departure) {
        return new Change(dossierNumber, teamId, kind, receivedOn, reason, member, departure.ground(), departure.on(),
                departure.firstReminderOn(), departure.secondReminderOn(), null, null);
    }

    Change consulted(LocalDate day) {
        return new Change(dossierNumber, teamId, kind, receivedOn, reason, null, null, null, null, null, day, null);
    }

    Change decided(long decision) {
        return new Change(dossierNumber, teamId, kind, receivedOn, reason, memberId, ground, groundOn, firstReminderOn,
                secondReminderOn, consultedOn, decision);
    }
}
