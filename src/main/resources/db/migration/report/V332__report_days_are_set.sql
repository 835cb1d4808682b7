-- The last day of a period is a date that the province set, not one that was counted.
update dossier set due_since = null, due_days = null
from movement_report report
where report.dossier_number = number and report.reason is null and report.due_on = dossier.due_on;
