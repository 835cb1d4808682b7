package vn.phongtrao.team;

import java.time.LocalDate;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.procedure.FieldsOf;

/** What a later form changes in a plan; null where it stays as it is. */
@FieldsOf({"team-establishment-complete-dossier", "team-establishment-supplement"})
record PlanChange(String hamlet, Integer seats, @NoNumber String reason, LocalDate meetingDate, LocalDate applicationsUntil,
                  String applicationsAt) {
}
