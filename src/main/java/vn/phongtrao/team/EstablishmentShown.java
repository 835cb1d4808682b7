package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.procedure.Fills;

/**
 * A plan with its candidates, as it is shown. What has not happened yet is null.
 *
 * @param hamlet          its code
 * @param seatsFree       how many more members the quota of the place allows today
 * @param planPostedUntil last day
 * @param listPostedUntil last day
 * @param meeting         the last one
 * @param results         whom the next meeting votes on, without votes
 * @param roles           who was elected, and what they are proposed as
 * @param place           where the team was launched
 */
@Fills("team-establishment")
record EstablishmentShown(String hamlet, String hamletName, int seats, int seatsFree, String reason,
                          LocalDate meetingDate, LocalDate applicationsUntil, String applicationsAt,
                          LocalDate planPostedOn, LocalDate planPostedUntil, LocalDate listPostedOn,
                          LocalDate listPostedUntil, List<CandidateShown> candidates, SelectionMeeting meeting,
                          List<CandidateVotes> results, List<CandidateRole> roles, Long teamId, LocalDate launchedOn,
                          String place) {

    /**
     * Somebody on the list; what was forgotten after the time for keeping it is null.
     *
     * @param citizenId   masked
     * @param legalStatus {@code none}, or null where it stands in the way: what it is, is not kept
     * @param votes       at the last meeting that voted on the person
     */
    record CandidateShown(String id, String name, LocalDate birthDate, String citizenId, String gender,
                          String genderName, String education, String educationName, Integer residenceMonths,
                          Boolean healthCertificate, Boolean transitional, boolean application,
                          boolean curriculumVitae, boolean educationProof, String legalStatus,
                          LocalDate legalCheckedOn, String eligibility, String eligibilityName, List<Reason> reasons,
                          String result, String resultName, Integer votes, String role, String roleName) {

        /** All that papers which are posted may say of the age; null where it was forgotten. */
        public Integer birthYear() {
            return birthDate == null ? null : birthDate.getYear();
        }

        /** Nothing that a log must not hold. */
        @Override
        public String toString() {
            return "CandidateShown[" + id + "]";
        }
    }

    /** A meeting of the selection council, see {@link Meetings.Meeting}. */
    record SelectionMeeting(int number, LocalDate heldOn, String method, String methodName, Integer councilMembers,
                            int present, int seats, String tieReason) {
    }

    record CandidateVotes(String id, String name, Integer votes) {
    }

    record CandidateRole(String id, String name, String role) {
    }
}
