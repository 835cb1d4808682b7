-- A report that was accepted is no decision.
update dossier set status = 'ACCEPTED', version = version + 1
from movement_report report
where report.dossier_number = dossier.number and report.status = 'accepted' and dossier.status = 'DECIDED';
