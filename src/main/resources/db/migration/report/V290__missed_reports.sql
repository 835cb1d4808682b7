-- A report that was not handed in before its period was closed was not withdrawn by anybody.
update dossier set status = 'MISSED', version = version + 1
from movement_report report
where report.dossier_number = dossier.number and report.status = 'missed' and dossier.status = 'WITHDRAWN';
