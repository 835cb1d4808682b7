package vn.phongtrao.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.language.Labels;

/**
 * A team or a member in a dossier, with what is said of it.
 *
 * @param teamId     the team, or that of the member
 * @param memberId   null for teams, as {@code name}, {@code birthYear}, {@code citizen} and {@code role}
 * @param citizen    digest of the citizen number
 * @param leads      whether the member leads the team
 * @param from       first day served within the period
 * @param days       served within the period
 * @param dismissals whether somebody had to leave the team for cause in the period
 * @param tasks      per cent of the groups of tasks; null where none of a group was given
 * @param met        keys of the conditions that the unit holds to be met
 * @param complaint  whether a complaint or denunciation is pending
 * @param transferred whether who leads the team has just come to it
 * @param proposed   null where no level is proposed
 * @param struck     whether the chair does not rate it excellent
 */
record Rated(long id, Subject subject, long teamId, String teamName, Long memberId, String name, Integer birthYear,
             byte[] citizen, String role, boolean leads, LocalDate from, long days, boolean dismissals,
             List<BigDecimal> tasks, List<String> met, boolean complaint, boolean transferred, Level proposed,
             boolean struck) {

    /** As lists call it. */
    String called() {
        return subject == Subject.TEAM ? teamName : name;
    }

    String roleName() {
        return role == null ? null : Labels.of("team-role." + role);
    }

    /** How refusals call it: people by their place alone. */
    String place() {
        return subject == Subject.TEAM ? teamName : "%s, %s".formatted(roleName(), teamName);
    }

    Rated with(List<BigDecimal> newTasks, List<String> newMet, boolean newComplaint, boolean newTransferred,
               Level newLevel) {
        return new Rated(id, subject, teamId, teamName, memberId, name, birthYear, citizen, role, leads, from, days,
                dismissals, newTasks, newMet, newComplaint, newTransferred, newLevel, false);
    }

    Rated struck(boolean now) {
        return new Rated(id, subject, teamId, teamName, memberId, name, birthYear, citizen, role, leads, from, days,
                dismissals, tasks, met, complaint, transferred, proposed, now);
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "Rated[" + id + "]";
    }
}
