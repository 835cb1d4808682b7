package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

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
 */
@Table("team_plan")
record Plan(@Id String dossierNumber, String hamletPath, int seats, String reason, LocalDate meetingDate,
            LocalDate applicationsUntil, String applicationsAt, LocalDate planPostedOn, LocalDate listPostedOn,
            Long teamId, LocalDate launchedOn, String launchedAt) {

    /** A plan as the start form brings it. */
    static Plan of(String dossierNumber, String hamletPath, Map<String, Object> fields) {
        return new Plan(dossierNumber, hamletPath, Math.toIntExact((Long) fields.get("seats")),
                (String) fields.get("reason"), (LocalDate) fields.get("meetingDate"),
                (LocalDate) fields.get("applicationsUntil"), (String) fields.get("applicationsAt"), null, null, null,
                null, null);
    }

    /** The same with what a later form changed; fields that are absent stay. */
    Plan changed(String newHamletPath, Map<String, Object> fields) {
        return new Plan(dossierNumber, newHamletPath,
                fields.containsKey("seats") ? Math.toIntExact((Long) fields.get("seats")) : seats,
                (String) fields.getOrDefault("reason", reason),
                (LocalDate) fields.getOrDefault("meetingDate", meetingDate),
                (LocalDate) fields.getOrDefault("applicationsUntil", applicationsUntil),
                (String) fields.getOrDefault("applicationsAt", applicationsAt), planPostedOn, listPostedOn, teamId,
                launchedOn, launchedAt);
    }

    Plan planPosted(LocalDate on) {
        return new Plan(dossierNumber, hamletPath, seats, reason, meetingDate, applicationsUntil, applicationsAt, on,
                listPostedOn, teamId, launchedOn, launchedAt);
    }

    Plan listPosted(LocalDate on) {
        return new Plan(dossierNumber, hamletPath, seats, reason, meetingDate, applicationsUntil, applicationsAt,
                planPostedOn, on, teamId, launchedOn, launchedAt);
    }

    Plan carriedOut(long team) {
        return new Plan(dossierNumber, hamletPath, seats, reason, meetingDate, applicationsUntil, applicationsAt,
                planPostedOn, listPostedOn, team, launchedOn, launchedAt);
    }

    Plan launched(LocalDate on, String at) {
        return new Plan(dossierNumber, hamletPath, seats, reason, meetingDate, applicationsUntil, applicationsAt,
                planPostedOn, listPostedOn, teamId, on, at);
    }
}
