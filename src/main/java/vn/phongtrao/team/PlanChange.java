package vn.phongtrao.team;

import java.time.LocalDate;

/** What a later form changes in a plan; null where it stays as it is. */
record PlanChange(String hamlet, Integer seats, String reason, LocalDate meetingDate, LocalDate applicationsUntil,
                  String applicationsAt) {
}
